using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>One meeting: written until the minutes are issued, then followed up.</summary>
public sealed partial class MeetingDetail : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Line> _agenda = [];
    private readonly List<Line> _participants = [];
    private readonly List<Line> _followUps = [];
    private readonly Dictionary<Guid, string?> _how = [];
    private MeetingView? _view;
    private Notice? _notice;
    private string? _title;
    private string? _place;
    private string? _comment;
    private DateOnly? _heldOn;
    private bool _changed;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private MeetingService Meetings { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id == Id)
            return;
        try
        {
            Show(await Meetings.FindAsync(Id, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void Show(MeetingView? view)
    {
        (_view, _missing, _changed) = (view, view is null, false);
        if (view is null)
            return;
        (_title, _place, _heldOn) = (view.Title, view.Place, view.HeldOn);
        Fill(_agenda, view.Agenda.Select(a => new Line { First = a.Title, Second = a.Decision }));
        Fill(_participants, view.Participants.Select(p => new Line { First = p.Organisation, Second = p.Names }));
        Fill(_followUps, view.FollowUps.Select(f => new Line { Id = f.Id, First = f.What, Second = f.OwnerId?.ToString(), Day = f.DueOn }));
    }

    private static void Fill(List<Line> lines, IEnumerable<Line> with)
    {
        lines.Clear();
        lines.AddRange(with);
    }

    private void Change(Action change)
    {
        change();
        _changed = true;
    }

    private Task SaveAsync() => RunAsync(() => Meetings.SaveAsync(Id, _view!.Version, new MeetingContent(
        Blank(_title) ?? string.Empty, _heldOn, Blank(_place),
        [.. _agenda.Where(l => Blank(l.First) is not null).Select(l => new AgendaItem(l.First!.Trim(), Blank(l.Second)))],
        [.. _participants.Where(l => Blank(l.First) is not null).Select(l => new Participant(l.First!.Trim(), Blank(l.Second)))],
        [.. _followUps.Where(l => Blank(l.First) is not null).Select(l => new FollowUpContent(l.Id, l.First!.Trim(), Guid.TryParse(l.Second, out var owner) ? owner : null, l.Day))])));

    private Task ReportAsync(Guid followUp) => RunAsync(() => Meetings.ReportAsync(Id, _view!.Version, followUp, _how.GetValueOrDefault(followUp)));

    private async Task ActAsync(MeetingAction action)
    {
        // What was written counts: it is saved before the act looks at it.
        if (_changed)
            await SaveAsync();
        if (!_changed)
            await RunAsync(() => Meetings.ActAsync(Id, _view!.Version, action, _comment));
    }

    private async Task RunAsync(Func<Task<Outcome<MeetingView>>> work)
    {
        if (_busy || _view is null)
            return;
        _busy = true;
        try
        {
            var outcome = await work();
            _notice = Notice.Of(outcome);
            if (outcome is Outcome<MeetingView>.Done done)
            {
                Show(done.View);
                _comment = null;
            }
            else if (outcome is Outcome<MeetingView>.Conflict conflict)
            {
                _view = conflict.View;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private sealed class Line
    {
        public Guid? Id { get; init; }

        public string? First { get; set; }

        public string? Second { get; set; }

        public DateOnly? Day { get; set; }
    }
}
