using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>
/// A case that is written on its own page, beside its acts: typing is kept on the server as it is typed, somebody else's save is told
/// and never replaces what stands in the form, and an act saves what was typed first.
/// </summary>
/// <typeparam name="TView">The case as the page shows it.</typeparam>
/// <typeparam name="TForm">What is typed: texts, so that half-typed input survives.</typeparam>
public abstract class WritingPage<TView, TForm> : ComponentBase, IAsyncDisposable
    where TView : class
    where TForm : class
{
    private readonly CancellationTokenSource _leaving = new();
    private Autosave<TForm>? _autosave;
    private IDisposable? _subscription;
    private Guid? _shown;
    private int _version;

    [Parameter] public Guid Id { get; set; }

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    protected TView? View { get; private set; }

    protected TForm Form { get; private set; } = default!;

    protected Notice? Said { get; set; }

    protected CaseChanged? Newer { get; private set; }

    protected IReadOnlyList<CaseDifference> Theirs { get; private set; } = [];

    protected string? SavedHint => _autosave?.Said;

    protected DateTimeOffset? RestoredAt => _autosave?.RestoredAt;

    /// <summary>Something was typed that is not saved.</summary>
    protected bool Changed { get; private set; }

    protected bool Missing { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>Of the case in the edit buffers: "joint-meeting".</summary>
    protected abstract string Subject { get; }

    protected abstract Task<TView?> FindAsync(Guid id, CancellationToken cancellationToken);

    protected abstract int VersionOf(TView view);

    /// <summary>Whether the reader may write anything of it now.</summary>
    protected abstract bool MayWrite(TView view);

    protected abstract TForm FormOf(TView view);

    protected abstract Task<Outcome<TView>> SendAsync(int version, TForm form);

    protected abstract IReadOnlyList<CaseDifference> Differences(TView theirs, TForm mine);

    /// <summary>What else the page does with an outcome.</summary>
    protected virtual void Take(Outcome<TView> outcome, TView before)
    {
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _subscription?.Dispose();
        await _leaving.CancelAsync();
        if (_autosave is not null)
            await _autosave.DisposeAsync();
    }

    protected override void OnInitialized() => _subscription = Notifier.Subscribe(OnChangedAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        _shown = Id;
        if (_autosave is not null)
            await _autosave.DisposeAsync();
        _autosave = null;
        (Said, Newer, Theirs, Changed) = (null, null, [], false);
        try
        {
            await OpenAsync(await FindAsync(Id, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    protected Task ChangeAsync(Action change)
    {
        change();
        Changed = true;
        return _autosave?.TouchAsync() ?? Task.CompletedTask;
    }

    protected Task SaveAsync() => RunAsync(() => SendAsync(_version, Form));

    /// <summary>What was written counts: it is saved before the act looks at it.</summary>
    /// <returns>Whether the act may go on.</returns>
    protected async Task<bool> SavedAsync()
    {
        if (Changed)
            await SaveAsync();
        return !Changed;
    }

    protected async Task RunAsync(Func<Task<Outcome<TView>>> work)
    {
        if (Busy || View is not { } before)
            return;
        Busy = true;
        try
        {
            var outcome = await work();
            Said = Notice.Of(outcome);
            switch (outcome)
            {
                case Outcome<TView>.Done done:
                    await ReplaceAsync(done.View);
                    break;
                case Outcome<TView>.Conflict conflict:
                    Stand(conflict.View);
                    break;
                case Outcome<TView>.NotFound:
                    Missing = true;
                    break;
            }

            Take(outcome, before);
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>The case as it is now; what was typed stays and is set beside it.</summary>
    protected async Task LoadNewestAsync()
    {
        if (await FindAsync(Id, _leaving.Token) is not { } fresh)
            Missing = true;
        else if (Changed)
            Stand(fresh);
        else
            await ReplaceAsync(fresh);
    }

    protected async Task DiscardBufferAsync()
    {
        if (View is { } view)
            await ReplaceAsync(view);
    }

    private async Task OpenAsync(TView? view)
    {
        var autosave = view is not null && MayWrite(view) ? new Autosave<TForm>(Buffers, $"{Subject}/{Id}", () => (Form, _version), StateHasChanged) : null;
        // Before anything is shown: what is typed meanwhile would be lost to what is brought back.
        var typed = autosave is null ? null : await autosave.RestoreAsync();
        (View, Missing, _autosave) = (view, view is null, autosave);
        if (view is null)
            return;
        (Form, _version) = (FormOf(view), VersionOf(view));
        if (typed is not { } kept)
            return;
        (Form, Changed) = (kept.Form, true);
        // Typed over an older version: the two are set side by side at once, not only when saving fails.
        Stand(view);
    }

    private void Stand(TView view)
    {
        (View, _version, Newer) = (view, VersionOf(view), null);
        Theirs = Differences(view, Form);
    }

    private async Task ReplaceAsync(TView view)
    {
        (View, Form, _version, Changed, Newer, Theirs) = (view, FormOf(view), VersionOf(view), false, null, []);
        if (_autosave is not null)
            await _autosave.ForgetAsync();
        _autosave ??= MayWrite(view) ? new Autosave<TForm>(Buffers, $"{Subject}/{Id}", () => (Form, _version), StateHasChanged) : null;
    }

    private Task OnChangedAsync(CaseChanged change) => change.CaseId != Id ? Task.CompletedTask : InvokeAsync(() =>
    {
        if (View is not null && !Busy && change.Version > VersionOf(View))
        {
            Newer = change;
            StateHasChanged();
        }
    });
}
