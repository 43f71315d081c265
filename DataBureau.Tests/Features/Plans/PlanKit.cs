using System.Globalization;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Browser;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Plans;

/// <summary>Runs one call of the plans' service as a demo person.</summary>
internal delegate Task<Outcome<PlanDetailView>> AsPerson(string userName, Func<PlanService, Task<Outcome<PlanDetailView>>> call);

/// <summary>Plans of the demo county, taken on their way by the people whose steps they are.</summary>
internal sealed class PlanKit(AsPerson asPerson, Func<BureauDbContext> openDb)
{
    public const string Planner = "planner.xiaodian";
    public const string Head = "head.xiaodian";
    public const string Officer = "filing.taiyuan";

    private static int _made;

    private static readonly (PlanAction Action, PlanState To)[] MainLine =
    [
        (PlanAction.Submit, PlanState.InternalReview), (PlanAction.Approve, PlanState.ForApproval), (PlanAction.RecordApproval, PlanState.Approved),
        (PlanAction.SendForFiling, PlanState.PendingFiling), (PlanAction.Accept, PlanState.Accepted), (PlanAction.Record, PlanState.Filed),
    ];

    public PlanKit(BureauFixture bureau)
        : this((who, call) => bureau.AsAsync(who, call), bureau.OpenDb)
    {
    }

    public PlanKit(BureauServer server)
        : this((who, call) => server.AsAsync(who, call), server.OpenDb)
    {
    }

    /// <summary>Complete, of a period that no other test has.</summary>
    public static PlanContent Content(string kind = "P02")
    {
        // A period of its own for each of several hundred plans, all within the years that a plan may have.
        var made = Interlocked.Increment(ref _made);
        var from = 1990 + (made % 100);
        return new PlanContent
        {
            Title = $"小店区大数据发展应用规划（{from}年起）",
            PeriodFrom = from,
            PeriodTo = from + 4 + (made / 100 % 7),
            Summary = "数据基础设施、公共数据汇聚和重点领域应用。",
            Upstream = kind == "P02" ? [new("province", null, "山西省大数据发展应用总体规划", "晋政发〔2025〕3号")] : [],
        };
    }

    public static PlanDetailView Done(Outcome<PlanDetailView> outcome)
    {
        Assert.True(outcome is Outcome<PlanDetailView>.Done, outcome.ToString());
        return ((Outcome<PlanDetailView>.Done)outcome).View;
    }

    public static Refusal Refused(Outcome<PlanDetailView> outcome) => Assert.IsType<Outcome<PlanDetailView>.Refused>(outcome).Refusal;

    public Task<Outcome<PlanDetailView>> CreateAsync(PlanContent content, string kind = "P02", string who = Planner) => asPerson(who, s => s.CreateAsync(kind, content));

    public Task<Outcome<PlanDetailView>> SaveAsync(PlanDetailView plan, PlanContent content, string who = Planner) => asPerson(who, s => s.SaveAsync(plan.Id, plan.Version, content));

    public Task<Outcome<PlanDetailView>> ActAsync(PlanDetailView plan, PlanAction action, string? who = null, string? comment = null, params FieldRemark[] remarks) =>
        asPerson(who ?? WhoDoes(action), s => s.ActAsync(plan.Id, plan.Version, action, comment, remarks));

    public async Task<PlanDetailView> DoAsync(PlanDetailView plan, PlanAction action, string? comment = null, params FieldRemark[] remarks) => Done(await ActAsync(plan, action, null, comment, remarks));

    /// <summary>A plan of the county on the main line of what is filed, with its materials.</summary>
    public async Task<PlanDetailView> PlanAsync(PlanState until = PlanState.Draft, PlanContent? content = null) => await GoOnAsync(Done(await CreateAsync(content ?? Content())), until);

    public async Task<PlanDetailView> GoOnAsync(PlanDetailView plan, PlanState until)
    {
        if (plan.State == PlanState.Draft)
            await AttachAsync(plan, "text", "approval");
        foreach (var (action, to) in MainLine.SkipWhile(s => plan.State != PlanState.Draft && s.To != plan.State).Skip(plan.State == PlanState.Draft ? 0 : 1))
        {
            if (plan.State == until)
                break;
            if (action == PlanAction.RecordApproval)
                plan = Done(await SaveAsync(plan, plan.Content with { Approval = await ApprovalAsync(plan) }));
            plan = await DoAsync(plan, action);
            Assert.Equal(to, plan.State);
        }

        return plan;
    }

    /// <summary>By the county's government, under a number of its own.</summary>
    public async Task<PlanApproval> ApprovalAsync(PlanDetailView plan) =>
        new(await OrganAsync("太原市小店区人民政府"), string.Create(CultureInfo.InvariantCulture, $"小政发〔{plan.Content.PeriodFrom}〕{(((plan.Content.PeriodTo - plan.Content.PeriodFrom - 4) ?? 0) * 10) + plan.Edition}号"), new DateOnly(2026, 10, 8));

    public async Task<Guid> OrganAsync(string name)
    {
        await using var db = openDb();
        return await db.Organisations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync();
    }

    /// <summary>Files that came long before any notice.</summary>
    public Task AttachAsync(PlanDetailView plan, params string[] slots) => AttachAsync(plan, DateTimeOffset.UnixEpoch, slots);

    /// <summary>Files that came after every notice.</summary>
    public Task SupplyAsync(PlanDetailView plan, params string[] slots) => AttachAsync(plan, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), slots);

    /// <summary>The record of a file; its content is nobody's concern here.</summary>
    private async Task AttachAsync(PlanDetailView plan, DateTimeOffset at, string[] slots)
    {
        await using var db = openDb();
        foreach (var slot in slots)
            db.Attachments.Add(new Attachment
            {
                Id = Guid.CreateVersion7(), CaseKind = Plan.CaseKind, CaseId = plan.Id, Slot = slot, OrganisationId = plan.OrganisationId, FileName = slot + ".pdf", ContentKind = ContentKind.Pdf,
                Size = 1024, Sha256 = new string('0', 64), UploadedById = Guid.Empty, UploadedByName = "某人", UploadedAt = at,
            });
        await db.SaveChangesAsync();
    }

    public static string WhoDoes(PlanAction action) => action switch
    {
        PlanAction.Approve or PlanAction.Return or PlanAction.Settle => Head,
        PlanAction.Accept or PlanAction.RequestSupplement or PlanAction.Record or PlanAction.Refuse => Officer,
        _ => Planner,
    };
}
