using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanAction;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanState;
using static DataBureau.Domain.Workflow.CaseSide;
using Guards = DataBureau.Domain.ImplementationPlans.ImplementationPlanGuards;
using Permissions = DataBureau.Domain.ImplementationPlans.ImplementationPlanPermissions;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.ImplementationPlans.ImplementationPlanState, DataBureau.Domain.ImplementationPlans.ImplementationPlanAction, DataBureau.Domain.ImplementationPlans.ImplementationPlan>;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>J01: a department's implementation plan is signed off inside and filed at once. Filing is receipt and an opinion; nothing waits for it.</summary>
public static class ImplementationPlanWorkflow
{
    public const string Mechanism = "J01";

    private static readonly ImmutableArray<Guard<ImplementationPlan>> Filable = [Guards.FilingAsked, Guards.Complete, Guards.MaterialsThere, Guards.RecipientKnown];

    public static readonly WorkflowTable<ImplementationPlanState, ImplementationPlanAction, ImplementationPlan> Table = new(p => p.State, p => p.Location,
        new Row(Draft, Submit, InternalReview, Permissions.Draft, Owner) { Guards = [Guards.FilingAsked, Guards.SupplementAnswered, Guards.Complete, Guards.MaterialsThere] },
        new Row(Draft, Discard, Discarded, Permissions.Draft, Owner) { IsRight = true },
        new Row(InternalReview, Withdraw, Draft, Permissions.Draft, Owner) { IsRight = true },
        new Row(InternalReview, Approve, PendingFiling, Permissions.SignOff, Owner) { Guards = [Guards.NotOwnSubmission("审签"), .. Filable], Judges = true, Mechanisms = [Mechanism] },
        new Row(InternalReview, Return, Draft, Permissions.SignOff, Owner) { Guards = [Guards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(PendingFiling, Recall, Draft, Permissions.Draft, Owner) { IsRight = true },
        new Row(PendingFiling, Redirect, PendingFiling, Permissions.Draft, Owner) { Guards = [Guards.RecipientGone, Guards.RecipientKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(PendingFiling, Accept, Accepted, Permissions.Receive, Authority) { Guards = [Guards.RecipientInOffice, Guards.NotOwnFiling("受理")], Judges = true, Mechanisms = [Mechanism] },
        new Row(PendingFiling, RequestSupplement, Supplementing, Permissions.Receive, Authority) { Guards = [Guards.RecipientInOffice, Guards.NotOwnFiling("告知补正"), Guards.SupplementAtOnce], Judges = true },
        new Row(Supplementing, Resubmit, PendingFiling, Permissions.Draft, Owner) { Guards = [Guards.SupplementAnswered, Guards.Complete, Guards.MaterialsThere] },
        new Row(Supplementing, Recall, Draft, Permissions.Draft, Owner) { NeedsComment = true, IsRight = true },
        new Row(Accepted, Record, Filed, Permissions.Record, Authority) { Guards = [Guards.RecipientInOffice, Guards.NotOwnFiling("备案"), Guards.NumberFree], Judges = true, Mechanisms = [Mechanism] },
        new Row(Accepted, Refuse, FilingRefused, Permissions.Record, Authority) { Guards = [Guards.RecipientInOffice, Guards.NotOwnFiling("作出备案决定")], Judges = true, NeedsComment = true, Mechanisms = [Mechanism] },
        new Row(Accepted, RequestSupplement, Supplementing, Permissions.Receive, Authority) { Guards = [Guards.RecipientInOffice, Guards.NotOwnFiling("告知补正"), Guards.SupplementAtOnce], Judges = true },
        new Row(Accepted, Redirect, PendingFiling, Permissions.Draft, Owner) { Guards = [Guards.RecipientGone, Guards.RecipientKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(FilingRefused, Refile, PendingFiling, Permissions.Draft, Owner) { Guards = Filable, NeedsComment = true, Mechanisms = [Mechanism] },
        new Row(FilingRefused, Cancel, Cancelled, Permissions.Draft, Owner) { NeedsComment = true, IsRight = true },
        new Row(Filed, Amend, Filed, Permissions.Draft, Owner) { Guards = [Guards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(Filed, Cancel, Cancelled, Permissions.Draft, Owner) { Guards = [Guards.NoLaterEdition], NeedsComment = true, IsRight = true });

    public static readonly TimeLimit AcceptLimit = new("implementation-plan.accept", "受理实施方案备案", ImplementationPlan.CaseKind) { ActedOnWith = [Permissions.Receive] };
    public static readonly TimeLimit SupplementLimit = new("implementation-plan.supplement", "补正实施方案备案", ImplementationPlan.CaseKind) { ActedOnWith = [Permissions.Draft] };
    public static readonly TimeLimit RecordLimit = new("implementation-plan.record", "办结实施方案备案", ImplementationPlan.CaseKind) { ActedOnWith = [Permissions.Record] };

    public static readonly ImmutableArray<TimeLimit> Limits = [AcceptLimit, SupplementLimit, RecordLimit];

    /// <summary>While the department supplements, the office's clocks stand still.</summary>
    public static readonly ImmutableArray<ClockRule<ImplementationPlanState>> Clocks =
    [
        new(AcceptLimit, Authority, [PendingFiling], [Supplementing]),
        new(RecordLimit, Authority, [Accepted], [Supplementing, PendingFiling]),
        new(SupplementLimit, Owner, [Supplementing], []),
    ];

    /// <summary>The path, for the stepper; 补正, 不予备案 and the ends stand beside it.</summary>
    public static readonly ImmutableArray<ImplementationPlanState> MainLine = [Draft, InternalReview, PendingFiling, Accepted, Filed];

    /// <summary>The acts to be offered: those permitted, less 改送 while the receiving body is in office. The table refuses it all the same.</summary>
    public static ImmutableArray<PermittedAct<ImplementationPlanAction>> Offered(ImplementationPlan plan, GuardContext context) =>
        [.. Table.Permitted(plan, context).Where(act => act.Action != Redirect || Guards.RecipientGone.Check(plan, context) is null)];

    /// <summary>A filing is with the receiving office, or came back from it: that office has to go on with it.</summary>
    public static bool IsWithRecipient(ImplementationPlanState state) => state is PendingFiling or Supplementing or Accepted or FilingRefused;

    /// <summary>Where the department may change content and materials.</summary>
    public static bool IsEditable(ImplementationPlanState state) => state is Draft or Supplementing or FilingRefused;
}
