using DataBureau.Web.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataBureau.Web.Components.Files;

/// <summary>A PDF or a picture over the page, in the browser's own modal dialog: Escape closes it, and focus goes back to where it was.</summary>
public sealed partial class PreviewDialog : IAsyncDisposable
{
    private readonly string _id = "p" + Guid.NewGuid().ToString("N")[..8];
    private ElementReference _element;
    private ScriptModule? _module;
    private AttachmentView? _file;

    [Inject] private IJSRuntime JS { get; set; } = default!;

    public async Task OpenAsync(AttachmentView file)
    {
        _file = file;
        StateHasChanged();
        _module ??= new(JS, "./js/dialog.js");
        await _module.CallAsync("open", _element);
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null) await _module.DisposeAsync();
    }

    private async Task CloseAsync()
    {
        if (_module is not null) await _module.CallAsync("close", _element);
        _file = null;
    }
}
