using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>One list of the workbench: what is shown stands in the address, and follows what others do.</summary>
public abstract class InboxTab<TRow> : LivePage
{
    private ListQuery? _shown;

    [Parameter, EditorRequired] public ListQuery Query { get; set; } = new();

    [Inject] protected InboxKinds Kinds { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    /// <summary>Who reads.</summary>
    protected Actor? Actor { get; private set; }

    /// <summary>Administrators have nothing here to take away.</summary>
    protected bool MayExport => Actor?.Holds(WorkbenchPermissions.Export) == true;

    protected Page<TRow>? Page { get; private set; }

    protected bool Loading { get; private set; }

    protected abstract Task<Page<TRow>> ListAsync(ListQuery query, CancellationToken cancellationToken);

    /// <summary>A copy of a case comes with a notification of one's own; others' are no matter.</summary>
    protected override bool Concerns(CaseChanged change) => change.Kind != ConsultationEvents.Presence && (base.Concerns(change) || Notification.IsOf(change, Actor?.UserId));

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && _shown != Query)
            await LoadAsync();
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var query = _shown = Query;
        Loading = true;
        try
        {
            Actor = await Current.GetAsync();
            var page = await ListAsync(query, cancellationToken);
            // Answers may overtake each other; the list is for what stands in the address now.
            if (query == Query)
                Page = page;
        }
        finally
        {
            Loading = false;
        }
    }
}
