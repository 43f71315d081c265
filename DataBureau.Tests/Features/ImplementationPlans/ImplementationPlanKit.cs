using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanAction;

namespace DataBureau.Tests.Features.ImplementationPlans;

/// <summary>Implementation plans of a provincial department, taken on their way by the people whose steps they are.</summary>
internal sealed class ImplementationPlanKit(BureauFixture bureau)
{
    public const string Drafter = "liaison";
    public const string Head = "head";
    public const string Officer = "reviewer";

    private static readonly ImplementationPlanAction[] MainLine = [Submit, Approve, Accept, ImplementationPlanAction.Record];

    private static int _made;

    /// <summary>Complete, of a project that no other test has.</summary>
    public static ImplementationPlanContent Content() => new()
    {
        Title = $"智慧养老服务平台（第 {Interlocked.Increment(ref _made)} 个）", Field = "民政", Summary = "建设全省统一的养老服务信息平台。", Budget = 1280.50m, Start = new DateOnly(2026, 3, 1), Finish = new DateOnly(2027, 12, 1),
    };

    public static ImplementationPlanView Done(Outcome<ImplementationPlanView> outcome)
    {
        Assert.True(outcome is Outcome<ImplementationPlanView>.Done, outcome.ToString());
        return ((Outcome<ImplementationPlanView>.Done)outcome).View;
    }

    public static Refusal Refused(Outcome<ImplementationPlanView> outcome) => Assert.IsType<Outcome<ImplementationPlanView>.Refused>(outcome).Refusal;

    public Task<Outcome<ImplementationPlanView>> CreateAsync(ImplementationPlanContent content, string who = Drafter) => AsAsync(who, s => s.CreateAsync(content));

    public Task<Outcome<ImplementationPlanView>> SaveAsync(ImplementationPlanView plan, ImplementationPlanContent content, string who = Drafter) => AsAsync(who, s => s.SaveAsync(plan.Id, plan.Version, content));

    public Task<Outcome<ImplementationPlanView>> ActAsync(ImplementationPlanView plan, ImplementationPlanAction action, string? who = null, string? comment = null, params FieldRemark[] remarks) =>
        AsAsync(who ?? WhoDoes(action), s => s.ActAsync(plan.Id, plan.Version, action, comment, remarks));

    public async Task<ImplementationPlanView> DoAsync(ImplementationPlanView plan, ImplementationPlanAction action, string? comment = null, params FieldRemark[] remarks) => Done(await ActAsync(plan, action, null, comment, remarks));

    public Task<ImplementationPlanView?> FindAsync(Guid id, string who = Drafter) => bureau.AsAsync<ImplementationPlanService, ImplementationPlanView?>(who, s => s.FindAsync(id, default));

    /// <summary>A plan on the main line, with its material.</summary>
    public async Task<ImplementationPlanView> PlanAsync(ImplementationPlanState until = ImplementationPlanState.Draft) => await GoOnAsync(Done(await CreateAsync(Content())), until);

    public async Task<ImplementationPlanView> GoOnAsync(ImplementationPlanView plan, ImplementationPlanState until)
    {
        if (plan.State == ImplementationPlanState.Draft)
            await AttachAsync(plan.Id);
        var from = plan.State;
        foreach (var action in MainLine.SkipWhile(a => ImplementationPlanWorkflow.Table.Transitions.All(t => t.From != from || t.Action != a)).TakeWhile(_ => plan.State != until))
            plan = await DoAsync(plan, action);
        Assert.Equal(until, plan.State);
        return plan;
    }

    /// <summary>The record of a file; its content is nobody's concern here.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="at">When it came; long before any notice where nothing is said.</param>
    public async Task AttachAsync(Guid id, DateTimeOffset? at = null)
    {
        await using var db = bureau.OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(), CaseKind = ImplementationPlan.CaseKind, CaseId = id, Slot = "plan", OrganisationId = db.ImplementationPlans.Single(p => p.Id == id).OrganisationId, FileName = "实施方案.pdf", ContentKind = ContentKind.Pdf,
            Size = 1024, Sha256 = new string('0', 64), UploadedById = Guid.Empty, UploadedByName = "某人", UploadedAt = at ?? DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
    }

    public static string WhoDoes(ImplementationPlanAction action) => action switch
    {
        Approve or Return => Head,
        Accept or RequestSupplement or ImplementationPlanAction.Record or Refuse => Officer,
        _ => Drafter,
    };

    private Task<Outcome<ImplementationPlanView>> AsAsync(string who, Func<ImplementationPlanService, Task<Outcome<ImplementationPlanView>>> call) => bureau.AsAsync(who, call);
}
