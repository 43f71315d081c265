using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.ChiefDataOfficers.OfficerAction;
using static DataBureau.Domain.ChiefDataOfficers.OfficerState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.ChiefDataOfficers.OfficerState, DataBureau.Domain.ChiefDataOfficers.OfficerAction, DataBureau.Domain.ChiefDataOfficers.OfficerAppointment>;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>
/// D01: nominated, appointed by the unit, filed. Filing is receipt: the person holds the post from the appointment on. The
/// unit may change, extend and end the time in office in any state in which the post is held; the office with which the appointment
/// was filed takes note of a removal.
/// </summary>
public static class OfficerWorkflow
{
    /// <summary>What the posts rest on in the domain dossier.</summary>
    public const string Mechanism = "D01";

    /// <summary>That the officer is one of the unit's leaders: asked by few documents, and by the bureau elsewhere.</summary>
    public const string RankMechanism = "D02";

    private static readonly ImmutableArray<Guard<OfficerAppointment>> Filable =
        [OfficerGuards.UnitInOffice, OfficerGuards.SupplementAnswered, OfficerGuards.Complete, OfficerGuards.Rank, OfficerGuards.DocumentGiven, OfficerGuards.DocumentAttached, OfficerGuards.RecipientKnown];

    private static readonly ImmutableArray<OfficerState> Held = [Appointed, PendingFiling, Supplementing, Accepted, Filed, FilingRefused];

