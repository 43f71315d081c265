using Microsoft.JSInterop;

namespace DataBureau.Web.Components;

/// <summary>
/// A script a component brings into the browser once it needs it. A browser that has gone cannot be told anything: the call then
/// does nothing, for what it would have changed has gone with the page.
/// </summary>
public sealed class ScriptModule(IJSRuntime runtime, string path) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>True once something was called, so that there may be something to undo.</summary>
    public bool IsLoaded => _module is not null;

    public async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", path);
            await _module.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not { } module) return;
        _module = null;
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
