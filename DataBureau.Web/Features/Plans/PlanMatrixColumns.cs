using System.Globalization;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Plans;

/// <summary>A line of the sheet: a region, or the total of a jurisdiction's regions.</summary>
/// <param name="Parent">The region above.</param>
/// <param name="Name">The region's name, or 办结合计.</param>
/// <param name="Region">Null for a total.</param>
/// <param name="Words">What stands under each kind of plan.</param>
/// <param name="Counts">Of the line.</param>
public sealed record PlanMatrixLine(string? Parent, string Name, PlanMatrixRow? Region, IReadOnlyDictionary<string, string> Words, PlanMatrixCounts Counts);

/// <summary>The matrix as a sheet, and its tones.</summary>
internal static class PlanMatrixColumns
{
    private static readonly IReadOnlyList<PlanRule> Kinds = [.. PolicyLibrary.Embedded.Jurisdictions.SelectMany(p => p.Plans.Kinds).DistinctBy(k => k.Kind).OrderBy(k => k.Kind, StringComparer.Ordinal)];

    /// <summary>With every kind that any jurisdiction has; a sheet has those that the page shows its reader.</summary>
    public static readonly IReadOnlyList<ListColumn<PlanMatrixLine>> All = Of(Kinds.Select(rule => PlanMatrixService.Column(rule, Kinds)));

    public static readonly ListExport<PlanMatrixLine> Export = new("plan-matrix", "规划进展矩阵", PlanPermissions.Export, All, LinesAsync)
    {
        Kind = ExportKind.Matrix,
        ColumnsFor = ShownAsync,
        Filters = [ListFilter.Of<PlanStanding>(PlanMatrixFilter.StandingKey, "进度"), ListFilter.Of<RegionLevel>("level", "级别")],
    };

    public static Tone ToneOf(PlanStanding standing) => standing switch
    {
        PlanStanding.None => Tone.Neutral,
        PlanStanding.Drafting => Tone.Attention,
        PlanStanding.Approved => Tone.Info,
        PlanStanding.Filed or PlanStanding.Published => Tone.Success,
        PlanStanding.Overdue => Tone.Danger,
    };

    private static IReadOnlyList<ListColumn<PlanMatrixLine>> Of(IEnumerable<PlanMatrixColumn> kinds) =>
    [
        new("group", "所属", l => l.Parent) { Width = 100 },
        new("region", "辖区", l => l.Name) { ExcelWidth = 18 },
        new("code", "区划代码", l => l.Region?.RegionCode) { Width = 80 },
        new("level", "级别", l => l.Region?.Level) { Width = 60 },
        .. kinds.Select(kind => new ListColumn<PlanMatrixLine>(kind.Kind, kind.Title, l => l.Words.GetValueOrDefault(kind.Kind, "—")) { Kind = ColumnKind.State, ExcelWidth = 14 }),
        new("done", "办结", l => l.Counts.Done) { Kind = ColumnKind.Integer },
        new("total", "应有", l => l.Counts.Total) { Kind = ColumnKind.Integer },
        .. PlanMatrixCell.Words.Select((word, i) => new ListColumn<PlanMatrixLine>("n-" + (i + 1).ToString(CultureInfo.InvariantCulture), word.Word, l => l.Counts.Words[i]) { Kind = ColumnKind.Integer }),
    ];

    private static Task<PlanMatrix> ReadAsync(IServiceProvider services, ListQuery query, CancellationToken cancellationToken) =>
        services.GetRequiredService<PlanMatrixService>().ReadAsync(PlanMatrixFilter.From(query), PlanPermissions.Export, cancellationToken);

    /// <summary>The kinds under which the reader has a cell; under the jurisdiction's heading, unless another has the same for another kind.</summary>
    private static async Task<IReadOnlyList<ListColumn<PlanMatrixLine>>> ShownAsync(IServiceProvider services, ListQuery query, CancellationToken cancellationToken)
    {
        var shown = (await ReadAsync(services, query, cancellationToken)).Groups.SelectMany(g => g.Columns).DistinctBy(c => c.Kind).OrderBy(c => c.Kind, StringComparer.Ordinal).ToList();
        return Of(shown.Select(c => shown.Count(o => o.Title == c.Title) == 1 ? c : PlanMatrixService.Column(Kinds.First(k => k.Kind == c.Kind), Kinds)));
    }

    private static async IAsyncEnumerable<PlanMatrixLine> LinesAsync(IServiceProvider services, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in (await ReadAsync(services, query, cancellationToken)).Groups)
        {
            foreach (var row in group.Rows)
                yield return new PlanMatrixLine(row.ParentName, row.RegionName, row, Words(group, i => row.Cells[i]?.Word), row.Counts);
            yield return new PlanMatrixLine(group.Name, "办结合计", null, Words(group, i => group.CountsOf(i).Text), group.Counts);
        }
    }

    private static Dictionary<string, string> Words(PlanMatrixGroup group, Func<int, string?> word) =>
        group.Columns.Select((c, i) => (c.Kind, Word: word(i))).Where(c => c.Word is not null).ToDictionary(c => c.Kind, c => c.Word!, StringComparer.Ordinal);
}

public static class PlanMatrixModule
{
    public static void AddPlanMatrix(this IServiceCollection services)
    {
        services.AddScoped<PlanMatrixService>();
        services.AddSingleton(new NavItem("规划管理", "规划进展矩阵", "/plans/matrix", "table_view", PlanPermissions.View.Key, Order: 31));
    }

    public static void MapPlanMatrix(this WebApplication app) => app.MapListExport(PlanMatrixColumns.Export);
}
