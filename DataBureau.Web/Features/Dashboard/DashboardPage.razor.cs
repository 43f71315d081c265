using System.Globalization;
using DataBureau.Domain;
using DataBureau.Web.Components;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Where it stands: for a province, a city, a county or one department, as the address says. It follows what happens, every five seconds at most.</summary>
public sealed partial class DashboardPage : LivePage
{
    private ListQuery _query = new();
    private PeriodProblem? _problem;
    private DashboardView? _view;
    private bool _refused;
    private bool _busy;

    [Inject] private DashboardService Dashboard { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

    private string Title => _view is null ? "进展看板" : $"进展看板：{_view.Scope.Name}";

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        return base.OnInitializedAsync();
    }

    /// <summary>Who looks at a page, and who is told of what, changes no figure.</summary>
    protected override bool Concerns(CaseChanged change) => base.Concerns(change) && change.Kind != ConsultationEvents.Presence;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var asked = PeriodBar.Read(Navigation.ListQuery());
        (_query, _problem) = (asked, BriefPeriod.Problem(asked));
        if (_problem is not null)
            return;
        var view = await Dashboard.ReadAsync(asked, cancellationToken);
        // A slow answer for one scope must not replace the one asked for since.
        if (asked == _query)
            (_view, _refused) = (view is null ? null : view with { Catalogue = view.Catalogue?.ForPage() }, view is null);
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    private static string AsOf(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private async Task RefreshAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        if (new Uri(args.Location).AbsolutePath == DashboardScope.Path)
            _ = InvokeAsync(FollowAsync);
    }

    private async Task FollowAsync()
    {
        try
        {
            var reading = LoadAsync();
            // The choices show the new address at once: the next change begins with it, not with the one before.
            StateHasChanged();
            await reading;
            StateHasChanged();
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }
}
