using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>The page that writes a case: what is typed is kept on the server as it is typed, and becomes content when it is saved.</summary>
/// <typeparam name="TView">The case as its service shows it.</typeparam>
/// <typeparam name="TForm">The case as it is typed.</typeparam>
/// <typeparam name="TContent">The case as it is saved.</typeparam>
public abstract class CaseEditPage<TView, TForm, TContent> : ComponentBase, IAsyncDisposable
    where TView : class
    where TForm : CaseForm, new()
{
    private Autosave<TForm>? _autosave;
    private int _version;

    [Parameter] public Guid? Id { get; set; }

    [Inject] protected EditBuffers Buffers { get; set; } = default!;

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The case as it stands; null while a new one is written.</summary>
    protected TView? View { get; private set; }

    /// <summary>What is typed; what stood in it before is replaced as a whole when it is restored or given up.</summary>
    protected TForm Form { get; set; } = new();

    /// <summary>What is wrong with what was typed, by field.</summary>
    protected Dictionary<string, string> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>Null until the case and what was typed of it have been read.</summary>
    protected CaseEditing? Editing { get; private set; }

    protected Notice? Said { get; set; }

    protected IReadOnlyList<CaseDifference> Theirs { get; private set; } = [];

    protected string? SavedHint => _autosave?.Said;

    protected DateTimeOffset? RestoredAt => _autosave?.RestoredAt;

    protected bool Missing { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>Of the case in the edit buffers: "digital-base".</summary>
    protected abstract string Subject { get; }

    /// <summary>The list; a case is below it.</summary>
    protected abstract string Href { get; }

    protected string BackHref => Id is null ? Href : $"{Href}/{Id}";

    /// <returns>The case, where the reader may write it now; null otherwise.</returns>
    protected abstract Task<TView?> FindAsync(Guid id);

    /// <summary>Whether a new case may be written by the reader.</summary>
    protected abstract Task<bool> MayBeginAsync();

    protected abstract int VersionOf(TView view);

    protected abstract TForm FormOf(TView? view);

    protected abstract TContent Read(TForm form, IDictionary<string, string> messages);

    protected abstract Task<Outcome<TView>> SendAsync(int version, TContent content);

    protected abstract Guid IdOf(TView view);

    protected abstract string? TitleOf(string key);

    protected abstract IReadOnlyList<CaseDifference> Differences(TView theirs, TContent mine);

    /// <summary>Whether the field may be changed now; a closed one is not shown.</summary>
    protected virtual bool IsOpen(string key) => true;

    /// <summary>What the receiving office asked for about a field.</summary>
    protected virtual string? Asked(string key) => null;

    /// <summary>Another form is written in: the case's own, one brought back, or the empty one. What depends on what it says is read here.</summary>
    protected virtual Task BeginAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_autosave is not null)
            await _autosave.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        View = Id is { } id ? await FindAsync(id) : null;
        Missing = Id is null ? !await MayBeginAsync() : View is null;
        if (Missing)
            return;
        (Form, _version) = (FormOf(View), View is null ? 0 : VersionOf(View));
        _autosave = new Autosave<TForm>(Buffers, Id is null ? $"{Subject}/new" : $"{Subject}/{Id}", () => (Form, _version), StateHasChanged);
        if (await _autosave.RestoreAsync() is { } typed)
            (Form, _version) = typed;
        await EditAsync();
    }

    /// <summary>Something was typed.</summary>
    protected Task TouchAsync() => _autosave!.TouchAsync();

    protected async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        Messages.Clear();
        (Form, _version) = (FormOf(View), View is null ? 0 : VersionOf(View));
        await EditAsync();
    }

    protected async Task SaveAsync()
    {
        if (Busy)
            return;
        Busy = true;
        try
        {
            Messages.Clear();
            var content = Read(Form, Messages);
            if (Messages.Count > 0)
            {
                Said = Notice.Failed("有内容不能识别，还没有保存。请按红字提示修改。");
                return;
            }

            await ShowAsync(await SendAsync(_version, content), content);
        }
        finally
        {
            Busy = false;
        }
    }

    private async Task EditAsync()
    {
        await BeginAsync();
        Editing = new CaseEditing(Form, TitleOf, Messages, Asked, TouchAsync) { IsOpen = IsOpen };
    }

    private async Task ShowAsync(Outcome<TView> outcome, TContent mine)
    {
        Said = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<TView>.Done done:
                await _autosave!.CloseAsync();
                Navigation.NavigateTo($"{Href}/{IdOf(done.View)}?saved={(Id is null ? "new" : "1")}");
                break;
            case Outcome<TView>.Refused refused:
                foreach (var detail in refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details.Where(d => d.Field is not null))
                    Messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<TView>.Conflict conflict:
                Theirs = Differences(conflict.View, mine);
                (View, _version) = (conflict.View, VersionOf(conflict.View));
                break;
        }
    }
}
