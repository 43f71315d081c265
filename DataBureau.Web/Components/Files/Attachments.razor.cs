using System.Text.Json;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Files;

/// <summary>The material of a case, as a checklist: what there is, what is missing, and the ways to add, see, take away and remove.</summary>
public sealed partial class Attachments : IDisposable
{
    private static readonly MaterialSlot Other = new(string.Empty, "其他材料", false);

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<string> _said = [];
    private (string Kind, Guid CaseId, int Version)? _loaded;
    private CaseAttachments? _shown;
    private Notice? _notice;
    private AttachmentView? _toRemove;
    private ConfirmDialog? _removing;
    private PreviewDialog? _preview;
    private bool _missing;
    private bool _busy;

    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    [Parameter, EditorRequired] public Guid CaseId { get; set; }

    /// <summary>The case's: when it changes, what may be done here may have changed too.</summary>
    [Parameter] public int Version { get; set; }

    /// <summary>The checklist; what fits no line of it stands under 其他材料.</summary>
    [Parameter] public IReadOnlyList<MaterialSlot> Slots { get; set; } = [];

    /// <summary>A file was added or removed.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private AttachmentService Service { get; set; } = default!;

    [Inject] private FileSettings Settings { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == (Kind, CaseId, Version))
            return;
        if (_loaded is { } before && before.CaseId != CaseId)
            (_shown, _notice) = (null, null);
        _loaded = (Kind, CaseId, Version);
        await LoadAsync();
    }

    private IEnumerable<MaterialSlot> Lines(CaseAttachments shown) =>
        shown.Rights.CanChange || Slots.Count == 0 || FilesOf(shown, Other).Count > 0 ? Slots.Append(Other) : Slots;

    private List<AttachmentView> FilesOf(CaseAttachments shown, MaterialSlot slot) =>
        [.. shown.Files.Where(f => slot.Key.Length > 0 ? f.Slot == slot.Key : f.Slot is null || Slots.All(s => s.Key != f.Slot))];

    /// <summary>The files, and a row to add to them, or to say that there are none.</summary>
    private static int RowsOf(string? whyNot, List<AttachmentView> files) => files.Count + (whyNot is null || files.Count == 0 ? 1 : 0);

    private static string? WhyClosed(CaseAttachments shown, MaterialSlot slot) => shown.Rights.WhyClosed(slot.Key.Length > 0 ? slot.Key : null);

    private string EndpointOf(MaterialSlot slot) => $"/files/{Kind}/{CaseId}?slot={slot.Key}";

    private async Task LoadAsync()
    {
        try
        {
            _shown = await Service.FindAsync(Kind, CaseId, _leaving.Token);
            _missing = _shown is null;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private void Uploading(bool busy)
    {
        if (!busy)
            return;
        _said.Clear();
        _notice = null;
    }

    private async Task UploadedAsync(string json)
    {
        using var answer = JsonDocument.Parse(json);
        _said.Add(answer.RootElement.GetProperty("sentence").GetString()!);
        _notice = Notice.Done(string.Join(' ', _said));
        await LoadAsync();
        await OnChanged.InvokeAsync();
    }

    private Task PreviewAsync(AttachmentView file) => _preview!.OpenAsync(file);

    private async Task RemoveAsync(AttachmentView file)
    {
        _toRemove = file;
        if (_busy || !await _removing!.AskAsync())
            return;
        _busy = true;
        try
        {
            var outcome = await Service.RemoveAsync(file.Id);
            _notice = Notice.Of(outcome);
            _shown = outcome switch
            {
                Outcome<CaseAttachments>.Done done => done.View,
                Outcome<CaseAttachments>.Refused { View: { } view } => view,
                _ => _shown,
            };
            await OnChanged.InvokeAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
