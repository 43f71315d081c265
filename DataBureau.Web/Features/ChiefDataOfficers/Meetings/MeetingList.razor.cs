using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>The joint meetings as a list.</summary>
public sealed partial class MeetingList
{
    private Notice? _notice;
    private ConfirmDialog _asking = default!;
    private string? _title;
    private bool _mayConvene;
    private bool _busy;

    [Inject] private MeetingService Meetings { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Address { get; set; } = default!;

    protected override async Task<Page<MeetingRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        (var page, _mayConvene) = await Meetings.ListAsync(query, cancellationToken);
        return page;
    }

    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A click alone makes no meeting.</summary>
    private async Task AskAsync()
    {
        (_title, _notice) = (MeetingWords.UsualTitle(Clock.GetUtcNow()), null);
        if (await _asking.AskAsync())
            await CreateAsync();
    }

    private async Task CreateAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var outcome = await Meetings.CreateAsync(_title);
        _busy = false;
        if (outcome is Outcome<MeetingView>.Done done)
            Address.NavigateTo($"/chief-data-officers/meetings/{done.View.Id}");
        else
            _notice = Notice.Of(outcome);
    }
}