    public static readonly WorkflowTable<OfficerState, OfficerAction, OfficerAppointment> Table = new(a => a.State, a => a.Location,
        new Row(Nominated, Appoint, Appointed, OfficerPermissions.Appoint, Owner)
        {
            Guards = [OfficerGuards.NotOwn("任命"), OfficerGuards.UnitInOffice, OfficerGuards.Complete, OfficerGuards.Rank, OfficerGuards.DocumentGiven, OfficerGuards.Succession, OfficerGuards.ConcurrentSaid],
            Judges = true,
            Mechanisms = [Mechanism],
        },
        new Row(Nominated, Decline, Discarded, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.NotOwn("决定")], Judges = true, NeedsComment = true },
        new Row(Nominated, Discard, Discarded, OfficerPermissions.Nominate, Owner) { IsRight = true },
        new Row(Appointed, SendForFiling, PendingFiling, OfficerPermissions.Nominate, Owner) { Guards = Filable, Mechanisms = [Mechanism] },
        new Row(PendingFiling, Recall, Appointed, OfficerPermissions.Nominate, Owner) { IsRight = true },
        new Row(PendingFiling, Redirect, PendingFiling, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.RecipientGone, OfficerGuards.RecipientKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(PendingFiling, Accept, Accepted, OfficerPermissions.Receive, Authority) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.RecipientInOffice, OfficerGuards.NotOwn("受理")], Judges = true, Mechanisms = [Mechanism] },
        new Row(PendingFiling, RequestSupplement, Supplementing, OfficerPermissions.Receive, Authority) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.RecipientInOffice, OfficerGuards.NotOwn("告知补正"), OfficerGuards.SupplementAtOnce], Judges = true },
        new Row(PendingFiling, Refuse, FilingRefused, OfficerPermissions.Record, Authority) { Guards = [OfficerGuards.RecipientInOffice, OfficerGuards.NotOwn("作出备案决定")], Judges = true, NeedsComment = true, Mechanisms = [Mechanism] },
        new Row(Supplementing, Resubmit, PendingFiling, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.SupplementAnswered, OfficerGuards.Complete, OfficerGuards.Rank, OfficerGuards.DocumentGiven, OfficerGuards.DocumentAttached] },
        new Row(Supplementing, Recall, Appointed, OfficerPermissions.Nominate, Owner) { NeedsComment = true, IsRight = true },
        new Row(Accepted, Record, Filed, OfficerPermissions.Record, Authority) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.RecipientInOffice, OfficerGuards.NotOwn("备案"), OfficerGuards.NumberFree], Judges = true, Mechanisms = [Mechanism] },
        new Row(Accepted, RequestSupplement, Supplementing, OfficerPermissions.Receive, Authority) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.RecipientInOffice, OfficerGuards.NotOwn("告知补正"), OfficerGuards.SupplementAtOnce], Judges = true },
        new Row(Accepted, Refuse, FilingRefused, OfficerPermissions.Record, Authority) { Guards = [OfficerGuards.RecipientInOffice, OfficerGuards.NotOwn("作出备案决定")], Judges = true, NeedsComment = true, Mechanisms = [Mechanism] },
        new Row(Accepted, Redirect, PendingFiling, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.RecipientGone, OfficerGuards.RecipientKnown], IsRight = true, TaskIf = FilingGuards.IsStranded },
        new Row(FilingRefused, Refile, PendingFiling, OfficerPermissions.Nominate, Owner) { Guards = Filable, NeedsComment = true, Mechanisms = [Mechanism] },
        new Row(Appointed, Replace, Appointed, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.NoOtherNomination], IsRight = true },
        new Row(Filed, Replace, Filed, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.NoOtherNomination], IsRight = true },
        new Row(FilingRefused, Replace, FilingRefused, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.NoOtherNomination], IsRight = true },
        new Row(Filed, Extend, Filed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.UnitInOffice, OfficerGuards.ExtensionGiven], IsRight = true },
        new Row(Appointed, Expire, Expired, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.TermOver] },
        new Row(Filed, Expire, Expired, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.TermOver] },
        new Row(FilingRefused, Expire, Expired, OfficerPermissions.Nominate, Owner) { Guards = [OfficerGuards.TermOver] },
        new Row(Appointed, Remove, Removed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.EndInOrder, OfficerGuards.RemovalGiven], NeedsComment = true, IsRight = true },
        new Row(PendingFiling, Remove, Removed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.EndInOrder, OfficerGuards.RemovalGiven], NeedsComment = true, IsRight = true },
        new Row(Supplementing, Remove, Removed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.EndInOrder, OfficerGuards.RemovalGiven], NeedsComment = true, IsRight = true },
        new Row(Accepted, Remove, Removed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.EndInOrder, OfficerGuards.RemovalGiven], NeedsComment = true, IsRight = true },
        new Row(Filed, Remove, Removed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.EndInOrder, OfficerGuards.RemovalGiven], NeedsComment = true, IsRight = true },
        new Row(FilingRefused, Remove, Removed, OfficerPermissions.Appoint, Owner) { Guards = [OfficerGuards.EndInOrder, OfficerGuards.RemovalGiven], NeedsComment = true, IsRight = true },
        new Row(Removed, TakeNote, Removed, OfficerPermissions.Receive, Authority) { Guards = [OfficerGuards.RemovalUnnoted], IsRight = true, TaskIf = static a => a.RemovalToNote });

    public static readonly TimeLimit FileLimit = new("chief-data-officer.file", "任命后报备", OfficerAppointment.CaseKind);
    public static readonly TimeLimit AcceptLimit = new("chief-data-officer.accept", "受理任职报备", OfficerAppointment.CaseKind);
    public static readonly TimeLimit SupplementLimit = new("chief-data-officer.supplement", "补正任职报备", OfficerAppointment.CaseKind);
    public static readonly TimeLimit RecordLimit = new("chief-data-officer.record", "办结任职备案", OfficerAppointment.CaseKind);

    public static readonly ImmutableArray<TimeLimit> Limits = [FileLimit, AcceptLimit, SupplementLimit, RecordLimit];

    /// <summary>While the unit supplements, the office's clocks stand still.</summary>
    public static readonly ImmutableArray<ClockRule<OfficerState>> Clocks =
    [
        new(FileLimit, Owner, [Appointed], []),
        new(AcceptLimit, Authority, [PendingFiling], [Supplementing]),
        new(RecordLimit, Authority, [Accepted], [Supplementing, PendingFiling]),
        new(SupplementLimit, Owner, [Supplementing], []),
    ];

    /// <summary>The path of an appointment, for the stepper.</summary>
    public static readonly ImmutableArray<OfficerState> MainLine = [Nominated, Appointed, PendingFiling, Accepted, Filed];

    /// <summary>The states in which the person holds the post.</summary>
    public static ImmutableArray<OfficerState> HoldingStates => Held;

    /// <summary>The post is held in this state.</summary>
    public static bool IsHolding(OfficerState state) => Held.Contains(state);

    /// <summary>What the unit may change.</summary>
    public static OfficerParts Editable(OfficerState state) => state switch
    {
        Nominated => OfficerParts.Contact | OfficerParts.Person | OfficerParts.Document | OfficerParts.Start,
        Appointed or Supplementing or FilingRefused => OfficerParts.Contact | OfficerParts.Person | OfficerParts.Document,
        Filed => OfficerParts.Contact,
        _ => OfficerParts.None,
    };

    /// <summary>Whether the unit may add and remove materials.</summary>
    public static bool MaterialsOpen(OfficerState state) => state is Nominated or Appointed or Supplementing or FilingRefused;

    /// <summary>The acts to offer: those that can only be refused for a reason the page has no use for are left out.</summary>
    public static ImmutableArray<PermittedAct<OfficerAction>> Offered(OfficerAppointment appointment, GuardContext context) =>
        [.. Table.Permitted(appointment, context).Where(act => act.WhyNot is null || act.IsDue || act.Action is not (Redirect or Expire or TakeNote))];
}
