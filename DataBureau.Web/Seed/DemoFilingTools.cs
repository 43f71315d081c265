using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>What demo filings have in common: people, office hours, materials, numbers and clocks.</summary>
internal sealed class DemoFilingTools(BureauDbContext db, ContentStore store, NumberLedger ledger, CaseClocks clocks, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
{
    /// <summary>Bodies without demo people of their own get fictitious ones that cannot sign in.</summary>
    public Actor Person(Organisation body, Role role) => people.TryGetValue((body.Id, role), out var known)
        ? known
        : new Actor(Guid.CreateVersion7(), DemoNames.Of(body.Code.Sum(c => c) + (int)role), body.Id, body.Name, [.. Roles.PermissionsOf(role).Select(p => new Grant(p, body.Id, body.RegionCode, GrantScope.Organisation))]);

    public static DateTimeOffset OfficeHours(DateTimeOffset day) =>
        new DateTimeOffset(ChinaTime.DateOf(day).ToDateTime(new TimeOnly(9, 20)), ChinaTime.Offset).AddMinutes(ChinaTime.DateOf(day).DayNumber * 37 % 480);

    public static FilingRecipient Office(Organisation body) => new(body.Id, body.Name, Abolished: false);

    public async Task AttachAsync(string kind, Guid id, string title, CaseMaterial material, Organisation body, Actor by, DateTimeOffset at)
    {
        var bytes = DemoPdf.Of(title, material.Name, body.Name, "演示材料，内容为虚构。");
        await using var content = store.Open();
        await content.ReceiveAsync(new MemoryStream(bytes), bytes.Length, default);
        content.Keep();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(at), CaseKind = kind, CaseId = id, Slot = material.Key, OrganisationId = body.Id, FileName = $"{material.Name}.pdf", ContentKind = ContentKind.Pdf,
            Size = bytes.Length, Sha256 = content.Sha256, UploadedById = by.UserId, UploadedByName = by.Name, UploadedAt = at,
        });
    }

    public async Task<string> NumberAsync(NumberMatter matter, Organisation office, Guid id, string title, Actor actor, DateTimeOffset at)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var text = (await ledger.IssueAsync(db, matter, office.RegionCode, matter.CaseKind, id, title, actor, at)).Text;
        await transaction.CommitAsync();
        return text;
    }

    /// <summary>Saves a step and lets the clocks follow it.</summary>
    public async Task FollowAsync<TCase, TState, TAction>(CaseRules<TCase, TState, TAction> rules, TCase subject, Guid id, DateTimeOffset at)
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        await db.SaveChangesAsync();
        await clocks.FollowAsync(db, rules, subject, id, at);
    }
}
