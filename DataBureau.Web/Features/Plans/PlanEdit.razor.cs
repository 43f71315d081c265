using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>Drafting and mending a plan: the kind first, then what its state leaves open. What is typed is kept on the server as it is typed.</summary>
public sealed partial class PlanEdit : IAsyncDisposable
{
    private static readonly IReadOnlyList<(string, string)> NationalPlanChoices = [.. Enum.GetValues<NationalPlanCheck>().Select(c => (c.ToString(), c.ChineseName()))];

    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private PlanForm _form = new();
    private PlanEditing? _editing;
    private PlanDetailView? _view;
    private PlanFormOptions? _options;
    private PlanRule? _rule;
    private Notice? _notice;
    private List<(string Title, string? Theirs, string? Mine)> _theirs = [];
    private Autosave<PlanForm>? _autosave;
    private int _version;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private PlanService Plans { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private PlanParts Parts => _view?.Editable ?? PlanParts.Content;

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            _view = await Plans.FindAsync(id, default);
            _missing = _view is null or { Editable: PlanParts.None } or { Rule: null };
        }

        if (_missing || await Plans.OptionsAsync(Id, default) is not { } options)
        {
            _missing = true;
            return;
        }

        if (_view is { } view)
            (_form, _version) = (PlanForm.Of(view.Kind, view.Content), view.Version);
        _autosave = new Autosave<PlanForm>(Buffers, Id is null ? "plan/new" : $"plan/{Id}", () => (_form, _version), StateHasChanged);
        if (await _autosave.RestoreAsync() is { } typed)
            (_form, _version) = typed;
        _options = options;
        Begin();
    }

    /// <summary>The kind of an existing plan stands; that of a new one must be one the body may draft.</summary>
    private void Begin()
    {
        _rule = _view?.Rule ?? _options!.Kinds.FirstOrDefault(k => k.Kind == _form.Kind);
        _editing = new PlanEditing(_form, _messages, key => _view?.OpenRound?.Items.FirstOrDefault(i => i.Key == key)?.Text, () => _autosave!.TouchAsync());
    }

    private Task ChooseAsync(PlanRule kind)
    {
        _form.Kind = kind.Kind;
        _form.Values.TryAdd(nameof(PlanContent.NationalPlan), nameof(NationalPlanCheck.NotChecked));
        Begin();
        return _autosave!.TouchAsync();
    }

    /// <summary>What was typed stays: most of it fits any kind.</summary>
    private Task ChooseAgainAsync()
    {
        (_form.Kind, _notice) = (null, null);
        _messages.Clear();
        Begin();
        return _autosave!.TouchAsync();
    }

    private async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        _messages.Clear();
        _form = _view is { } view ? PlanForm.Of(view.Kind, view.Content) : new PlanForm();
        _version = _view?.Version ?? 0;
        Begin();
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _messages.Clear();
            var content = _form.Read(_messages);
            if (_messages.Count > 0)
            {
                _notice = Notice.Failed("有内容不能识别，还没有保存。请按红字提示修改。");
                return;
            }

            await ShowAsync(Id is { } id ? await Plans.SaveAsync(id, _version, content) : await Plans.CreateAsync(_rule!.Kind, content), content);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<PlanDetailView> outcome, PlanContent mine)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<PlanDetailView>.Done done:
                await _autosave!.CloseAsync();
                Navigation.NavigateTo($"/plans/{done.View.Id}?saved={(Id is null ? "new" : "1")}");
                break;
            case Outcome<PlanDetailView>.Refused refused:
                foreach (var detail in refused.Refusal.Details.Where(d => d.Field is not null))
                    _messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<PlanDetailView>.Conflict conflict:
                _theirs = [.. PlanFields.Differences(conflict.View.Content, mine, OrganName).Where(f => Parts.HasFlag(f.Part)).Select(f => (f.Title, f.Text(conflict.View.Content, OrganName), f.Text(mine, OrganName)))];
                (_view, _version) = (conflict.View, conflict.View.Version);
                break;
        }
    }

    private string? OrganName(Guid id) => _options!.Organs.FirstOrDefault(o => o.Id == id).Name;
}
