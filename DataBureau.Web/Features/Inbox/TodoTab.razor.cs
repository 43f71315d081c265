using System.Collections.Immutable;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>待办, most urgent first. Lines that wait for the same act can be chosen and done together.</summary>
public sealed partial class TodoTab
{
    private ImmutableHashSet<object> _selected = [];
    private BatchReport? _report;
    private string? _comment;
    private string? _message;
    private bool _busy;
    private bool _stale;

    [Inject] private InboxService Service { get; set; } = default!;

    [Inject] private InboxBatchService Batch { get; set; } = default!;

    private List<InboxItem> Chosen => [.. _selected.Cast<InboxItem>()];

    /// <summary>What all of the chosen have in common.</summary>
    private IReadOnlyList<BatchAct> Acts => Actor is { } actor ? Batch.Shared(actor, Chosen) : [];

    /// <summary>Whoever has nothing to do together gets no column to choose in.</summary>
    private bool Offers => Page?.Rows.Any(Offered) == true;

    private string Said => Chosen.Sum(i => i.Count) is var cases && cases > _selected.Count ? $"已选 {_selected.Count} 组，共 {cases} 件" : $"已选 {_selected.Count} 件";

    private static string HintOf(IReadOnlyList<BatchAct> acts) =>
        "将写入所选的每一件。" + (acts.Any(a => a.NeedsComment) ? $"{string.Concat(acts.Where(a => a.NeedsComment).Select(a => $"「{a.Name}」"))}须写明意见。" : null);

    private bool Offered(InboxItem item) => Actor is { } actor && Batch.ActsOf(actor, item).Count > 0;

    protected override Task<Page<InboxItem>> ListAsync(ListQuery query, CancellationToken cancellationToken) => Service.ListAsync(query, cancellationToken);

    /// <summary>What arrives appears by itself, unless something is being chosen or done.</summary>
    protected override bool MayReload()
    {
        _stale = _busy || Loading || _selected.Count > 0;
        return !_stale;
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        await base.ReadAsync(cancellationToken);
        // It may have changed after the query.
        if (_stale && _selected.Count == 0)
            RequestReload();
    }

    /// <summary>What changed while lines were chosen is shown when none is chosen any more.</summary>
    private void Select(ImmutableHashSet<object> selected)
    {
        (_selected, _message) = (selected, null);
        if (_stale && selected.Count == 0)
            RequestReload();
    }

    private async Task ActAsync(BatchAct act)
    {
        if (_busy)
            return;
        if (act.NeedsComment && string.IsNullOrWhiteSpace(_comment))
        {
            _message = $"「{act.Name}」须写明意见。";
            return;
        }

        _busy = true;
        try
        {
            _report = await Batch.ActAsync(Chosen, act.Name, _comment);
            (_selected, _message) = ([], null);
            if (_report.DoneCount > 0)
                _comment = null;
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
