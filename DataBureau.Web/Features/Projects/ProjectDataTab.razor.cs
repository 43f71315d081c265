using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The data list: what is missing, what suggests itself, and a link that starts the entry.</summary>
public sealed partial class ProjectDataTab : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new() { PageSize = 50 };
    private DataListView? _list;
    private IReadOnlyList<(Guid LineageId, string Name, CatalogueState State)> _entries = [];
    private ConfirmDialog? _removing;
    private DataItemView? _removed;
    private DataItemView? _matching;
    private DataItemView? _released;
    private DataItemView? _restored;
    private Guid? _edited;
    private string? _name;
    private string? _planned;
    private string? _description;
    private string? _search;
    private string? _why;
    private int _version;
    private bool _editing;
    private bool _settled;
    private bool _openOnly;
    private bool _busy;

    [Parameter, EditorRequired] public ProjectDetailView View { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<ProjectDetailView>> OnChanged { get; set; }

    [Inject] private ProjectDataService Data { get; set; } = default!;

    private bool CanEdit => View.Editable.HasFlag(ProjectParts.DataList);

    public void Dispose() => _leaving.Cancel();

    protected override Task OnParametersSetAsync()
    {
        if (_version == View.Version)
            return Task.CompletedTask;
        _version = View.Version;
        return ReadAsync();
    }

    private static string NewEntry(DataItemView item) => $"/catalogue/new?name={Uri.EscapeDataString(item.EntryToMake)}";

    private async Task ReadAsync()
    {
        try
        {
            _list = await Data.ReadAsync(View.Id, _openOnly ? _query.WithFilter("open", "1") with { Page = _query.Page } : _query, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The tab is gone.
        }
    }

    private Task OpenOnlyAsync(bool only)
    {
        (_openOnly, _query) = (only, _query with { Page = 1 });
        return ReadAsync();
    }

    private Task GoAsync(ListQuery query)
    {
        _query = query;
        return ReadAsync();
    }

    private void BeginAsync(DataItemView? item) =>
        (_editing, _edited, _name, _planned, _description, _settled, _matching) = (true, item?.Id, item?.Name, item?.PlannedEntry, item?.Description, item?.IsSettled == true, null);

    private void BeginRelease(DataItemView item) => (_released, _restored, _why) = (item, null, null);

    private void BeginRestore(DataItemView item) => (_released, _restored, _why) = (null, item, null);

    private Task RestoreAsync() => _restored is { } item ? ActAsync(() => Data.RestoreAsync(View.Id, View.Version, item.Id, _why), () => _restored = null) : Task.CompletedTask;

    private Task ReleaseAsync() => _released is { } item ? ActAsync(() => Data.ReleaseAsync(View.Id, View.Version, item.Id, _why), () => _released = null) : Task.CompletedTask;

    private Task SaveAsync()
    {
        var row = new DataItemRow(_name ?? string.Empty, _description, _planned);
        return ActAsync(() => _edited is { } id ? Data.EditAsync(View.Id, View.Version, id, row) : Data.AddAsync(View.Id, View.Version, row), () => _editing = false);
    }

    private Task ChooseAsync(DataItemView item)
    {
        (_matching, _editing) = (item, false);
        return SearchAsync(item.EntryToMake.Length > 4 ? item.EntryToMake[..4] : item.EntryToMake);
    }

    private async Task SearchAsync(string? text)
    {
        _search = text;
        var found = await Data.EntriesAsync(View.Id, text, _leaving.Token);
        // A slow answer to an older question must not replace the newer one.
        if (_search == text)
            _entries = found;
    }

    private Task MatchAsync(Guid item, Guid? lineage) => ActAsync(() => Data.MatchAsync(View.Id, View.Version, item, lineage), () => _matching = null);

    private Task MatchAllAsync() => ActAsync(() => Data.MatchAllAsync(View.Id, View.Version), () => { });

    private async Task RemoveAsync(DataItemView item)
    {
        _removed = item;
        if (await _removing!.AskAsync())
            await ActAsync(() => Data.RemoveAsync(View.Id, View.Version, item.Id), () => { });
    }

    private async Task ActAsync(Func<Task<Outcome<ProjectDetailView>>> act, Action done)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await act();
            // What was typed stays until it is saved.
            if (outcome is Outcome<ProjectDetailView>.Done)
                done();
            await OnChanged.InvokeAsync(outcome);
        }
        finally
        {
            _busy = false;
        }
    }
}
