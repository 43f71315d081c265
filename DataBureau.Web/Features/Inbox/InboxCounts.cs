using DataBureau.Web.Components;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Keeps the numbers beside the menu true while the page is open. Draws nothing.</summary>
public sealed class InboxCounts : LivePage
{
    private Guid? _user;

    [Inject] private InboxService Inbox { get; set; } = default!;

    [Inject] private CopiesService Copies { get; set; } = default!;

    [Inject] private NavCounts Counts { get; set; } = default!;

    [Inject] private CurrentUser Current { get; set; } = default!;

    /// <summary>A hundred people count at the same moment; whoever waits for the case that changed waits for less.</summary>
    protected override TimeSpan Gathering => TimeSpan.FromSeconds(0.4);

    /// <summary>Who looks at a page changes nothing that anybody has to do. A copy of a case comes with a notification of one's own; others' are no matter.</summary>
    protected override bool Concerns(CaseChanged change) => change.Kind != ConsultationEvents.Presence && (base.Concerns(change) || Notification.IsOf(change, _user));

    protected override bool ShouldRender() => false;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _user ??= await Current.GetIdAsync();
        Counts.Replace(
        [
            .. await Inbox.CountsAsync(cancellationToken),
            new(CopiesService.CountKey, await Copies.UnreadAsync(cancellationToken)),
        ]);
    }
}
