using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Plans.PlanAction;
using static DataBureau.Domain.Plans.PlanState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.Plans.PlanState, DataBureau.Domain.Plans.PlanAction, DataBureau.Domain.Plans.Plan>;

namespace DataBureau.Domain.Plans;

/// <summary>
/// P01–P09: drafted, signed off, approved where a rule names an approval, filed upward where a rule asks for it, published
/// where a rule asks for it. Which of these a kind has is the jurisdiction's policy; the guards ask it. Filing is receipt and
/// an opinion on compliance: it approves nothing.
/// </summary>
public static class PlanWorkflow
{
    private static readonly ImmutableArray<Guard<Plan>> Filable = [PlanGuards.FilingAsked, PlanGuards.SupplementAnswered, PlanGuards.ApprovalRegistered, PlanGuards.UpstreamCited, PlanGuards.MaterialsFor(MaterialStage.Filing), PlanGuards.RecipientKnown];

    public static readonly WorkflowTable<PlanState, PlanAction, Plan> Table = new(p => p.State, p => p.Location,
        new Row(Draft, Submit, InternalReview, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.KindKnown, PlanGuards.Complete, PlanGuards.UpstreamCited, PlanGuards.MaterialsFor(MaterialStage.Review)] },
        new Row(Draft, Discard, Discarded, PlanPermissions.Draft, Owner) { IsRight = true },
        new Row(InternalReview, Withdraw, Draft, PlanPermissions.Draft, Owner) { IsRight = true },
        new Row(InternalReview, Approve, ForApproval, PlanPermissions.SignOff, Owner) { Guards = [PlanGuards.NotOwnSubmission("审签"), PlanGuards.ApprovalAsked], Judges = true },
        new Row(InternalReview, Settle, Settled, PlanPermissions.SignOff, Owner) { Guards = [PlanGuards.NotOwnSubmission("审签"), PlanGuards.NoApprovalAsked], Judges = true },
        new Row(InternalReview, Return, Draft, PlanPermissions.SignOff, Owner) { Guards = [PlanGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(ForApproval, RecordApproval, Approved, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.ApprovalRegistered, PlanGuards.MaterialsFor(MaterialStage.Approval)] },
        new Row(ForApproval, NotApproved, Draft, PlanPermissions.Draft, Owner) { NeedsComment = true },
        new Row(Approved, SendForFiling, PendingFiling, PlanPermissions.Draft, Owner) { Guards = Filable, Mechanisms = ["P02"] },
        new Row(Approved, PutIntoEffect, InForce, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoFilingAsked, PlanGuards.NoPublicationAsked] },
        new Row(Approved, Publish, Published, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoFilingAsked, PlanGuards.PublicationAsked, PlanGuards.PublicationPlace] },
        new Row(Settled, PutIntoEffect, InForce, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoPublicationAsked] },
        new Row(Settled, Publish, Published, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.PublicationAsked, PlanGuards.PublicationPlace] },
        new Row(PendingFiling, Recall, Approved, PlanPermissions.Draft, Owner) { IsRight = true },
        new Row(PendingFiling, Redirect, PendingFiling, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.RecipientGone, PlanGuards.RecipientKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(PendingFiling, Accept, Accepted, PlanPermissions.Receive, Authority) { Guards = [PlanGuards.RecipientInOffice, PlanGuards.NotOwnFiling("受理")], Judges = true, Mechanisms = ["P02"] },
        new Row(PendingFiling, RequestSupplement, Supplementing, PlanPermissions.Receive, Authority) { Guards = [PlanGuards.RecipientInOffice, PlanGuards.NotOwnFiling("告知补正"), PlanGuards.SupplementAtOnce], Judges = true },
        new Row(Supplementing, Resubmit, PendingFiling, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.SupplementAnswered, PlanGuards.ApprovalRegistered, PlanGuards.UpstreamCited, PlanGuards.MaterialsFor(MaterialStage.Filing)] },
        new Row(Supplementing, Recall, Approved, PlanPermissions.Draft, Owner) { NeedsComment = true, IsRight = true },
        new Row(Accepted, Record, Filed, PlanPermissions.Record, Authority) { Guards = [PlanGuards.RecipientInOffice, PlanGuards.NotOwnFiling("备案"), PlanGuards.NumberFree], Judges = true, Mechanisms = ["P02"] },
        new Row(Accepted, Refuse, FilingRefused, PlanPermissions.Record, Authority) { Guards = [PlanGuards.RecipientInOffice, PlanGuards.NotOwnFiling("作出备案决定")], Judges = true, NeedsComment = true, Mechanisms = ["P02"] },
        new Row(Accepted, RequestSupplement, Supplementing, PlanPermissions.Receive, Authority) { Guards = [PlanGuards.RecipientInOffice, PlanGuards.NotOwnFiling("告知补正"), PlanGuards.SupplementAtOnce], Judges = true },
        new Row(Accepted, Redirect, PendingFiling, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.RecipientGone, PlanGuards.RecipientKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(FilingRefused, Refile, PendingFiling, PlanPermissions.Draft, Owner) { Guards = Filable, NeedsComment = true, Mechanisms = ["P02"] },
        new Row(FilingRefused, Repeal, Repealed, PlanPermissions.Draft, Owner) { NeedsComment = true, IsRight = true },
        new Row(FilingRefused, Amend, FilingRefused, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(Filed, Publish, Published, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.PublicationPlace], IsRight = true },
        new Row(Filed, Amend, Filed, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(Filed, Repeal, Repealed, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(InForce, Amend, InForce, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(InForce, Repeal, Repealed, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(Published, Amend, Published, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true },
        new Row(Published, Repeal, Repealed, PlanPermissions.Draft, Owner) { Guards = [PlanGuards.NoLaterEdition], NeedsComment = true, IsRight = true });

    public static readonly TimeLimit FileLimit = new("plan.file", "批准后报备", Plan.CaseKind);
    public static readonly TimeLimit AcceptLimit = new("plan.accept", "受理规划备案", Plan.CaseKind);
    public static readonly TimeLimit SupplementLimit = new("plan.supplement", "补正规划备案", Plan.CaseKind);
    public static readonly TimeLimit RecordLimit = new("plan.record", "办结规划备案", Plan.CaseKind);

    public static readonly ImmutableArray<TimeLimit> Limits = [FileLimit, AcceptLimit, SupplementLimit, RecordLimit];

    /// <summary>While the filer supplements, the office's clocks stand still.</summary>
    public static readonly ImmutableArray<ClockRule<PlanState>> Clocks =
    [
        new(FileLimit, Owner, [Approved], []),
        new(AcceptLimit, Authority, [PendingFiling], [Supplementing]),
        new(RecordLimit, Authority, [Accepted], [Supplementing, PendingFiling]),
        new(SupplementLimit, Owner, [Supplementing], []),
    ];

    /// <summary>
    /// The acts to be offered: those permitted, less what a plan of this kind never has, and less 改送 while the receiving body
    /// is in office. The table refuses those all the same.
    /// </summary>
    public static ImmutableArray<PermittedAct<PlanAction>> Offered(Plan plan, GuardContext context) =>
        [.. Table.Permitted(plan, context).Where(act => !Table.Transitions.Single(t => t.From == plan.State && t.Action == act.Action).Guards
            .Any(g => (PlanGuards.AboutTheKind.Contains(g) || g == PlanGuards.RecipientGone) && g.Check(plan, context) is not null))];

    /// <summary>What the drafting body may change.</summary>
    public static PlanParts Editable(PlanState state) => state switch
    {
        Draft => PlanParts.Content,
        ForApproval => PlanParts.Approval,
        Approved or Settled or Filed => PlanParts.Publication,
        Supplementing or FilingRefused => PlanParts.Content | PlanParts.Approval,
        _ => PlanParts.None,
    };

    /// <summary>A filing is with the receiving office, or came back from it: that office has to go on with it.</summary>
    public static bool IsWithRecipient(PlanState state) => state is PendingFiling or Supplementing or Accepted or FilingRefused;

    /// <summary>Whether the drafting body may add and remove materials.</summary>
    public static bool MaterialsOpen(PlanState state) => state is Draft or ForApproval or Approved or Supplementing or FilingRefused;

    /// <summary>The plan is in force: others may rest on it.</summary>
    public static bool IsEffective(PlanState state) => state is Approved or Settled or PendingFiling or Supplementing or Accepted or Filed or FilingRefused or InForce or Published;

    /// <summary>The path a plan of this kind takes, for the stepper.</summary>
    public static ImmutableArray<PlanState> MainLine(PlanRule? rule)
    {
        var line = ImmutableArray.CreateBuilder<PlanState>();
        line.AddRange(Draft, InternalReview);
        if (rule is null or { Approver: not PlanApprover.None })
            line.AddRange(ForApproval, Approved);
        else
            line.Add(Settled);
        if (rule?.Filing is not null)
            line.AddRange(PendingFiling, Accepted, Filed);
        else
            line.Add(rule?.Published == true ? Published : InForce);
        return line.ToImmutable();
    }
}
