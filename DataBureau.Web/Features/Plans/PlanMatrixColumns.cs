using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Plans;

/// <summary>A region as a line of the sheet: its words under every kind of plan that any jurisdiction has.</summary>
public sealed record PlanMatrixLine(string Group, PlanMatrixRow Row, IReadOnlyDictionary<string, PlanMatrixCell> Cells);

/// <summary>The matrix as a sheet, and its tones.</summary>
internal static class PlanMatrixColumns
{
    private static readonly IReadOnlyList<PlanRule> Kinds = [.. PolicyLibrary.Embedded.Jurisdictions.SelectMany(p => p.Plans.Kinds).DistinctBy(k => k.Kind).OrderBy(k => k.Kind, StringComparer.Ordinal)];

    public static readonly IReadOnlyList<ListColumn<PlanMatrixLine>> All =
    [
        new("group", "所属", l => l.Group) { Width = 100 },
        new("region", "辖区", l => new string('　', l.Row.Depth) + l.Row.RegionName) { ExcelWidth = 18 },
        new("code", "区划代码", l => l.Row.RegionCode) { Width = 80 },
        new("level", "级别", l => l.Row.Level) { Width = 60 },
        .. Kinds.Select(rule => new ListColumn<PlanMatrixLine>(rule.Kind, PlanMatrixService.Column(rule, Kinds).Title, l => l.Cells.GetValueOrDefault(rule.Kind) is { } cell ? cell.Word : "—") { Kind = ColumnKind.State, ExcelWidth = 14 }),
        new("done", "办结", l => l.Row.Counts.Done) { Kind = ColumnKind.Integer },
        new("total", "应有", l => l.Row.Counts.Total) { Kind = ColumnKind.Integer },
        .. Enum.GetValues<PlanStanding>().Select(s => new ListColumn<PlanMatrixLine>("n-" + s.ToString(), s.ChineseName(), l => l.Row.Counts[s]) { Kind = ColumnKind.Integer }),
    ];

    public static readonly ListExport<PlanMatrixLine> Export = new("plan-matrix", "规划进展矩阵", PlanPermissions.Export, All, LinesAsync) { Kind = ExportKind.Matrix };

    public static Tone ToneOf(PlanStanding standing) => standing switch
    {
        PlanStanding.None => Tone.Neutral,
        PlanStanding.Drafting => Tone.Attention,
        PlanStanding.Approved => Tone.Info,
        PlanStanding.Filed or PlanStanding.Published => Tone.Success,
        PlanStanding.Overdue => Tone.Danger,
    };

    private static async IAsyncEnumerable<PlanMatrixLine> LinesAsync(IServiceProvider services, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var matrix = await services.GetRequiredService<PlanMatrixService>().ReadAsync(PlanMatrixFilter.From(query), PlanPermissions.Export, cancellationToken);
        foreach (var group in matrix.Groups)
            foreach (var row in group.Rows)
                yield return new PlanMatrixLine(group.Name, row, group.Columns.Select((c, i) => (c.Kind, Cell: row.Cells[i])).Where(c => c.Cell is not null).ToDictionary(c => c.Kind, c => c.Cell!, StringComparer.Ordinal));
    }
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
