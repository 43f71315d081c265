using System.Globalization;
using System.Text;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>The catalogue workflow in full: the diagram, the rows of the table, and what every role may do in every state, from every place.</summary>
internal static class WorkflowDocument
{
    private const string Comment = "依据核对结果办理。";

    private static readonly (string Name, Guid Organisation, string Region)[] Places =
    [
        ("owner", Actors.Owner, Actors.City),
        ("neighbour", Actors.Neighbour, Actors.City),
        ("authority", Actors.Authority, Actors.City),
        ("upper authority", Actors.UpperAuthority, Actors.Province),
    ];

    public static string Write()
    {
        var text = new StringBuilder("""
            # Catalogue workflow

            Written by the tests from the table that the program runs on, and compared with it at every run: a change of rule is a
            change of this file.

            ```mermaid

            """);
        text.Append(CatalogueWorkflow.Table.Mermaid()).Append("```\n\n## Transitions\n\n");
        text.Append("| from | act | to | permission | side | comment | judges | guards | mechanisms |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var t in CatalogueWorkflow.Table.Transitions)
            text.Append(CultureInfo.InvariantCulture, $"| {t.From} | {t.Action} {t.Action.ChineseName()} | {t.To} | {t.Permission.Key} | {t.Side} | {(t.NeedsComment ? "required" : "")} | {(t.Judges ? "yes" : "")} | {string.Join(", ", t.Guards.Select(g => g.Name))} | {string.Join(", ", t.Mechanisms)} |\n");
        text.Append("""

            ## Decisions

            Every role in every place on a complete entry that somebody else submitted, with a comment given. *Owner*: the entry's
            organisation; *neighbour*: another department of the region; *authority*: the one named in the entry; *upper authority*:
            that of the province above. A cell is the state reached or the code of the refusal; `·` is WrongState (no such act in
            this state), `×` is NotPermitted.

            """);
        foreach (var state in Enum.GetValues<CatalogueState>())
            Append(text, state);
        return text.ToString();
    }

    private static void Append(StringBuilder text, CatalogueState state)
    {
        var actions = Enum.GetValues<CatalogueAction>();
        text.Append(CultureInfo.InvariantCulture, $"\n### {state} {state.ChineseName()}\n\n| who | {string.Join(" | ", actions)} |\n|{string.Concat(Enumerable.Repeat(" --- |", actions.Length + 1))}\n");
        var decisions = Enum.GetValues<Role>().SelectMany(r => Places.Select(p => (Role: r, Place: p.Name, Row: string.Join(" | ", actions.Select(a => Decide(state, a, Actors.Of(r, p.Organisation, p.Region)))))));
        foreach (var same in decisions.GroupBy(d => d.Row, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join("; ", same.GroupBy(d => d.Role).GroupBy(r => Where([.. r.Select(d => d.Place)]), StringComparer.Ordinal).Select(w => $"{string.Join(", ", w.Select(r => r.Key))} ({w.Key})"))} | {same.Key} |\n");
    }

    private static string Where(IReadOnlyCollection<string> places) => places.Count == Places.Length ? "anywhere" : string.Join(", ", places);

    private static string Decide(CatalogueState state, CatalogueAction action, Actor actor) => Entries.In(state).Act(action, actor, Comment, Entries.Policy, Entries.Now) switch
    {
        Decision<CatalogueState>.Accepted accepted => accepted.To.ToString(),
        Decision<CatalogueState>.Refused { Refusal.Code: "WrongState" } => "·",
        Decision<CatalogueState>.Refused { Refusal.Code: "NotPermitted" } => "×",
        Decision<CatalogueState>.Refused refused => refused.Refusal.Code,
        var other => throw new InvalidOperationException($"An unknown decision: {other}."),
    };
}
