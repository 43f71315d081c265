using System.Globalization;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Calendar;

/// <summary>One time limit in one region; what was typed stays, whatever the outcome.</summary>
public sealed partial class TimeLimitEdit : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private TimeLimitRow? _row;
    private Notice? _notice;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private string? _choice;
    private string? _days;
    private string? _rungs;
    private bool _missing;
    private bool _busy;

    [Parameter] public string Limit { get; set; } = "";

    [Parameter] public string Region { get; set; } = "";

    [Inject] private TimeLimitService Limits { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_row is not null && _row.Limit == Limit && _row.RegionCode == Region)
            return;
        try
        {
            Show(await Limits.FindAsync(Limit, Region, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private void Show(TimeLimitRow? row)
    {
        (_row, _missing) = (row, row is null);
        if (row is not null)
            (_choice, _days, _rungs) = (row.Choice.ToString(), row.OwnDays?.ToString(CultureInfo.InvariantCulture), ReminderRungs.Write(row.Rungs));
    }

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private async Task SaveAsync()
    {
        if (_busy || _row is not { } row)
            return;
        _busy = true;
        try
        {
            var days = int.TryParse(_days?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
            var outcome = await Limits.SaveAsync(row.Limit, row.RegionCode, row.Version, Enum.Parse<LimitChoice>(_choice ?? nameof(LimitChoice.Inherit)), days, _rungs);
            (_notice, _wrong) = (Notice.Of(outcome), []);
            if (outcome is Outcome<TimeLimitRow>.Done done)
                Show(done.View);
            else if (outcome is Outcome<TimeLimitRow>.Refused refused)
                (_wrong, _notice) = (refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details, _notice with { Details = [] });
            else if (outcome is Outcome<TimeLimitRow>.Conflict conflict)
                _row = conflict.View;
        }
        finally
        {
            _busy = false;
        }
    }
}
