using DataBureau.Domain.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Every round of 补正 of a case, newest first: who asked for what and when, and the answer.</summary>
public sealed partial class SupplementRounds
{
    [Parameter, EditorRequired] public IReadOnlyList<SupplementRound> Rounds { get; set; } = [];

    /// <summary>The printed notice of a round.</summary>
    [Parameter, EditorRequired] public Func<int, string> FormHref { get; set; } = default!;
}
