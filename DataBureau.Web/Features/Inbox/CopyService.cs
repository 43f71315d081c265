using System.Collections.Immutable;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Somebody to whom a case may be copied.</summary>
public sealed record CopyPerson(Guid Id, string Name, string OrganisationName)
{
    public string Label => $"{Name}（{OrganisationName}）";
}

/// <summary>To whom a case has been copied.</summary>
public sealed record SentCopy(string Name, string OrganisationName, string ByName, DateTimeOffset At, DateTimeOffset? ReadAt, string? Remark);

/// <summary>Copies a case to people who may see it. Whoever sees a case may point it out to others.</summary>
public sealed class CopyService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseBook> books, InboxKinds kinds, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    public const int MostPeople = 20;

    private const int Tries = 3;
    private const int Suggested = 10;

    private static readonly List<Role> BusinessRoles = [.. Enum.GetValues<Role>().Except(Roles.Administrators)];

    /// <summary>People with a business role by part of their name or their organisation's; nobody for who may not see the case.</summary>
    public async Task<IReadOnlyList<CopyPerson>> SearchAsync(string kind, Guid caseId, string? text, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(text) || await ReadAsync(db, kind, caseId, cancellationToken) is not var (actor, _))
            return [];
        return await People(db).Where(p => p.Id != actor.UserId).Having(text, p => p.Name, p => p.Organisation)
            .OrderBy(p => p.Organisation).ThenBy(p => p.Name).ThenBy(p => p.Id).Take(Suggested).Select(p => new CopyPerson(p.Id, p.Name, p.Organisation)).ToListAsync(cancellationToken);
    }

    /// <summary>To whom the case has been copied, newest first. The reader's own copy counts as read from now on.</summary>
    public async Task<IReadOnlyList<SentCopy>> OpenAsync(string kind, Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ReadAsync(db, kind, caseId, cancellationToken) is not var (actor, _))
            return [];
        var now = clock.GetUtcNow();
        if (await db.CaseCopies.Where(c => c.CaseKind == kind && c.CaseId == caseId && c.RecipientId == actor.UserId && c.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.ReadAt, now), cancellationToken) > 0)
            notifier.Relay([Notification.ChangedOf(actor.UserId)]);
        return await SentAsync(db, kind, caseId, cancellationToken);
    }

    /// <summary>All of them or none, with what is said: the copies, the history's note, the audit and the notifications in one transaction.</summary>
    public async Task<Outcome<IReadOnlyList<SentCopy>>> SendAsync(string kind, Guid caseId, IReadOnlyCollection<Guid> recipients, string? remark)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TrySendAsync(kind, caseId, [.. recipients.Distinct()], string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
            }
            catch (Exception ex) when (attempt < Tries && LostRace.Is(ex))
            {
                // Somebody copied it to the same person at the same moment: read again, it is a second time now.
            }
        }
    }

    private async Task<Outcome<IReadOnlyList<SentCopy>>> TrySendAsync(string kind, Guid caseId, IReadOnlyList<Guid> recipients, string? remark)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ReadAsync(db, kind, caseId, default) is not var (actor, card))
            return new Outcome<IReadOnlyList<SentCopy>>.NotFound();
        var people = await People(db).Where(p => EF.Parameter(recipients).Contains(p.Id)).Select(p => new CopyPerson(p.Id, p.Name, p.Organisation)).ToListAsync();
        if (await RefusalAsync(db, kind, caseId, actor, recipients, people, remark) is { } refusal)
            return new Outcome<IReadOnlyList<SentCopy>>.Refused(refusal, await SentAsync(db, kind, caseId, default));
        var now = clock.GetUtcNow();
        var known = await db.CaseCopies.Where(c => c.CaseKind == kind && c.CaseId == caseId && EF.Parameter(recipients).Contains(c.RecipientId)).ToDictionaryAsync(c => c.RecipientId);
        foreach (var person in people)
        {
            if (known.GetValueOrDefault(person.Id) is { } copy)
                copy.SayAgain(remark, actor, now);
            else
                db.CaseCopies.Add(CaseCopy.Send(Guid.CreateVersion7(now), kind, caseId, person.Id, remark, actor, now));
        }

        var names = string.Join('、', people.Select(p => p.Label));
        db.History.Add(CaseHistory.Note(kind, caseId, "抄送", null, string.Empty, remark is null ? names : $"{names}：{remark}", actor, now));
        audit.Add(db, actor, $"{kind}.Copy", $"抄送「{card.Title}」给{names}", kind, caseId.ToString(), after: new { CopiedTo = people.Select(p => p.Label), Remark = remark });
        var told = await NotificationWriter.AddAsync(db, people.Select(p => p.Id), new NotificationText(NotificationCategory.Copied, kind, $"抄送：{card.Title}", $"{actor.OrganisationName}{actor.Name}把本件抄送给您。{remark}", kinds.HrefOf(kind, caseId)), now);
        await db.SaveChangesAsync();
        NotificationWriter.Publish(notifier, told);
        // Whoever wants no notification still has the copy in the inbox, and its number.
        notifier.Relay([.. people.Select(p => Notification.ChangedOf(p.Id))]);
        return new Outcome<IReadOnlyList<SentCopy>>.Done(await SentAsync(db, kind, caseId, default), $"已抄送给{names}。");
    }

    private async Task<Refusal?> RefusalAsync(BureauDbContext db, string kind, Guid caseId, Actor actor, IReadOnlyList<Guid> recipients, IReadOnlyList<CopyPerson> people, string? remark)
    {
        if (recipients.Count == 0 || people.Count < recipients.Count)
            return CopyRefusals.Nobody();
        if (recipients.Count > MostPeople)
            return CopyRefusals.TooMany(MostPeople);
        if (recipients.Contains(actor.UserId))
            return CopyRefusals.Oneself();
        if (remark?.Length > CaseCopy.RemarkLimit)
            return CopyRefusals.RemarkTooLong();
        var strangers = new List<string>();
        foreach (var person in people)
            if (await db.ReadActorAsync(person.Id, default) is not { } reader || await CardAsync(db, kind, caseId, reader, default) is null)
                strangers.Add(person.Label);
        return strangers.Count == 0 ? null : CopyRefusals.MayNotSee(strangers);
    }

    private async Task<(Actor Actor, CaseCard Card)?> ReadAsync(BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && await CardAsync(db, kind, caseId, actor, cancellationToken) is { } card ? (actor, card) : null;

    private async Task<CaseCard?> CardAsync(BureauDbContext db, string kind, Guid caseId, Actor actor, CancellationToken cancellationToken) =>
        (await (books.FirstOrDefault(b => b.Kind == kind)?.CardsAsync(db, actor, [caseId], cancellationToken) ?? Task.FromResult<IReadOnlyDictionary<Guid, CaseCard>>(ImmutableDictionary<Guid, CaseCard>.Empty))).GetValueOrDefault(caseId);

    private static IQueryable<Person> People(BureauDbContext db) =>
        db.Users.AsNoTracking().Where(u => u.DisabledAt == null && u.Grants.Any(g => BusinessRoles.Contains(g.Role)))
            .Join(db.Organisations, u => u.OrganisationId, o => o.Id, (u, o) => new Person { Id = u.Id, Name = u.DisplayName, Organisation = o.Name });

    private static async Task<IReadOnlyList<SentCopy>> SentAsync(BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        await (from c in db.CaseCopies.AsNoTracking()
               join u in db.Users on c.RecipientId equals u.Id
               join o in db.Organisations on u.OrganisationId equals o.Id
               where c.CaseKind == kind && c.CaseId == caseId
               orderby c.At descending, c.Id
               select new SentCopy(u.DisplayName, o.Name, c.ByName, c.At, c.ReadAt, c.Remark)).ToListAsync(cancellationToken);

    private sealed record Person
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Organisation { get; init; }
    }
}
