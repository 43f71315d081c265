using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Plans;

/// <summary>What the matrix is narrowed to.</summary>
public sealed record PlanMatrixFilter(string? RegionCode = null, RegionLevel? Level = null)
{
    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static PlanMatrixFilter From(ListQuery query) => new(
        RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Enum.GetNames<RegionLevel>().Contains(query.Filter("level"), StringComparer.Ordinal) ? Enum.Parse<RegionLevel>(query.Filter("level")) : null);
}

/// <summary>A kind of plan as a column.</summary>
/// <param name="Kind">The mechanism.</param>
/// <param name="Title">Short enough for a heading.</param>
/// <param name="Hint">The rule in a sentence.</param>
public sealed record PlanMatrixColumn(string Kind, string Title, string Hint);

/// <summary>How far one region is with one kind.</summary>
/// <param name="Standing">Colour and word.</param>
/// <param name="State">The state of the plan; null when there is none.</param>
/// <param name="Title">The plan's title, for those who may see it.</param>
/// <param name="Href">To its case, or for the region's own drafter to a new one; null when there is nothing to open.</param>
public sealed record PlanMatrixCell(PlanStanding Standing, PlanState? State, string? Title, string? Href)
{
    public string Word => State switch
    {
        PlanState.Settled when Standing == PlanStanding.Approved => "已定稿",
        PlanState.InForce when Standing == PlanStanding.Published => "组织实施",
        _ => Standing.ChineseName(),
    };

    /// <summary>The exact state, where the word is not it.</summary>
    public string? Detail => State is { } state && state.ChineseName() != Word ? state.ChineseName() : null;
}

/// <summary>How many cells stand where.</summary>
public sealed record PlanMatrixCounts(ImmutableArray<int> Numbers)
{
    public int this[PlanStanding standing] => Numbers[(int)standing];

    public int Total => Numbers.Sum();

    public int Done => Enum.GetValues<PlanStanding>().Where(PlanStandings.IsDone).Sum(s => this[s]);

    public string Text => Total == 0 ? "—" : $"{Done}/{Total}";

    public string Sentence => string.Join('，', Enum.GetValues<PlanStanding>().Where(s => this[s] > 0).Select(s => $"{s.ChineseName()} {this[s]}"));

    public static PlanMatrixCounts Of(IEnumerable<PlanMatrixCell?> cells)
    {
        var numbers = new int[Enum.GetValues<PlanStanding>().Length];
        foreach (var cell in cells.OfType<PlanMatrixCell>())
            numbers[(int)cell.Standing]++;
        return new PlanMatrixCounts([.. numbers]);
    }
}

/// <summary>A region with its cells, in the order of the columns; null where its level has no such plan, or the reader is not concerned.</summary>
public sealed record PlanMatrixRow(string RegionCode, string RegionName, RegionLevel Level, int Depth, ImmutableArray<PlanMatrixCell?> Cells)
{
    public PlanMatrixCounts Counts => PlanMatrixCounts.Of(Cells);
}

/// <summary>The regions of one jurisdiction: they have the same kinds of plan.</summary>
public sealed record PlanMatrixGroup(string Name, IReadOnlyList<PlanMatrixColumn> Columns, IReadOnlyList<PlanMatrixRow> Rows)
{
    public PlanMatrixCounts CountsOf(int column) => PlanMatrixCounts.Of(Rows.Select(r => r.Cells[column]));

    public PlanMatrixCounts Counts => PlanMatrixCounts.Of(Rows.SelectMany(r => r.Cells));
}

public sealed record PlanMatrix(IReadOnlyList<PlanMatrixGroup> Groups, IReadOnlyList<(string Code, string Text)> Regions)
{
    public static readonly PlanMatrix Empty = new([], []);

    public PlanMatrixCounts Counts => PlanMatrixCounts.Of(Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells));
}
