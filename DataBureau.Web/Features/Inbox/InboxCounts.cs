using DataBureau.Web.Components;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Keeps the numbers beside the menu true while the page is open. Draws nothing.</summary>
public sealed class InboxCounts : LivePage
{
    [Inject] private InboxService Inbox { get; set; } = default!;

    [Inject] private ReviewService Reviews { get; set; } = default!;

    [Inject] private NavCounts Counts { get; set; } = default!;

    /// <summary>Who looks at a page, or is told something, changes nothing that anybody has to do.</summary>
    protected override bool Concerns(CaseChanged change) => change.Kind is not (ConsultationEvents.Presence or Notification.Kind);

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var inbox = await Inbox.ReadAsync(cancellationToken);
        var waiting = (await Reviews.DeskAsync(cancellationToken)).Waiting;
        Counts.Replace([new("inbox", inbox.Tasks.Sum(t => t.Count)), new("reviews", waiting), .. inbox.Counts]);
    }
}
