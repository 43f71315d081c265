using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>Region by kind. Cells are plain markup: a province has nine hundred of them, and each component costs a circuit about 3 KB.</summary>
public sealed partial class PlanMatrixPage
{
    private IReadOnlyList<(string Code, string Text)> _regions = [];
    private PlanMatrixCounts _counts = PlanMatrix.Empty.Counts;
    private bool _narrowed;

    [Inject] private PlanMatrixService Matrix { get; set; } = default!;

    protected override async Task<Page<PlanMatrixGroup>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var filter = PlanMatrixFilter.From(query);
        var matrix = await Matrix.ReadAsync(filter, Domain.Plans.PlanPermissions.View, cancellationToken);
        (_regions, _counts, _narrowed) = (matrix.Regions, matrix.Counts, !filter.Standings.IsEmpty);
        return new Page<PlanMatrixGroup>(matrix.Groups, matrix.Groups.Count);
    }

    /// <summary>The filter's choices come with the rows.</summary>
    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Of cells that were chosen by how they stand there is only their number: a share done would be none.</summary>
    private string TextOf(PlanMatrixCounts counts) => _narrowed ? counts.Total.ToString(System.Globalization.CultureInfo.InvariantCulture) : counts.Text;

    private static RenderFragment Draw(PlanMatrixRow row, PlanMatrixColumn column, PlanMatrixCell? cell) => builder =>
    {
        if (cell is null)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "muted");
            builder.AddContent(2, "—");
            builder.CloseElement();
            return;
        }

        builder.OpenElement(3, cell.Href is null ? "span" : "a");
        builder.AddAttribute(4, "class", "badge " + PlanMatrixColumns.ToneOf(cell.Standing).CssClass());
        builder.AddAttribute(5, "title", cell switch
        {
            { Title: { } title } => title + (cell.Detail is { } detail ? $"：{detail}" : null),
            { Href: not null } => $"新建{column.Title}",
            _ => cell.Detail,
        });
        if (cell.Href is not null)
        {
            builder.AddAttribute(6, "href", cell.Href);
            builder.AddAttribute(7, "aria-label", $"{row.RegionName}{column.Title}：{cell.Word}{(cell.State is null ? "，新建" : null)}");
        }

        builder.AddContent(8, cell.Word);
        builder.CloseElement();
    };
}
