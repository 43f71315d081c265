using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Domain.ChiefDataOfficers.OfficerAction;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>Demo chief data officers in every state, brought there by the same acts that people use. Some posts stay vacant, so that the board has something to say.</summary>
internal sealed class DemoOfficers(BureauDbContext db, PolicyLibrary policies, ContentStore store, NumberLedger ledger, DateTimeOffset now)
{
    private static readonly (TimeLimit Limit, int Days)[] Days = [(OfficerWorkflow.FileLimit, 20), (OfficerWorkflow.AcceptLimit, 10), (OfficerWorkflow.SupplementLimit, 15), (OfficerWorkflow.RecordLimit, 20)];

    /// <summary>Null: nobody. The years are those of the term; 0 for none.</summary>
    private static readonly (OfficerAction[] Acts, int AgeDays, int Years)?[] Lives =
    [
        ([Appoint, SendForFiling, Accept, Record], 400, 3),
        ([Appoint, SendForFiling, Accept, Record], 320, 1),
        null,
        ([Appoint, SendForFiling, Accept, Record], 250, 0),
        ([Appoint], 12, 3),
        ([Appoint, SendForFiling], 15, 3),
        ([Appoint, SendForFiling, RequestSupplement], 18, 3),
        ([Appoint, SendForFiling, Accept], 16, 3),
        ([Appoint, SendForFiling, Accept, Refuse], 30, 3),
        ([Appoint, SendForFiling, Accept, Record, Remove], 500, 3),
        ([], 5, 0),
        ([Appoint, SendForFiling, RequestSupplement, Resubmit, Accept, Record], 200, 5),
        ([Appoint, Expire], 420, 1),
        ([Discard], 20, 0),
        ([Appoint, SendForFiling, Accept, Record, Appoint], 600, 0),
    ];

