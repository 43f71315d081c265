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

    private static readonly IReadOnlyList<(string Value, string Text)> Periods = [.. FilterSelect.Of<PeriodKind>().Where(p => p.Value != nameof(PeriodKind.ThisMonth))];

    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private BriefView? _view;
    private PeriodProblem? _problem;
    private bool _refused;

    [Inject] private BriefService Briefs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>What remains of the address when the period is taken away.</summary>
    private ListQuery Scope => Keep(new ListQuery(), DashboardScope.RegionKey, ListNarrowing.OrganisationKey);

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

    private string? MessageOf(string key) => _problem?.Key == key ? _problem.Sentence : null;

    private ListQuery Keep(ListQuery query, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            query = query.WithFilter(key, _query.Filter(key));
        return query;
    }

    /// <summary>重置 takes away the period, never whose brief it is; who chooses another period leaves the own days behind.</summary>
    private void Go(ListQuery query)
    {
        if (query.Filter(BriefPeriod.Key) != nameof(PeriodKind.Custom))
            query = query.WithFilter(ListNarrowing.FromKey, null).WithFilter(ListNarrowing.ToKey, null);
        Navigation.NavigateTo(Keep(query, DashboardScope.RegionKey, ListNarrowing.OrganisationKey));
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
        var asked = Navigation.ListQuery();
        if (BriefPeriod.KindOf(asked) == PeriodKind.Custom)
            asked = asked.WithFilter(BriefPeriod.Key, nameof(PeriodKind.Custom));
        (_query, _problem) = (asked, BriefPeriod.Problem(asked));
        if (_problem is not null)
            return;
        try
        {
            var view = await Briefs.ReadAsync(asked, DashboardPermissions.View, _leaving.Token);
            if (asked == _query)
                (_view, _refused) = (view, view is null);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
