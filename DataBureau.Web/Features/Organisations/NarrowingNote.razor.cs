using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations;

/// <summary>Says what an address has narrowed a list to, where no filter of the list shows it: who comes from a figure must see why these rows and no others.</summary>
public sealed partial class NarrowingNote : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<string> _words = [];
    private ListQuery? _said;

    [Parameter, EditorRequired] public ListQuery Query { get; set; } = new();

    /// <summary>What happened in the period: 发布, 备案.</summary>
    [Parameter] public string Happened { get; set; } = "备案";

    /// <summary>The list has no filter of its own for the region.</summary>
    [Parameter] public bool SaysRegion { get; set; }

    [Inject] private PlaceNames Names { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_said == Query)
            return;
        _said = Query;
        var narrow = ListNarrowing.Read(Query);
        var regionCode = SaysRegion || narrow.Own ? narrow.RegionCode : null;
        try
        {
            var (region, organisation) = regionCode is null && narrow.OrganisationId is null ? (null, null) : await Names.FindAsync(regionCode, narrow.OrganisationId, _leaving.Token);
            _words = [.. Words(narrow, region, organisation)];
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private IEnumerable<string> Words(ListNarrowing narrow, string? region, string? organisation)
    {
        if (region is not null)
            yield return region + (narrow.Own ? "本级" : "");
        if (organisation is not null)
            yield return organisation;
        if (Query.Filter("head") == "1")
            yield return "每条目录的最新版本";
        var timely = Query.Filter("timely") switch { "yes" => "按时办结", "no" => "超时办结", _ => null };
        if (narrow.HasPeriod)
            yield return $"{timely ?? Happened}时间 {(narrow.From is { } from ? ListNarrowing.Text(from) : "最早")} 至 {(narrow.To is { } to ? ListNarrowing.Text(to) : "今天")}";
        else if (timely is not null)
            yield return timely;
        if (narrow.DueBefore is { } day)
            yield return $"期限在 {ListNarrowing.Text(day)} 以前，还没有办结";
    }
}
