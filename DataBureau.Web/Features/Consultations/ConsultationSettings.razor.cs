using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What silence means, region by region.</summary>
public sealed partial class ConsultationSettings : IDisposable
{
    private static readonly (string, string)[] Choices = [("no", "记为未反馈"), ("yes", "视为无意见")];

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<(string, string)> _regions = [];
    private SilenceView? _view;
    private Notice? _notice;
    private string? _choice;
    private bool _missing;
    private bool _busy;

    [Inject] private ConsultationSettingService Settings { get; set; } = default!;

    [Inject] private TimeLimitService Limits { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var (regions, home) = await Limits.RegionsAsync(_leaving.Token);
            _regions = [.. regions.Select(r => (r.Code, new string('　', r.Depth) + r.Name))];
            Show(await Settings.FindAsync(regions.FirstOrDefault(r => r.Code == home)?.Code ?? (regions.Count > 0 ? regions[0].Code : null), _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private void Show(SilenceView? view) => (_view, _missing, _choice) = (view, view is null, view?.Own switch { true => "yes", false => "no", null => null });

    private async Task ChooseAsync(string? region)
    {
        _notice = null;
        Show(await Settings.FindAsync(region, default));
    }

    private async Task SaveAsync()
    {
        if (_busy || _view is not { } view)
            return;
        _busy = true;
        try
        {
            var outcome = await Settings.SaveAsync(view.RegionCode, view.Version, _choice switch { "yes" => true, "no" => false, _ => null });
            _notice = Notice.Of(outcome);
            if (outcome is Outcome<SilenceView>.Done done)
                Show(done.View);
            else if (outcome is Outcome<SilenceView>.Conflict conflict)
                Show(conflict.View);
        }
        finally
        {
            _busy = false;
        }
    }
}
