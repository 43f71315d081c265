using DataBureau.Domain.Calendar;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Calendar;

/// <summary>A year of the working calendar: changed here first, saved as a whole, after one has seen how many deadlines it moves.</summary>
public sealed partial class CalendarPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private CalendarYearView? _view;
    private SortedDictionary<DateOnly, CalendarDay> _days = [];
    private IReadOnlyList<CalendarLineError> _unread = [];
    private CalendarPreview? _preview;
    private ConfirmDialog _confirm = default!;
    private Notice? _notice;
    private DateOnly? _date;
    private string? _kind = nameof(CalendarDayKind.Holiday);
    private string? _name;
    private string? _text;
    private string? _wrong;
    private int _year;
    private bool _busy;

    [Inject] private CalendarService Calendar { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool IsChanged => _view is { } view && !view.Days.SequenceEqual(_days.Values);

    private int? WorkingDays => IsChanged ? new WorkingCalendar(_days.Values).WorkingDaysOf(_year).OrNull : _view?.WorkingDays;

    private IEnumerable<(string, string)> Years
    {
        get
        {
            var covered = _view?.CoveredYears ?? [];
            var last = Math.Max(Calendar.ThisYear + 1, covered.IsEmpty ? 0 : covered[^1] + 1);
            var first = Math.Min(Calendar.ThisYear, covered.IsEmpty ? Calendar.ThisYear : covered[0]);
            // This year is the filter's own default, unless the address names it.
            return Enumerable.Range(first, last - first + 1).Where(y => y != Calendar.ThisYear || _query.Filter(CalendarColumns.YearKey).Length > 0).Select(y => ($"{y}", covered.Contains(y) ? $"{y} 年" : $"{y} 年（没有数据）"));
        }
    }

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

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == "/admin/calendar")
            _ = InvokeAsync(FollowAsync);
    }

    private async Task FollowAsync()
    {
        try
        {
            (_notice, _text, _wrong, _unread, _date) = (null, null, null, [], null);
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }

    private async Task LoadAsync()
    {
        _query = Navigation.ListQuery();
        _year = CalendarColumns.YearOf(_query, Calendar.ThisYear);
        try
        {
            Show(await Calendar.FindAsync(_year, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private void Show(CalendarYearView? view)
    {
        _view = view;
        Discard();
    }

    private void Discard() => _days = new(_view?.Days.ToDictionary(d => d.Date) ?? []);

    private void Remove(DateOnly date) => _days.Remove(date);

    private void Add()
    {
        if (_date is not { } date)
        {
            _wrong = "请填写日期。";
            return;
        }

        var day = new CalendarDay(date, Enum.Parse<CalendarDayKind>(_kind ?? nameof(CalendarDayKind.Holiday)), _name?.Trim() ?? "");
        _wrong = CalendarText.Check(day, _year);
        if (_wrong is not null)
            return;
        _days[date] = day;
        _date = null;
    }

    /// <summary>All or nothing: half a year read in would be a year with holes.</summary>
    private void Take()
    {
        if (string.IsNullOrWhiteSpace(_text))
        {
            _notice = Notice.Failed("请先在「放假安排」中粘贴全年的安排，再点「读入」。");
            return;
        }

        _notice = null;
        var (days, errors) = CalendarText.Read(_text, _year);
        _unread = errors;
        if (errors.IsEmpty)
            (_days, _text) = (new(days.ToDictionary(d => d.Date)), null);
    }

    private async Task SaveAsync()
    {
        if (_busy || _view is not { } view)
            return;
        _busy = true;
        try
        {
            _preview = await Calendar.PreviewAsync(_year, [.. _days.Values], _leaving.Token);
            if (!await _confirm.AskAsync())
                return;
            var outcome = await Calendar.SaveYearAsync(_year, view.Version, [.. _days.Values]);
            _notice = Notice.Of(outcome);
            if (outcome is Outcome<CalendarYearView>.Done done)
                Show(done.View);
            else if (outcome is Outcome<CalendarYearView>.Conflict conflict)
                _view = conflict.View;
        }
        finally
        {
            _busy = false;
        }
    }
}