    private IReadOnlyList<Organisation> _organisations = [];
    private IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> _people = new Dictionary<(Guid, Role), Actor>();
    private ClockFacts _facts = default!;
    private int _serial;

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        (_organisations, _people, _facts) = (organisations, people, await new ClockSource().GetAsync(db));
        foreach (var region in new[] { "140000", "130100" })
            db.TimeLimits.AddRange(Days.Select(d => new TimeLimitSetting { Id = Guid.CreateVersion7(), Limit = d.Limit.Key, RegionCode = region, WorkingDays = d.Days }));
        await ClockSource.TouchAsync(db, ClockVersion.TimeLimits);
        await db.SaveChangesAsync();
        var settings = await db.OfficerSchemes.ToListAsync();
        var schemes = new OfficerSchemes(policies, settings);
        // The department of 石家庄 in which the demo people work begins without anybody.
        foreach (var unit in organisations.Where(o => !(o.RegionCode == "130100" && o.Name.EndsWith("民政局", StringComparison.Ordinal))))
            foreach (var post in schemes.For(unit.RegionCode).PostsFor(unit.Kind, unit.HasItOffice))
                if (Lives[_serial++ % Lives.Length] is var (acts, age, years))
                    await LiveAsync(unit, post, acts, age, years);
    }

    private async Task LiveAsync(Organisation unit, DataPost post, OfficerAction[] acts, int age, int years)
    {
        var policy = policies.For(unit.RegionCode);
        var recipient = _organisations.First(o => o.RegionCode == policy.ChiefDataOfficers.Filing.RegionFor(unit.RegionCode) && o.Responsibilities.HasFlag(policy.ChiefDataOfficers.Filing.To));
        var (liaison, head) = (Person(unit, Role.Liaison), Person(unit, Role.DepartmentHead));
        // Filing one's own appointment with oneself needs a second person at the counter.
        var office = Person(recipient, Role.Reviewer);
        var at = OfficeHours(now.AddDays(-age));
        var appointment = await StartAsync(unit, post, liaison, years, at);
        OfficerAppointment? before = null;
        foreach (var act in acts)
        {
            if (act == Appoint && appointment.IsHolding)
            {
                at = OfficeHours(now.AddDays(-60));
                (before, appointment) = (appointment, await StartAsync(unit, post, liaison, years, at));
            }

            at = OfficeHours(at.AddDays(act is Remove or Expire ? (now - at).TotalDays - 20 : Math.Max(1, Math.Min(20, age / (acts.Length + 2)))));
            if (act == Resubmit)
                await AttachAsync(appointment, unit, "任命文件（盖章页）", liaison, at);
            appointment.Know(Facts(appointment, unit, policy, recipient, before));
            var actor = act switch { Appoint or Remove or Extend => head, Accept or RequestSupplement or Record or Refuse => office, _ => liaison };
            await ActAsync(appointment, act, actor, policy, recipient, at);
        }

        StartClock(appointment, at);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task<OfficerAppointment> StartAsync(Organisation unit, DataPost post, Actor liaison, int years, DateTimeOffset at)
    {
        var n = ++_serial;
        var from = ChinaTime.DateOf(at);
        var content = new OfficerContent
        {
            PersonName = DemoNames.Of(500 + (n * 7)),
            Office = post == DataPost.Steward ? "办公室副主任" : "副局长",
            Rank = post == DataPost.Steward ? PersonRank.SectionHead : PersonRank.DeputyHead,
            Phone = $"1380351{n % 10000:0000}",
            Acting = n % 11 == 0,
            OtherPosts = n % 13 == 0 ? "兼任所属事业单位数据专员" : null,
            DocumentNumber = $"人任〔{from.Year}〕{n}号",
            DocumentDate = from,
            EffectiveFrom = from,
            TermEndsOn = years == 0 ? null : Term.LastDayOf(from, years),
        };
        var appointment = OfficerAppointment.Nominate(Guid.CreateVersion7(at), unit.Id, unit.RegionCode, post, content, liaison, at);
        appointment.Know(new OfficerFacts { UnitName = unit.Name });
        db.Officers.Add(appointment);
        db.History.Add(OfficerHistory.Created(appointment, liaison, at));
        await AttachAsync(appointment, unit, "任命文件", liaison, at);
        return appointment;
    }

    private async Task AttachAsync(OfficerAppointment appointment, Organisation unit, string name, Actor liaison, DateTimeOffset at)
    {
        var bytes = DemoPdf.Of(appointment.Title, name, unit.Name, "演示材料，内容为虚构。");
        await using var file = store.Open();
        await file.ReceiveAsync(new MemoryStream(bytes), bytes.Length, default);
        file.Keep();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(at), CaseKind = OfficerAppointment.CaseKind, CaseId = appointment.Id, Slot = OfficerFields.DocumentSlot, OrganisationId = unit.Id, FileName = name + ".pdf", ContentKind = ContentKind.Pdf,
            Size = bytes.Length, Sha256 = file.Sha256, UploadedById = liaison.UserId, UploadedByName = liaison.Name, UploadedAt = at,
        });
    }

    private async Task ActAsync(OfficerAppointment appointment, OfficerAction act, Actor actor, JurisdictionPolicy policy, Organisation recipient, DateTimeOffset at)
    {
        var (from, comment) = (appointment.State, Comment(act));
        IReadOnlyList<FieldRemark> remarks = act == RequestSupplement ? [new(OfficerFields.DocumentSlot, "扫描件缺少盖章页，请补充完整的任命文件。")] : act == Remove ? new OfficerRemoval(null, $"人免〔{at.Year}〕{_serial}号", ChinaTime.DateOf(at)).ToRemarks() : [];
        if (appointment.Act(act, comment, new GuardContext(actor, policy, at) { Remarks = remarks }) is Decision<OfficerState>.Refused refused)
            throw new InvalidOperationException($"Demo officer {appointment.Title}: {act} was refused: {refused.Refusal.Code}.");
        if (act == RequestSupplement)
            db.Add(appointment.OpenedRound!);
        if (appointment.Relieved is var (before, was) && act == Appoint)
            db.History.Add(OfficerHistory.Succeeded(before, was.ChineseName(), appointment.Content.PersonName, actor, at));
        db.History.Add(CaseHistory.Step(OfficerAppointment.CaseKind, appointment.Id, appointment.Version, act.ChineseName(), from.ChineseName(), appointment.State.ChineseName(), comment, actor, at, remarks));
        if (act != Record)
            return;
        await db.SaveChangesAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        appointment.TakeNumber((await ledger.IssueAsync(db, OfficerCase.FilingNumbers, recipient.RegionCode, OfficerAppointment.CaseKind, appointment.Id, appointment.Title, actor, at)).Text);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private void StartClock(OfficerAppointment appointment, DateTimeOffset at)
    {
        if (OfficerWorkflow.Clocks.FirstOrDefault(c => c.Runs.Contains(appointment.State)) is not { } clock)
            return;
        var about = new DeadlineSubject(OfficerAppointment.CaseKind, appointment.Id, appointment.Title, appointment.State.ChineseName(), appointment.RegionCode, clock.Responsible == CaseSide.Owner ? appointment.OrganisationId : appointment.RecipientId!.Value, clock.Responsible);
        var deadline = Deadline.Start(Guid.CreateVersion7(at), clock.Limit.Key, about, ChinaTime.DateOf(at), Days.First(d => d.Limit == clock.Limit).Days, ReminderRungs.Usual);
        deadline.Project(_facts.Calendar, _facts.CalendarVersion);
        db.Deadlines.Add(deadline);
    }

    private static OfficerFacts Facts(OfficerAppointment appointment, Organisation unit, JurisdictionPolicy policy, Organisation recipient, OfficerAppointment? before)
    {
        var office = new FilingRecipient(recipient.Id, recipient.Name, Abolished: false);
        var materials = new HashSet<string>([OfficerFields.DocumentSlot], StringComparer.Ordinal);
        return new OfficerFacts
        {
            UnitName = unit.Name,
            Incumbent = appointment.State == OfficerState.Nominated ? before : null,
            Materials = materials,
            Filing = new FilingFacts(policy.ChiefDataOfficers.Filing, OfficerWorkflow.Mechanism, recipient.RegionCode, appointment.RecipientId is null ? null : office, office, appointment.OpenedRound is { } round ? [round] : []) { Supplied = materials },
        };
    }

    private static string? Comment(OfficerAction act) => act switch
    {
        RequestSupplement => "请一次补齐后重新报送。",
        Resubmit => "已补充盖章页。",
        Refuse => "任命文件与所报岗位不一致，不予备案。",
        Remove => "因工作调动免去。",
        Record => "材料齐全，予以备案。",
        _ => null,
    };

    /// <summary>Bodies without demo people of their own get fictitious ones that cannot sign in.</summary>
    private Actor Person(Organisation body, Role role) => _people.TryGetValue((body.Id, role), out var known)
        ? known
        : new Actor(Guid.CreateVersion7(), DemoNames.Of(body.Code.Sum(c => c) + (int)role), body.Id, body.Name, [.. Roles.PermissionsOf(role).Select(p => new Grant(p, body.Id, body.RegionCode, GrantScope.Organisation))]);

    private static DateTimeOffset OfficeHours(DateTimeOffset day) => new DateTimeOffset(ChinaTime.DateOf(day).ToDateTime(new TimeOnly(8, 50)), ChinaTime.Offset).AddMinutes(ChinaTime.DateOf(day).DayNumber * 41 % 480);
}
