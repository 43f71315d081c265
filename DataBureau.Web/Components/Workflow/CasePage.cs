using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>A case as its page shows it, as far as every case page has to know it.</summary>
public interface ICaseView<TAction>
    where TAction : struct, Enum
{
    int Version { get; }

    IReadOnlyList<PermittedAct<TAction>> Permitted { get; }
}

/// <summary>The page of a case: reads it, tells of others' changes without replacing anything, acts, and shows what became of the act.</summary>
public abstract class CasePage<TView, TAction> : ComponentBase, IAsyncDisposable
    where TView : class, ICaseView<TAction>
    where TAction : struct, Enum
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Guid? _shown;
    private UnsentWords? _words;

    [Parameter] public Guid Id { get; set; }

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "saved")] public string? Saved { get; set; }

    protected TView? View { get; private set; }

    protected Notice? Said { get; set; }

    protected CaseChanged? Newer { get; private set; }

    protected ConfirmDialog? Confirming { get; set; }

    protected TAction? AskedFor { get; private set; }

    /// <summary>What is typed beside the case, to go with an act.</summary>
    protected UnsentWords Words => _words!;

    /// <summary>The reserved number chosen for an act that gives one; null for the next.</summary>
    protected string? Number { get; set; }

    protected string? Tab { get; set; } = "content";

    /// <summary>The next case that waits for the reader, after a decision.</summary>
    protected Guid? Next { get; private set; }

    protected bool Decided { get; private set; }

    protected bool Missing { get; private set; }

    protected bool Busy { get; private set; }

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
        GC.SuppressFinalize(this);
        if (_words is not null)
            await _words.DisposeAsync();
    }

    protected abstract Task<TView?> FindAsync(CancellationToken cancellationToken);

    protected abstract Task<Outcome<TView>> SendAsync(TView view, TAction action, string? comment);

    protected abstract Task<Guid?> NextAsync(CancellationToken cancellationToken);

    /// <summary>What an act brings about that cannot be undone; null where nobody has to be asked.</summary>
    protected abstract string? Consequence(TAction action);

    /// <summary>What is said after the edit page has saved and come back here.</summary>
    protected abstract string SavedAs(TView view, bool isNew);

    /// <summary>The act leads to another page.</summary>
    protected virtual string? LeadsTo(TView view, TAction action) => null;

    /// <summary>The page shows where to write an opinion.</summary>
    protected abstract bool TakesWords(TView view);

    /// <summary>The act asks for more than a remark first, and the page asks for it itself.</summary>
    protected virtual bool Asks(TAction action) => false;

    /// <summary>The tab shown first. A new case has its content; its materials are what comes next.</summary>
    protected virtual string? OpensOn(bool isNew) => isNew ? "files" : "content";

    /// <summary>The reader has more to decide on this case: it is not left for the next one yet.</summary>
    protected virtual bool HasMoreToDecide(TView view) => view.Permitted.Any(p => p is { Judges: true, WhyNot: null });

    /// <summary>What the page keeps of its own takes note of the answer.</summary>
    protected virtual void Answered(Outcome<TView> outcome)
    {
    }

    /// <summary>The act is done, or the page shows another case.</summary>
    protected virtual void Reset()
    {
    }

    protected override void OnInitialized() => _subscription = Notifier.Subscribe(OnChangedAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        _shown = Id;
        (View, Said, Number, Next, Decided, Tab) = (null, null, null, null, false, OpensOn(Saved == "new"));
        var (left, words) = (_words, new UnsentWords(Buffers, Id.ToString()));
        _words = words;
        Reset();
        // The page of another case is left: its last keystrokes are kept too.
        if (left is not null)
            await left.DisposeAsync();
        await LoadAsync();
        // Where an opinion has no place now, none may go out unseen.
        if (View is not null && TakesWords(View))
            await words.RestoreAsync(View.Version);
        if (Saved is not null && View is not null)
            Said = Notice.Done(SavedAs(View, Saved == "new"));
    }

    protected async Task LoadAsync()
    {
        try
        {
            View = await FindAsync(_leaving.Token);
            (Missing, Newer) = (View is null, null);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    protected async Task ActAsync(TAction action)
    {
        if (!Busy && View is not null && !Asks(action))
            await DoAsync(action);
    }

    /// <summary>Nothing more has to be asked but, where the act cannot be undone, whether they are sure.</summary>
    protected async Task DoAsync(TAction action)
    {
        // While somebody was asked, another act may have begun.
        if (Busy || View is null || !await IsSureAsync(action, View) || Busy || View is not { } view)
            return;
        Busy = true;
        try
        {
            await ShowAsync(await SendAsync(view, action, Words.Comment), view, action);
        }
        finally
        {
            Busy = false;
        }
    }

    private async Task<bool> IsSureAsync(TAction action, TView view)
    {
        // Where words are missing, the refusal says so before anybody is asked whether they are sure.
        var incomplete = string.IsNullOrWhiteSpace(Words.Comment) && view.Permitted.Any(p => p.Action.Equals(action) && p.NeedsComment);
        if (Consequence(action) is null || incomplete)
            return true;
        AskedFor = action;
        return await Confirming!.AskAsync();
    }

    /// <summary>The page is of this version from here on.</summary>
    protected void Take(TView view) => (View, Newer) = (view, null);

    private async Task ShowAsync(Outcome<TView> outcome, TView before, TAction action)
    {
        Said = Notice.Of(outcome);
        Answered(outcome);
        switch (outcome)
        {
            case Outcome<TView>.Done done when LeadsTo(done.View, action) is { } href:
                await Words.ForgetAsync();
                Navigation.NavigateTo(href);
                break;
            case Outcome<TView>.Done done:
                Decided = before.Permitted.Any(p => p.Action.Equals(action) && p.Judges) && !HasMoreToDecide(done.View);
                Take(done.View);
                await Words.ForgetAsync();
                Number = null;
                Reset();
                Next = Decided ? await NextAsync(_leaving.Token) : null;
                break;
            case Outcome<TView>.Conflict conflict:
                Take(conflict.View);
                break;
            case Outcome<TView>.Refused { View: { } view }:
                View = view;
                break;
            case Outcome<TView>.NotFound:
                Missing = true;
                break;
        }
    }

    private Task OnChangedAsync(CaseChanged change) => change.CaseId != Id ? Task.CompletedTask : InvokeAsync(() =>
    {
        // Told, not replaced: a half-written remark must not vanish under the writer's hands.
        if (View is not null && change.Version > View.Version && !Busy)
        {
            Newer = change;
            StateHasChanged();
        }
    });
}
