using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataBureau.Web.Components.Forms;

/// <summary>A question before an act, in the browser's own modal dialog: focus is kept inside and given back.</summary>
public sealed partial class ConfirmDialog : IAsyncDisposable
{
    private readonly string _id = "d" + Guid.NewGuid().ToString("N")[..8];
    private ElementReference _element;
    private ScriptModule? _module;
    private TaskCompletionSource<bool>? _question;

    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter] public string ConfirmText { get; set; } = "确定";
    [Parameter] public string CancelText { get; set; } = "取消";
    [Parameter] public bool Danger { get; set; }
    [Parameter] public bool Wide { get; set; }
    [Parameter] public bool ConfirmDisabled { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] private IJSRuntime JS { get; set; } = default!;

    /// <summary>Opens the dialog; true when confirmed, false when cancelled, closed or left.</summary>
    public async Task<bool> AskAsync()
    {
        _question?.TrySetResult(false);
        var question = _question = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        StateHasChanged();
        _module ??= new(JS, "./js/dialog.js");
        await _module.CallAsync("open", _element);
        return await question.Task;
    }

    /// <summary>For a button of the dialog that goes away when it is pressed: the keyboard goes on at the element, unless the person already types in a field.</summary>
    public async Task ResumeAtAsync(ElementReference element)
    {
        if (_module is not null) await _module.CallAsync("resume", element);
    }

    private async Task AnswerAsync(bool confirmed)
    {
        var question = _question;
        _question = null;
        if (_module is not null) await _module.CallAsync("close", _element);
        question?.TrySetResult(confirmed);
    }

    public async ValueTask DisposeAsync()
    {
        _question?.TrySetResult(false);
        if (_module is not null) await _module.DisposeAsync();
    }
}
