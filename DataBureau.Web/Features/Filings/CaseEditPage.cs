using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>The page that writes a case: what is typed is kept on the server as it is typed, and becomes content when it is saved.</summary>
public abstract class CaseEditPage<TView, TContent> : ComponentBase, IAsyncDisposable
    where TView : class
{
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private CaseForm _form = new();
    private Autosave<CaseForm>? _autosave;
    private int _version;

    [Parameter] public Guid? Id { get; set; }

    [Inject] protected EditBuffers Buffers { get; set; } = default!;

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The case as it stands; null while a new one is written.</summary>
    protected TView? View { get; private set; }

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

    protected abstract CaseForm FormOf(TView? view);

    protected abstract TContent Read(CaseForm form, IDictionary<string, string> messages);

    protected abstract Task<Outcome<TView>> SendAsync(int version, TContent content);

    protected abstract Guid IdOf(TView view);

    protected abstract string? TitleOf(string key);

    protected abstract IReadOnlyList<CaseDifference> Differences(TView theirs, TContent mine);

    /// <summary>What the receiving office asked for about a field.</summary>
    protected virtual string? Asked(string key) => null;

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
        (_form, _version) = (FormOf(View), View is null ? 0 : VersionOf(View));
        _autosave = new Autosave<CaseForm>(Buffers, Id is null ? $"{Subject}/new" : $"{Subject}/{Id}", () => (_form, _version), StateHasChanged);
        if (await _autosave.RestoreAsync() is { } typed)
            (_form, _version) = typed;
        Begin();
    }

    protected async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        _messages.Clear();
        (_form, _version) = (FormOf(View), View is null ? 0 : VersionOf(View));
        Begin();
    }

    protected async Task SaveAsync()
    {
        if (Busy)
            return;
        Busy = true;
        try
        {
            _messages.Clear();
            var content = Read(_form, _messages);
            if (_messages.Count > 0)
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

    private void Begin() => Editing = new CaseEditing(_form, TitleOf, _messages, Asked, () => _autosave!.TouchAsync());

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
                foreach (var detail in refused.Refusal.Details.Where(d => d.Field is not null))
                    _messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<TView>.Conflict conflict:
                Theirs = Differences(conflict.View, mine);
                (View, _version) = (conflict.View, VersionOf(conflict.View));
                break;
        }
    }
}
