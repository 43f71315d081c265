using System.Globalization;
using System.Text;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>A workflow in full: the diagram, the rows of the table, and what every role may do in every state, from every place.</summary>
/// <param name="Title">"Catalogue workflow".</param>
/// <param name="Subject">What the decisions are about, as a sentence: "a complete entry that somebody else submitted".</param>
/// <param name="Owner">What the owner's organisation is: "the entry's organisation".</param>
/// <param name="Table">The table the program runs on.</param>
/// <param name="Decide">Decides on an act in a state, on a fresh case.</param>
internal sealed record WorkflowDocument<TState, TAction, TSubject>(
    string Title, string Subject, string Owner, WorkflowTable<TState, TAction, TSubject> Table, Func<TState, TAction, Actor, Decision<TState>> Decide)
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private static readonly (string Name, Guid Organisation, string Region)[] Places =
    [
        ("owner", Actors.Owner, Actors.City),
        ("neighbour", Actors.Neighbour, Actors.City),
        ("authority", Actors.Authority, Actors.City),
        ("upper authority", Actors.UpperAuthority, Actors.Province),
    ];

    public string Write()
    {
        var text = new StringBuilder($"""
            # {Title}

            Written by the tests from the table that the program runs on, and compared with it at every run: a change of rule is a
            change of this file.

            ```mermaid

            """);
        text.Append(Table.Mermaid()).Append("```\n\n## Transitions\n\n");
        text.Append("| from | act | to | permission | side | comment | judges | guards | mechanisms |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var t in Table.Transitions)
            text.Append(CultureInfo.InvariantCulture, $"| {t.From} | {t.Action} {t.Action.ChineseName()} | {t.To} | {t.Permission.Key} | {t.Side} | {(t.NeedsComment ? "required" : "")} | {(t.Judges ? "yes" : "")} | {string.Join(", ", t.Guards.Select(g => g.Name))} | {string.Join(", ", t.Mechanisms)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"""

            ## Decisions

            Every role in every place on {Subject}, with a comment given. *Owner*: {Owner}; *neighbour*: another department of the region; *authority*: the one named in the case; *upper authority*:
            that of the province above. A cell is the state reached or the code of the refusal; `·` is WrongState (no such act in
            this state), `×` is NotPermitted.

            """);
        foreach (var state in Enum.GetValues<TState>())
            Append(text, state);
        return text.ToString();
    }

    private static string Where(IReadOnlyCollection<string> places) => places.Count == Places.Length ? "anywhere" : string.Join(", ", places);

    private void Append(StringBuilder text, TState state)
    {
        var actions = Enum.GetValues<TAction>();
        text.Append(CultureInfo.InvariantCulture, $"\n### {state} {state.ChineseName()}\n\n| who | {string.Join(" | ", actions)} |\n|{string.Concat(Enumerable.Repeat(" --- |", actions.Length + 1))}\n");
        var decisions = Enum.GetValues<Role>().SelectMany(r => Places.Select(p => (Role: r, Place: p.Name, Row: string.Join(" | ", actions.Select(a => Cell(state, a, Actors.Of(r, p.Organisation, p.Region)))))));
        foreach (var same in decisions.GroupBy(d => d.Row, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join("; ", same.GroupBy(d => d.Role).GroupBy(r => Where([.. r.Select(d => d.Place)]), StringComparer.Ordinal).Select(w => $"{string.Join(", ", w.Select(r => r.Key))} ({w.Key})"))} | {same.Key} |\n");
    }

    private string Cell(TState state, TAction action, Actor actor) => Decide(state, action, actor) switch
    {
        Decision<TState>.Accepted accepted => $"{accepted.To}",
        Decision<TState>.Refused { Refusal.Code: "WrongState" } => "·",
        Decision<TState>.Refused { Refusal.Code: "NotPermitted" } => "×",
        Decision<TState>.Refused refused => refused.Refusal.Code,
        var other => throw new InvalidOperationException($"An unknown decision: {other}."),
    };
}
