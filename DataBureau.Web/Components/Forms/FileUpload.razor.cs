using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DataBureau.Web.Components.Forms;

/// <summary>
/// Sends files to an endpoint over plain HTTP, with progress and cancel: a circuit carries small messages only. Several files go
/// one after another; one that is refused does not stop the others, and each is told of.
/// </summary>
public sealed partial class FileUpload : IAsyncDisposable
{
    private readonly string _id = "u" + Guid.NewGuid().ToString("N")[..8];
    private ElementReference _input;
    private DotNetObjectReference<FileUpload>? _self;
    private ScriptModule? _module;
    private string? _current;
    private double? _percent;
    private IReadOnlyList<string> _failures = [];

    /// <summary>Receives one multipart post per file, in the form field "file", with the antiforgery header.</summary>
    [Parameter, EditorRequired] public string Endpoint { get; set; } = "";

    [Parameter] public string Label { get; set; } = "选择文件";
    [Parameter] public string? Hint { get; set; }

    /// <summary>As in HTML: ".xlsx,.pdf".</summary>
    [Parameter] public string? Accept { get; set; }

    [Parameter] public bool Multiple { get; set; }
    [Parameter] public bool Disabled { get; set; }
    [Parameter] public long MaxBytes { get; set; } = 50L * 1024 * 1024;

    /// <summary>The endpoint's answer, as it came: once per file.</summary>
    [Parameter] public EventCallback<string> OnUploaded { get; set; }

    [Parameter] public EventCallback<bool> OnBusyChanged { get; set; }

    [Inject] private IJSRuntime JS { get; set; } = default!;
    [Inject] private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    private bool IsBusy => _current is not null;

    private async Task PickedAsync()
    {
        _failures = [];
        _module ??= new(JS, "./js/upload.js");
        _self ??= DotNetObjectReference.Create(this);
        await _module.CallAsync("start", _input, Endpoint, Antiforgery.GetAntiforgeryToken()?.Value, MaxBytes, _self);
    }

    private async Task CancelAsync()
    {
        if (_module is not null) await _module.CallAsync("cancel", _input);
    }

    [JSInvokable]
    public async Task OnStarted(string name)
    {
        var began = !IsBusy;
        (_current, _percent) = (name, 0);
        if (began) await OnBusyChanged.InvokeAsync(true);
        StateHasChanged();
    }

    [JSInvokable]
    public void OnProgress(double percent)
    {
        // All bytes sent is not yet an answer: from there on the server works for an unknown time.
        _percent = percent < 100 ? percent : null;
        StateHasChanged();
    }

    [JSInvokable]
    public Task OnAnswered(string json) => OnUploaded.InvokeAsync(json);

    [JSInvokable]
    public async Task OnEnded(IReadOnlyList<UploadFailure> failures)
    {
        _current = null;
        _failures = [.. failures.Where(f => f.Reason != "cancelled").Select(Words)];
        await OnBusyChanged.InvokeAsync(false);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.CallAsync("cancel", _input);
            await _module.DisposeAsync();
        }
        _self?.Dispose();
    }

    private string Words(UploadFailure failure) => failure.Reason switch
    {
        "size" => $"「{failure.Name}」超过 {MaxBytes / 1024 / 1024} MB，没有上传。",
        "network" => $"网络中断，「{failure.Name}」没有传完，请重新选择。",
        _ when !string.IsNullOrWhiteSpace(failure.Sentence) => failure.Sentence,
        "401" or "403" => "没有上传的权限，或登录已过期，请重新登录后再试。",
        "413" => $"「{failure.Name}」太大，服务器没有接收。",
        _ => $"服务器没有接收「{failure.Name}」，请稍后再试。",
    };
}

/// <summary>A file that was not taken: why, by a word or a status, and the server's sentence where it gave one.</summary>
public sealed record UploadFailure(string Name, string Reason, string? Sentence = null);
