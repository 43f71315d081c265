using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Plans;

/// <summary>What the matrix is narrowed to.</summary>
public sealed record PlanMatrixFilter(string? RegionCode = null, RegionLevel? Level = null)
{
    public const string StandingKey = "standing";

    /// <summary>Only cells that stand so; all when empty.</summary>
    public ImmutableArray<PlanStanding> Standings { get; init; } = [];

    public bool Shows(PlanMatrixCell? cell) => cell is not null && (Standings.IsEmpty || Standings.Contains(cell.Standing));

    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static PlanMatrixFilter From(ListQuery query) => new(
        RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Enum.GetNames<RegionLevel>().Contains(query.Filter("level"), StringComparer.Ordinal) ? Enum.Parse<RegionLevel>(query.Filter("level")) : null)
    {
        Standings = [.. Enum.GetValues<PlanStanding>().Where(s => query.Filter(StandingKey).Split('.').Contains(s.ToString(), StringComparer.Ordinal))],
    };

    /// <summary>The filter's value for cells that stand in one of several ways.</summary>
    public static string Value(params IEnumerable<PlanStanding> standings) => string.Join('.', standings);
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
    /// <summary>Every word a cell can have, in the order of the way, with its colour. A kind without approval is settled and not approved; one without publication is carried out and not published.</summary>
    public static readonly ImmutableArray<(string Word, PlanStanding Standing)> Words =
    [
        .. Enum.GetValues<PlanStanding>().SelectMany(s => s switch
        {
            PlanStanding.Approved => new[] { (PlanState.Settled.ChineseName(), s), (s.ChineseName(), s) },
            PlanStanding.Published => new[] { (PlanState.InForce.ChineseName(), s), (s.ChineseName(), s) },
            _ => new[] { (s.ChineseName(), s) },
        }),
    ];

    public string Word => State switch
    {
        PlanState.Settled when Standing == PlanStanding.Approved => PlanState.Settled.ChineseName(),
        PlanState.InForce when Standing == PlanStanding.Published => PlanState.InForce.ChineseName(),
        _ => Standing.ChineseName(),
    };

    /// <summary>The exact state, where the word is not it.</summary>
    public string? Detail => State is { } state && state.ChineseName() != Word ? state.ChineseName() : null;
}

/// <summary>How many cells stand where.</summary>
/// <param name="Numbers">By standing.</param>
/// <param name="Words">By the words of the cells, in the order of <see cref="PlanMatrixCell.Words"/>.</param>
public sealed record PlanMatrixCounts(ImmutableArray<int> Numbers, ImmutableArray<int> Words)
{
    public int this[PlanStanding standing] => Numbers[(int)standing];

    public int Total => Numbers.Sum();

    public int Done => Enum.GetValues<PlanStanding>().Where(PlanStandings.IsDone).Sum(s => this[s]);

    public string Text => Total == 0 ? "—" : $"{Done}/{Total}";

    public string Sentence => string.Join('，', PlanMatrixCell.Words.Zip(Words).Where(w => w.Second > 0).Select(w => $"{w.First.Word} {w.Second}"));

    public static PlanMatrixCounts Of(IEnumerable<PlanMatrixCell?> cells)
    {
        var (numbers, words) = (new int[Enum.GetValues<PlanStanding>().Length], new int[PlanMatrixCell.Words.Length]);
        foreach (var cell in cells.OfType<PlanMatrixCell>())
        {
            numbers[(int)cell.Standing]++;
            words[PlanMatrixCell.Words.IndexOf((cell.Word, cell.Standing))]++;
        }

        return new PlanMatrixCounts([.. numbers], [.. words]);
    }
}

/// <summary>A region with its cells, in the order of the columns; null where its level has no such plan, the reader is not concerned, or the filter asks for others.</summary>
/// <param name="RegionCode">Its code.</param>
/// <param name="RegionName">Its name.</param>
/// <param name="ParentName">The region above: of a county its city. Null at the top.</param>
/// <param name="Level">Its level.</param>
/// <param name="Depth">How many regions above it are rows too.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Counts">Of all plans that the region has to have, whichever of them the filter shows.</param>
public sealed record PlanMatrixRow(string RegionCode, string RegionName, string? ParentName, RegionLevel Level, int Depth, ImmutableArray<PlanMatrixCell?> Cells, PlanMatrixCounts Counts);

/// <summary>The regions of one jurisdiction: they have the same kinds of plan.</summary>
public sealed record PlanMatrixGroup(string Name, IReadOnlyList<PlanMatrixColumn> Columns, IReadOnlyList<PlanMatrixRow> Rows)
{
    public PlanMatrixCounts CountsOf(int column) => PlanMatrixCounts.Of(Rows.Select(r => r.Cells[column]));

    /// <summary>Of the cells that are shown.</summary>
    public PlanMatrixCounts Counts => PlanMatrixCounts.Of(Rows.SelectMany(r => r.Cells));
}

public sealed record PlanMatrix(IReadOnlyList<PlanMatrixGroup> Groups, IReadOnlyList<(string Code, string Text)> Regions)
{
    public static readonly PlanMatrix Empty = new([], []);

    /// <summary>Of the cells that are shown.</summary>
    public PlanMatrixCounts Counts => PlanMatrixCounts.Of(Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells));
}
