using System.Globalization;
using System.Text.Json;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Drafting and mending an entry. What is typed is kept on the server as it is typed.</summary>
public sealed partial class CatalogueEdit : IAsyncDisposable
{
    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(1.5);

    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private CatalogueForm _form = new();
    private CatalogueDetailView? _view;
    private JurisdictionPolicy? _policy;
    private Notice? _notice;
    private List<(string Title, string? Theirs, string? Mine)> _theirs = [];
    private DateTimeOffset? _restoredAt;
    private CancellationTokenSource? _waiting;
    private Task _autosave = Task.CompletedTask;
    private string? _saved;
    private int _version;
    private bool _missing;
    private bool _busy;
    private bool _unsaved;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private PolicyLibrary Policies { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Subject => Id is null ? "catalogue/new" : $"catalogue/{Id}";

    public async ValueTask DisposeAsync()
    {
        // Leaving the page is no reason to lose the last keystrokes.
        if (_waiting is not null)
            await _waiting.CancelAsync();
        await _autosave;
        if (_unsaved)
            await Buffers.SaveAsync(Subject, _version, JsonSerializer.Serialize(_form));
        _waiting?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            _view = await Catalogue.FindAsync(id, default);
            if (_view is not { CanEdit: true })
            {
                _missing = true;
                return;
            }

            (_form, _version) = (CatalogueForm.Of(_view.Content), _view.Version);
        }

        if (await Buffers.FindAsync(Subject, default) is { } buffer && JsonSerializer.Deserialize<CatalogueForm>(buffer.Json) is { } typed)
            (_form, _version, _restoredAt) = (typed, buffer.BaseVersion, buffer.SavedAt);
        _policy = _view?.Policy ?? Policies.For((await Current.GetAsync())?.Grants.FirstOrDefault(g => g.Permission == CataloguePermissions.Compile)?.RegionCode ?? Domain.Organisations.RegionCodes.Nation);
    }

    private string? RemarkOn(string key) => _view?.OpenRemarks.FirstOrDefault(r => r.Field == key)?.Text;

    private Task TogglePreparationAsync(OpeningPreparation preparation, bool on)
    {
        _form.Preparations = on ? _form.Preparations | preparation : _form.Preparations & ~preparation;
        return TouchAsync();
    }

    private async Task TouchAsync()
    {
        _unsaved = true;
        if (_waiting is not null)
            await _waiting.CancelAsync();
        _waiting = new CancellationTokenSource();
        _autosave = AutosaveAsync(_waiting.Token);
    }

    private async Task AutosaveAsync(CancellationToken cancelled)
    {
        try
        {
            await Task.Delay(SaveAfter, cancelled);
            // Before the save, not after: what is typed during it is unsaved again.
            _unsaved = false;
            var at = await Buffers.SaveAsync(Subject, _version, JsonSerializer.Serialize(_form));
            _saved = at is { } time ? $"已于 {ChinaTime.Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} 自动保存" : "内容过长，没有自动保存，请点「保存」。";
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Typing goes on; the next pause saves.
        }
        catch (Exception ex) when (ex is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            (_unsaved, _saved) = (true, "自动保存没有成功，请勿关闭页面，稍后再试。");
            StateHasChanged();
        }
    }

    private async Task DiscardBufferAsync()
    {
        await Buffers.DiscardAsync(Subject);
        (_restoredAt, _unsaved, _saved) = (null, false, null);
        _form = _view is null ? new CatalogueForm() : CatalogueForm.Of(_view.Content);
        _version = _view?.Version ?? 0;
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _messages.Clear();
            var content = _form.Read(_policy!, _messages);
            if (_messages.Count > 0)
            {
                _notice = Notice.Failed("有内容不能识别，还没有保存。请按红字提示修改。");
                return;
            }

            var outcome = Id is { } id ? await Catalogue.SaveAsync(id, _version, content) : await Catalogue.CreateAsync(content);
            await ShowAsync(outcome, content);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<CatalogueDetailView> outcome, CatalogueContent mine)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<CatalogueDetailView>.Done done:
                if (_waiting is not null)
                    await _waiting.CancelAsync();
                // An autosave under way would put the buffer back after it was discarded.
                await _autosave;
                _unsaved = false;
                await Buffers.DiscardAsync(Subject);
                Navigation.NavigateTo($"/catalogue/{done.View.Id}?saved={(Id is null ? "new" : "1")}");
                break;
            case Outcome<CatalogueDetailView>.Refused refused:
                foreach (var detail in refused.Refusal.Details.Where(d => d.Field is not null))
                    _messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<CatalogueDetailView>.Conflict conflict:
                _theirs = [.. CatalogueFields.Differences(conflict.View.Content, mine).Select(f => (f.Title, f.Text(conflict.View.Content, conflict.View.Policy), f.Text(mine, conflict.View.Policy)))];
                (_view, _version) = (conflict.View, conflict.View.Version);
                break;
        }
    }
}
