using DataBureau.Web.Components.Forms;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>One report for a whole batch: how many were done, and every one that was not, with its reason.</summary>
public sealed partial class BatchResult
{
    [Parameter] public BatchReport? Report { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }

    [Inject] private NotificationService Notifications { get; set; } = default!;

    private Banner? _banner;
    private BatchReport? _focused;

    /// <summary>The buttons that were pressed have gone with the selection, so the focus comes here. What is read here is not told a second time.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Report == _focused)
            return;
        _focused = Report;
        if (Report is null || _banner is null)
            return;
        await _banner.FocusAsync();
        if (Report.NoticeId is { } notice)
            await Notifications.MarkReadAsync(notice);
    }
}
