using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Who is asked to have a post and who has it, region by region; every figure opens the units behind it.</summary>
public sealed partial class OfficerBoard
{
    private static readonly CoverageFigure[] Figures = [CoverageFigure.Required, CoverageFigure.Suggested, CoverageFigure.Appointed, CoverageFigure.Filed, CoverageFigure.Vacant, CoverageFigure.Expiring];
    private static readonly IReadOnlyList<(string Value, string Text)> Posts = [.. FilterSelect.Of<DataPost>().Where(p => p.Value != nameof(DataPost.ChiefDataOfficer))];

    private CoverageView? _view;
    private IReadOnlyList<(string Code, string Name)> _regions = [];
    private string? _home;
    private bool _mayNominate;

    [Inject] private CoverageService Coverage { get; set; } = default!;

    [Inject] private OfficerService Officers { get; set; } = default!;

    private string Lead => _view is null ? OfficerWords.SchemeNote : $"{_view.RegionName} · {_view.Post.ChineseName()}。{OfficerWords.SchemeNote}";

    protected override async Task<Page<CoverageRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        _view = await Coverage.ReadAsync(CoverageFilter.Read(query), OfficerPermissions.View, cancellationToken);
        if (query.Filter("region").Length == 0)
            _home = _view?.RegionName;
        return new Page<CoverageRow>(_view?.Rows ?? [], _view?.Rows.Count ?? 0);
    }

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken)
    {
        _regions = await Coverage.RegionsAsync(cancellationToken);
        _mayNominate = await Officers.OptionsAsync(cancellationToken) is not null;
    }

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private string RegionHref(string region) => "/chief-data-officers" + (Query.WithFilter("region", region) with { Page = 1 }).ToQueryString();

    private RenderFragment Figure(CoverageRow row, CoverageFigure figure) => builder =>
    {
        var number = row.Of(figure);
        if (number == 0)
        {
            builder.AddContent(0, "0");
            return;
        }

        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", CoverageFilter.HrefOf(row, figure, _view?.Post ?? DataPost.ChiefDataOfficer));
        builder.AddAttribute(3, "aria-label", $"{row.Place} {row.Kind?.ChineseName()} {figure.ChineseName()} {Number(number)}");
        if (figure == CoverageFigure.Vacant)
            builder.AddAttribute(4, "class", "vacant");
        builder.AddContent(5, Number(number));
        builder.CloseElement();
    };
}
