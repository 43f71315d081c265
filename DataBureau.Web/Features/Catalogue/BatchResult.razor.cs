using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>One report for a whole batch: how many were done, and every one that was not, with its reason.</summary>
public sealed partial class BatchResult
{
    [Parameter] public BatchReport? Report { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }

    private Banner? _banner;
    private BatchReport? _focused;

    /// <summary>Without the entry's own name, which stands before it: what stopped many for one reason is said once.</summary>
    private static string SentenceOf(BatchLine line) => line.Sentence.Replace($"「{line.Entry.Name}」", "本条目录", StringComparison.Ordinal);

    /// <summary>The buttons that were pressed have gone with the selection, so the focus comes here.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Report == _focused)
            return;
        _focused = Report;
        if (Report is not null && _banner is not null)
            await _banner.FocusAsync();
    }
}
