using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Domain.Plans.PlanAction;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>Demo plans, brought where they stand by the same acts that people use, with materials, history, rounds of supplement and numbers.</summary>
internal sealed class DemoPlans(BureauDbContext db, PolicyLibrary policies, ContentStore store, NumberLedger ledger, DateTimeOffset now)
{
    private static readonly (TimeLimit Limit, int Days)[] Days = [(PlanWorkflow.FileLimit, 20), (PlanWorkflow.AcceptLimit, 10), (PlanWorkflow.SupplementLimit, 15), (PlanWorkflow.RecordLimit, 20)];

    private readonly List<Plan> _made = [];
    private ClockFacts _facts = default!;
    private IReadOnlyList<Organisation> _organisations = [];
    private IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> _people = new Dictionary<(Guid, Role), Actor>();

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        (_organisations, _people) = (organisations, people);
        _facts = await new ClockSource().GetAsync(db);
        // The bureau's own limits: below a province hold those of the province.
        foreach (var region in new[] { "140000", "350000", "130100" })
            db.TimeLimits.AddRange(Days.Select(d => new TimeLimitSetting { Id = Guid.CreateVersion7(), Limit = d.Limit.Key, RegionCode = region, WorkingDays = d.Days }));
        await ClockSource.TouchAsync(db, ClockVersion.TimeLimits);
        await db.SaveChangesAsync();
        foreach (var life in DemoPlanLives.All)
            await LiveAsync(life);
    }

    private async Task LiveAsync(DemoPlanLife life)
    {
        var policy = policies.For(life.Region);
        var rule = policy.Plans.Find(life.Kind)!;
        var body = _organisations.First(o => o.RegionCode == life.Region && o.Responsibilities.HasFlag(life.Drafter));
        var government = _organisations.First(o => o.RegionCode == life.Region && o.Kind == OrganisationKind.Government);
        var recipient = rule.Filing is { } filing ? _organisations.First(o => o.RegionCode == filing.RegionFor(life.Region) && o.Responsibilities.HasFlag(filing.To)) : null;
        var (drafter, head) = (Person(body, Role.Liaison), Person(body, Role.DepartmentHead));
        var at = OfficeHours(now.AddDays(-life.Days));
        var plan = Plan.Draft(Guid.CreateVersion7(at), life.Kind, body.Id, life.Region, DemoPlanContents.Make(rule, government.Name[..^4], life, _made), at);
        await StartAsync(plan, rule, body, drafter, "新建", at);
        foreach (var act in life.Acts)
        {
            at = OfficeHours(at.AddDays(Math.Max(1, life.Days / (life.Acts.Length + 2))));
            if (act == Resubmit)
            {
                foreach (var material in rule.Materials.Where(m => plan.OpenedRound!.Items.Any(i => i.Key == m.Key)))
                    await AttachAsync(plan, material, body, drafter, at);
            }

            plan.Know(Facts(plan, rule, body, government, recipient));
            Prepare(plan, rule, government, drafter, at);
            var actor = act switch
            {
                Approve or Settle or Return => head,
                Accept or RequestSupplement or Record or Refuse => Person(recipient!, Role.FilingOfficer),
                _ => drafter,
            };
            await ActAsync(plan, act, actor, policy, recipient, at);
            if (act == Amend)
            {
                plan = plan.NextEdition(Guid.CreateVersion7(at), plan.Edition + 1, at);
                await StartAsync(plan, rule, body, drafter, Amend.ChineseName(), at);
                if (plan.Edit(plan.Content with { Summary = $"{plan.Content.Summary}统筹算力基础设施布局。" }, drafter, at) is { } refusal)
                    throw new InvalidOperationException($"Demo plan {plan.Content.Title}: {refusal.Code}.");
                db.History.Add(PlanHistory.Edited(plan, $"修改了：{PlanFields.TitleOf(nameof(PlanContent.Summary))}", drafter, at));
            }
        }

        StartClock(plan, rule, at);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>The clock that runs in the state where the plan has come to rest.</summary>
    private void StartClock(Plan plan, PlanRule rule, DateTimeOffset at)
    {
        if (rule.Filing is null || PlanWorkflow.Clocks.FirstOrDefault(c => c.Runs.Contains(plan.State)) is not { } clock)
            return;
        var about = new DeadlineSubject(Plan.CaseKind, plan.Id, plan.Content.Title, plan.State.ChineseName(), plan.RegionCode, clock.Responsible == CaseSide.Owner ? plan.OrganisationId : plan.RecipientId!.Value, clock.Responsible);
        var deadline = Deadline.Start(Guid.CreateVersion7(at), clock.Limit.Key, about, ChinaTime.DateOf(at), Days.First(d => d.Limit == clock.Limit).Days, ReminderRungs.Usual);
        deadline.Project(_facts.Calendar, _facts.CalendarVersion);
        db.Deadlines.Add(deadline);
    }

    private async Task StartAsync(Plan plan, PlanRule rule, Organisation body, Actor drafter, string how, DateTimeOffset at)
    {
        db.Plans.Add(plan);
        db.History.Add(PlanHistory.Created(plan, how, drafter, at));
        foreach (var material in rule.Materials)
            await AttachAsync(plan, material, body, drafter, at);
        _made.Add(plan);
    }

    private async Task AttachAsync(Plan plan, MaterialRule material, Organisation body, Actor drafter, DateTimeOffset at)
    {
        var bytes = DemoPdf.Of(plan.Content.Title, material.Name, $"{body.Name}　第 {plan.Edition} 版", "演示材料，内容为虚构。");
        await using var content = store.Open();
        await content.ReceiveAsync(new MemoryStream(bytes), bytes.Length, default);
        content.Keep();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(at), CaseKind = Plan.CaseKind, CaseId = plan.Id, Slot = material.Key, OrganisationId = body.Id, FileName = $"{material.Name}.pdf", ContentKind = ContentKind.Pdf,
            Size = bytes.Length, Sha256 = content.Sha256, UploadedById = drafter.UserId, UploadedByName = drafter.Name, UploadedAt = at,
        });
    }

    /// <summary>What the drafter fills in on the way: the approval, and where it was published.</summary>
    private static void Prepare(Plan plan, PlanRule rule, Organisation government, Actor drafter, DateTimeOffset at)
    {
        var content = plan.Content;
        if (plan.State == PlanState.ForApproval)
            content = content with { Approval = DemoPlanContents.Approval(plan, government, ChinaTime.DateOf(at)) };
        if ((plan.State is PlanState.Filed) || (rule.Published && plan.State is PlanState.Approved or PlanState.Settled))
            content = content with { PublishedIn = $"{government.Name}公报{ChinaTime.DateOf(at).Year}年第{ChinaTime.DateOf(at).Month}期" };
        if (content != plan.Content && plan.Edit(content, drafter, at) is { } refusal)
            throw new InvalidOperationException($"Demo plan {plan.Content.Title}: {refusal.Code}.");
    }

    private async Task ActAsync(Plan plan, PlanAction act, Actor actor, JurisdictionPolicy policy, Organisation? recipient, DateTimeOffset at)
    {
        var (from, comment, remarks) = (plan.State, DemoPlanContents.Comment(act), DemoPlanContents.Remarks(act));
        if (plan.Act(act, comment, new GuardContext(actor, policy, at) { Remarks = remarks }) is Decision<PlanState>.Refused refused)
            throw new InvalidOperationException($"Demo plan {plan.Content.Title}: {act} was refused: {refused.Refusal.Code}.");
        if (act == RequestSupplement)
            db.Add(plan.OpenedRound!);
        if (act == Record)
            await NumberAsync(plan, recipient!, actor, at);
        if (act is Record or PutIntoEffect or Publish)
        {
            foreach (var earlier in _made.Where(p => p.LineageId == plan.LineageId && p.Edition < plan.Edition && PlanWorkflow.IsEffective(p.State)).ToList())
            {
                var was = earlier.State;
                earlier.Supersede(at);
                db.History.Add(PlanHistory.Superseded(earlier, was, plan.Edition, actor, at));
            }
        }

        db.History.Add(CaseHistory.Step(Plan.CaseKind, plan.Id, plan.Version, act.ChineseName(), from.ChineseName(), plan.State.ChineseName(), comment, actor, at, remarks));
    }

    private async Task NumberAsync(Plan plan, Organisation office, Actor actor, DateTimeOffset at)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        plan.TakeNumber((await ledger.IssueAsync(db, PlanCase.FilingNumbers, office.RegionCode, Plan.CaseKind, plan.Id, plan.Content.Title, actor, at)).Text);
        await transaction.CommitAsync();
    }

    private static FilingRecipient Office(Organisation recipient) => new(recipient.Id, recipient.Name, Abolished: false);

    private PlanFacts Facts(Plan plan, PlanRule rule, Organisation body, Organisation government, Organisation? recipient) => new()
    {
        DrafterHolds = body.Responsibilities,
        Filing = rule.Filing is null || recipient is null ? FilingFacts.None with { Mechanism = plan.Kind } : new FilingFacts(
            rule.Filing, plan.Kind, recipient.RegionCode, plan.RecipientId is null ? null : Office(recipient), Office(recipient), plan.OpenedRound is { } round ? [round] : []) { Supplied = rule.Materials.Select(m => m.Key).ToHashSet(StringComparer.Ordinal) },
        ApprovingOrgan = plan.Content.Approval.OrganId is null && plan.State != PlanState.ForApproval ? null : government,
        Materials = rule.Materials.Select(m => m.Key).ToHashSet(StringComparer.Ordinal),
        Upstream = [.. _made.Where(p => plan.Content.Upstream.Any(u => u.PlanId == p.Id)).Select(p => new UpstreamFact(p.Id, p.Kind, p.RegionCode, p.State, p.Content.Title))],
        LaterEditionUnderWay = _made.Any(p => p.LineageId == plan.LineageId && p.Edition > plan.Edition && p.State != PlanState.Discarded),
    };

    /// <summary>Bodies without demo people of their own get fictitious ones that cannot sign in.</summary>
    private Actor Person(Organisation body, Role role) => _people.TryGetValue((body.Id, role), out var known)
        ? known
        : new Actor(Guid.CreateVersion7(), DemoNames.Of(body.Code.Sum(c => c) + (int)role), body.Id, body.Name, [.. Roles.PermissionsOf(role).Select(p => new Grant(p, body.Id, body.RegionCode, GrantScope.Organisation))]);

    private static DateTimeOffset OfficeHours(DateTimeOffset day) => new DateTimeOffset(ChinaTime.DateOf(day).ToDateTime(new TimeOnly(9, 20)), ChinaTime.Offset).AddMinutes(ChinaTime.DateOf(day).DayNumber * 37 % 480);
}
