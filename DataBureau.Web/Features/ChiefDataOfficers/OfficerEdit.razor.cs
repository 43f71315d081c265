using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Nominating and mending an appointment. What is typed is kept on the server as it is typed.</summary>
public sealed partial class OfficerEdit : IAsyncDisposable
{
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private OfficerForm _form = new();
    private OfficerEditing? _editing;
    private OfficerDetailView? _view;
    private OfficerFormOptions? _options;
    private UnitView? _unit;
    private Notice? _notice;
    private Autosave<OfficerForm>? _autosave;
    private int _version;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private OfficerService Officers { get; set; } = default!;

    [Inject] private UnitPostService Units { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "unit")]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "post")]
    private string? Post { get; set; }

    private OfficerParts Parts => _view?.Editable ?? OfficerWorkflow.Editable(OfficerState.Nominated);

    private LegalBasis? Basis => (_view?.Policy ?? _unit?.Policy)?.BasisOf(OfficerWorkflow.Mechanism);

    private string? RankHint => (_view?.Policy ?? _unit?.Policy)?.ChiefDataOfficers.RankGate is { Count: > 0 } gate && (_view?.Post ?? PostChosen) == DataPost.ChiefDataOfficer
        ? $"首席数据官应为{string.Join('或', gate.Select(r => r.ChineseName()))}" : null;

    private DataPost? PostChosen => OfficerFilter.Named<DataPost>(_form.Post ?? string.Empty);

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        _options = await Officers.OptionsAsync(default);
        if (Id is { } id)
            _view = await Officers.FindAsync(id, default);
        _missing = _options is null || (Id is not null && _view is null or { Editable: OfficerParts.None });
        if (_missing)
            return;
        Begin();
        _autosave = new Autosave<OfficerForm>(Buffers, Id is null ? "chief-data-officer/new" : $"chief-data-officer/{Id}", () => (_form, _version), StateHasChanged);
        if (await _autosave.RestoreAsync() is { } typed && (Id is not null || Fits(typed.Form)))
            (_form, _version) = typed;
        await ReadUnitAsync();
        _editing = new OfficerEditing(_form, _messages, key => _view?.OpenRound?.Items.FirstOrDefault(i => i.Key == key)?.Text, () => _autosave!.TouchAsync());
    }

    /// <summary>What was typed for another post does not belong here.</summary>
    private bool Fits(OfficerForm typed) => (Unit is null || typed.Unit == Unit.ToString()) && (Post is null || typed.Post == Post);

    private void Begin()
    {
        (_form, _version) = _view is { } view ? (OfficerForm.Of(view), view.Version) : (new OfficerForm(), 0);
        if (_view is not null)
            return;
        _form.Unit = _options!.Units.FirstOrDefault(u => u.Id == Unit).Id is var asked && asked != Guid.Empty ? asked.ToString() : _options.Units is [var only] ? only.Id.ToString() : null;
        _form.Post = OfficerFilter.Named<DataPost>(Post ?? string.Empty)?.ToString();
    }

    private async Task ReadUnitAsync() => _unit = Guid.TryParse(_form.Unit, out var unit) ? await Units.FindAsync(unit, default) : null;

    /// <summary>Said while it can still be changed; what must not be is refused by the acts.</summary>
    private IEnumerable<string> Warnings(UnitView unit)
    {
        if (_view is { State: OfficerState.Nominated, Elsewhere: [var other, ..] })
            yield return $"「{other.OrganisationName}」的{other.Post.ChineseName()}与所提人选同名。兼任的，请在「兼任情况」中写明；同名不同人的，也请注明。";
        if ((_view is null ? PostChosen : _view.State == OfficerState.Nominated ? _view.Post : null) is { } chosen && unit.Posts.FirstOrDefault(p => p.Post == chosen) is { Held: true } post && chosen != DataPost.Deputy)
            yield return $"{chosen.ChineseName()}现由{post.Stretches.First(s => !s.IsGap && s.State is { } st && OfficerWorkflow.IsHolding(st)).PersonName}担任。任命后，原任自任职日期的前一天起卸任。";
    }

    private async Task ChooseUnitAsync(string? unit)
    {
        _form.Unit = unit;
        await ReadUnitAsync();
        await _autosave!.TouchAsync();
    }

    private Task ChoosePostAsync(string? post)
    {
        _form.Post = post;
        return _autosave!.TouchAsync();
    }

    private Task ActingAsync(bool acting)
    {
        _form.Acting = acting;
        return _autosave!.TouchAsync();
    }

    private Task FillTermAsync(DateOnly lastDay)
    {
        _form.Put(nameof(OfficerContent.TermEndsOn), lastDay);
        return _autosave!.TouchAsync();
    }

    private async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        _messages.Clear();
        Begin();
        await ReadUnitAsync();
        _editing = _editing! with { Form = _form };
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _messages.Clear();
            if (Id is { } id)
            {
                await ShowAsync(await Officers.SaveAsync(id, _version, _form.Read()));
                return;
            }

            if (!Guid.TryParse(_form.Unit, out var unit) || PostChosen is not { } post)
            {
                _notice = Notice.Failed(OfficerRefusals.PostUnknown().Sentence);
                if (PostChosen is null)
                    _messages["Post"] = "请选择岗位。";
                if (_form.Unit is null)
                    _messages["Unit"] = "请选择单位。";
                return;
            }

            await ShowAsync(await Officers.CreateAsync(unit, post, _form.Read()));
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<OfficerDetailView> outcome)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<OfficerDetailView>.Done done:
                await _autosave!.CloseAsync();
                Navigation.NavigateTo($"/chief-data-officers/{done.View.Id}?saved={(Id is null ? "new" : "1")}");
                break;
            case Outcome<OfficerDetailView>.Refused refused:
                foreach (var detail in (refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details).Where(d => d.Field is not null))
                    _messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<OfficerDetailView>.Conflict conflict:
                (_view, _version) = (conflict.View, conflict.View.Version);
                _missing = conflict.View.Editable == OfficerParts.None;
                break;
            case Outcome<OfficerDetailView>.NotFound:
                _missing = true;
                break;
        }
    }
}
