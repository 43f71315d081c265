using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The brief before it is taken away: period and scope stand in the address, as in the workbook's.</summary>
public sealed partial class BriefPage : IDisposable
{
    private const int Shown = 20;

    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private BriefView? _view;

    /// <summary>Stays while a day is still to be put right.</summary>
    private ScopeView? _place;
    private PeriodProblem? _problem;
    private bool _refused;

    [Inject] private BriefService Briefs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The dashboard of the same scope and period.</summary>
    private ListQuery Back => new[] { DashboardScope.RegionKey, ListNarrowing.OrganisationKey }.Aggregate(BriefPeriod.AddressOf(_query), (address, key) => address.WithFilter(key, _query.Filter(key)));

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        await LoadAsync();
    }

    private static string AsOf(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Rest(BriefView view)
    {
        var more = view.Overdue.Total > Shown ? $"这里只列出最早到期的 {Shown} 件。" : "";
        return $"{more}导出的工作簿还附有各类进展、逾期事项、本期发布目录（{view.Published.Total} 条）、本期备案（{view.Filed.Total} 件）、本期批复项目（{view.Replied.Total} 件）和本期会商结论（{view.Concluded.Total} 件）的明细表，可直接打印。";
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        if (new Uri(args.Location).AbsolutePath == "/dashboard/brief")
            _ = InvokeAsync(FollowAsync);
    }

    private async Task FollowAsync()
    {
        try
        {
            var reading = LoadAsync();
            // The filters show the new address at once: the next change begins with it, not with the one before.
            StateHasChanged();
            await reading;
            StateHasChanged();
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }

    private async Task LoadAsync()
    {
        var asked = PeriodBar.Read(Navigation.ListQuery());
        (_query, _problem) = (asked, BriefPeriod.Problem(asked));
        if (_problem is not null)
            return;
        try
        {
            var view = await Briefs.ReadAsync(asked, DashboardPermissions.View, _leaving.Token);
            if (asked == _query)
                (_view, _place, _refused) = (view, view?.Dashboard.Place, view is null);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
