using System.Collections.Immutable;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>What the unit may change of an appointment in a state, field by field; a supplement opens what was asked for, and nothing else.</summary>
public static class OfficerOpenings
{
    private static readonly (string Key, OfficerParts Part, Func<OfficerContent, OfficerContent, OfficerContent> Take)[] All =
    [
        (nameof(OfficerContent.PersonName), OfficerParts.Person, (to, from) => to with { PersonName = from.PersonName }),
        (nameof(OfficerContent.Rank), OfficerParts.Person, (to, from) => to with { Rank = from.Rank }),
        (nameof(OfficerContent.Acting), OfficerParts.Person, (to, from) => to with { Acting = from.Acting }),
        (nameof(OfficerContent.Office), OfficerParts.Contact, (to, from) => to with { Office = from.Office }),
        (nameof(OfficerContent.Phone), OfficerParts.Contact, (to, from) => to with { Phone = from.Phone }),
        (nameof(OfficerContent.OtherPosts), OfficerParts.Contact, (to, from) => to with { OtherPosts = from.OtherPosts }),
        (nameof(OfficerContent.DocumentNumber), OfficerParts.Document, (to, from) => to with { DocumentNumber = from.DocumentNumber }),
        (nameof(OfficerContent.DocumentDate), OfficerParts.Document, (to, from) => to with { DocumentDate = from.DocumentDate }),
        (nameof(OfficerContent.TermEndsOn), OfficerParts.Document, (to, from) => to with { TermEndsOn = from.TermEndsOn }),
        (nameof(OfficerContent.EffectiveFrom), OfficerParts.Start, (to, from) => to with { EffectiveFrom = from.EffectiveFrom }),
    ];

    /// <summary>Keys of the fields that may be changed.</summary>
    /// <param name="state">Of the appointment.</param>
    /// <param name="asked">The round of supplement that waits for its answer; null when none is known.</param>
    public static ImmutableHashSet<string> Fields(OfficerState state, SupplementRound? asked) =>
        [.. All.Where(f => OfficerWorkflow.Editable(state).HasFlag(f.Part) && (state != OfficerState.Supplementing || asked is null || Names(asked, f.Key))).Select(f => f.Key)];

    /// <summary>The parts in which something is open.</summary>
    public static OfficerParts Parts(IReadOnlySet<string> open) => All.Where(f => open.Contains(f.Key)).Aggregate(OfficerParts.None, (parts, field) => parts | field.Part);

    /// <summary>The first content with the open fields as the second has them.</summary>
    public static OfficerContent Take(OfficerContent to, OfficerContent from, IReadOnlySet<string> open) => All.Where(f => open.Contains(f.Key)).Aggregate(to, (content, field) => field.Take(content, from));

    /// <summary>Why a paper cannot be added or removed; null when it can.</summary>
    /// <param name="state">Of the appointment.</param>
    /// <param name="slot">The key of the paper; null for what is on no checklist.</param>
    /// <param name="asked">The round of supplement that waits for its answer; null when none is known.</param>
    public static Refusal? Material(OfficerState state, string? slot, SupplementRound? asked) =>
        !OfficerWorkflow.MaterialsOpen(state) ? OfficerRefusals.MaterialsClosed(state)
        : state == OfficerState.Supplementing && asked is not null && slot == OfficerFields.DocumentSlot && !Names(asked, slot) ? OfficerRefusals.MaterialNotAsked(slot) : null;

    private static bool Names(SupplementRound asked, string key) => asked.Items.Any(i => i.Key == key);
}
