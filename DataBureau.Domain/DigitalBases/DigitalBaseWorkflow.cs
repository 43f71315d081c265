using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.DigitalBases.DigitalBaseAction;
using static DataBureau.Domain.DigitalBases.DigitalBaseState;
using static DataBureau.Domain.Workflow.CaseSide;
using Guards = DataBureau.Domain.DigitalBases.DigitalBaseGuards;
using Permissions = DataBureau.Domain.DigitalBases.DigitalBasePermissions;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.DigitalBases.DigitalBaseState, DataBureau.Domain.DigitalBases.DigitalBaseAction, DataBureau.Domain.DigitalBases.DigitalBase>;

namespace DataBureau.Domain.DigitalBases;

/// <summary>
/// J02: a county that wants a digital base of its own needs the consent of the authority above, builds it, and has its connection
/// to the city's base verified. An approval, not a filing. The rows that only ever refuse are there so that the page says why.
/// </summary>
public static class DigitalBaseWorkflow
{
    public const string Mechanism = "J02";

    private static readonly ImmutableArray<string> J02 = [Mechanism];

    public static readonly WorkflowTable<DigitalBaseState, DigitalBaseAction, DigitalBase> Table = new(b => b.State, b => b.Location,
        new Row(Draft, Submit, InternalReview, Permissions.Apply, Owner) { Guards = [Guards.ConsentAsked, Guards.Complete, Guards.MaterialsThere] },
        new Row(Draft, Discard, Discarded, Permissions.Apply, Owner) { IsRight = true },
        new Row(InternalReview, Withdraw, Draft, Permissions.Apply, Owner) { IsRight = true },
        new Row(InternalReview, Approve, Applied, Permissions.SignOff, Owner) { Guards = [Guards.NotOwnSubmission("审签"), Guards.ConsentAsked, Guards.Complete, Guards.MaterialsThere, Guards.AuthorityKnown], Judges = true, Mechanisms = J02 },
        new Row(InternalReview, Return, Draft, Permissions.SignOff, Owner) { Guards = [Guards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(Applied, OpenArgument, UnderArgument, Permissions.Handle, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("组织论证")], Judges = true, Mechanisms = J02 },
        new Row(Applied, Return, Draft, Permissions.Handle, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("退回")], Judges = true, NeedsComment = true },
        new Row(Applied, Withdraw, Withdrawn, Permissions.Apply, Owner) { NeedsComment = true, IsRight = true },
        new Row(Applied, Redirect, Applied, Permissions.Apply, Owner) { Guards = [Guards.AuthorityGone, Guards.AuthorityKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(Applied, ReportBuilt, Built, Permissions.Apply, Owner) { Guards = [Guards.ConsentGiven], Mechanisms = J02, IsRight = true },
        new Row(UnderArgument, Consent, Consented, Permissions.Decide, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("作出同意决定"), Guards.Argued, Guards.NumberFree], Judges = true, Mechanisms = J02 },
        new Row(UnderArgument, RefuseConsent, ConsentRefused, Permissions.Decide, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("作出不同意决定")], Judges = true, NeedsComment = true, Mechanisms = J02 },
        new Row(UnderArgument, Withdraw, Withdrawn, Permissions.Apply, Owner) { NeedsComment = true, IsRight = true },
        new Row(UnderArgument, Redirect, Applied, Permissions.Apply, Owner) { Guards = [Guards.AuthorityGone, Guards.AuthorityKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(UnderArgument, ReportBuilt, Built, Permissions.Apply, Owner) { Guards = [Guards.ConsentGiven], Mechanisms = J02, IsRight = true },
        new Row(ConsentRefused, Reapply, ConsentRefused, Permissions.Apply, Owner) { Guards = [Guards.NotAppliedAgain], IsRight = true },
        new Row(Consented, ReportBuilt, Built, Permissions.Apply, Owner) { Guards = [Guards.ConsentGiven] },
        new Row(Consented, Redirect, Consented, Permissions.Apply, Owner) { Guards = [Guards.AuthorityGone, Guards.AuthorityKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(Built, Verify, DigitalBaseState.Connected, Permissions.Handle, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("核验"), Guards.Verified], Judges = true, Mechanisms = J02 },
        new Row(Built, FailVerification, Built, Permissions.Handle, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("核验")], Judges = true, NeedsComment = true },
        new Row(Built, Close, Closed, Permissions.Handle, Authority) { Guards = [Guards.Connected], Mechanisms = J02, IsRight = true },
        new Row(Built, Redirect, Built, Permissions.Apply, Owner) { Guards = [Guards.AuthorityGone, Guards.AuthorityKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(DigitalBaseState.Connected, Close, Closed, Permissions.Handle, Authority) { Guards = [Guards.Connected, Guards.AuthorityInOffice] },
        new Row(DigitalBaseState.Connected, FailVerification, Built, Permissions.Handle, Authority) { Guards = [Guards.AuthorityInOffice, Guards.NotOwnApplication("核验")], Judges = true, NeedsComment = true, IsRight = true },
        new Row(DigitalBaseState.Connected, Redirect, DigitalBaseState.Connected, Permissions.Apply, Owner) { Guards = [Guards.AuthorityGone, Guards.AuthorityKnown], IsRight = true, TaskIf = FilingGuards.IsStranded });

    public static readonly TimeLimit AcceptLimit = new("digital-base.accept", "受理县级数字底座申请", DigitalBase.CaseKind) { ActedOnWith = [Permissions.Handle] };
    public static readonly TimeLimit ArgueLimit = new("digital-base.argue", "论证县级数字底座", DigitalBase.CaseKind) { ActedOnWith = [Permissions.Handle, Permissions.Decide] };
    public static readonly TimeLimit VerifyLimit = new("digital-base.verify", "核验县级数字底座连通", DigitalBase.CaseKind) { ActedOnWith = [Permissions.Handle] };

    public static readonly ImmutableArray<TimeLimit> Limits = [AcceptLimit, ArgueLimit, VerifyLimit];

    public static readonly ImmutableArray<ClockRule<DigitalBaseState>> Clocks =
    [
        new(AcceptLimit, Authority, [Applied], []),
        new(ArgueLimit, Authority, [UnderArgument], []),
        new(VerifyLimit, Authority, [Built], []),
    ];

    /// <summary>The path, for the stepper.</summary>
    public static readonly ImmutableArray<DigitalBaseState> MainLine = [Draft, InternalReview, Applied, UnderArgument, Consented, Built, DigitalBaseState.Connected, Closed];

    /// <summary>The acts to be offered: those permitted, less 改送 while the authority is in office. The table refuses it all the same.</summary>
    public static ImmutableArray<PermittedAct<DigitalBaseAction>> Offered(DigitalBase subject, GuardContext context) =>
        [.. Table.Permitted(subject, context).Where(act => act.Action != Redirect || Guards.AuthorityGone.Check(subject, context) is null)];

    /// <summary>What can be written: the application by the county, the records by the authority.</summary>
    public static DigitalBasePart Editable(DigitalBaseState state) => state switch
    {
        Draft => DigitalBasePart.Application,
        UnderArgument => DigitalBasePart.Argument,
        Built => DigitalBasePart.Verification,
        _ => DigitalBasePart.None,
    };

    /// <summary>Where the applying body may add and remove materials; the authority may while it argues and verifies.</summary>
    public static bool OwnerFiles(DigitalBaseState state) => state is Draft or Consented;

    public static bool AuthorityFiles(DigitalBaseState state) => state is UnderArgument or Built;
}
