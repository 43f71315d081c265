using System.Runtime.InteropServices;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Consultations;

/// <summary>An invited body as the guards see it.</summary>
public sealed record InvitedBody(string Name, Responsibilities Holds, bool Abolished)
{
    /// <summary>Nobody there may answer for it: what is sent to it reaches nobody.</summary>
    public bool Unattended { get; init; }
}

/// <summary>An opinion as the guards see it: that it was given, not its words.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpinionFact(Guid UnitId, Guid QuestionId, int Round, OpinionKind Kind);

/// <summary>What stands around a consultation and its guards have to know; read with it, never stored.</summary>
public sealed record ConsultationFacts
{
    public static readonly ConsultationFacts None = new();

    public Responsibilities ConvenorHolds { get; init; }

    /// <summary>By organisation.</summary>
    public IReadOnlyDictionary<Guid, InvitedBody> Bodies { get; init; } = new Dictionary<Guid, InvitedBody>();

    /// <summary>The reserved numbers that the next act may give: to the consultation, or to its minutes.</summary>
    public NumberChoice Numbers { get; init; } = NumberChoice.None;

    public int Materials { get; init; }

    public IReadOnlyList<OpinionFact> Opinions { get; init; } = [];

    /// <summary>The last day on which a unit that owes an answer may give it; null where nobody does or the calendar does not reach.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What the bureau has set; null where it has set nothing.</summary>
    public int? SettingDays { get; init; }

    /// <summary>Whether the bureau has set that silence is no objection.</summary>
    public bool SilenceSetting { get; init; }
}
