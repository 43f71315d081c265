using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Nominating and mending an appointment. What is typed is kept on the server as it is typed.</summary>
public sealed partial class OfficerEdit
{
    private OfficerFormOptions? _options;
    private UnitView? _unit;
    private bool _gone;

    [Inject] private OfficerService Officers { get; set; } = default!;

    [Inject] private UnitPostService Units { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "unit")]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "post")]
    private string? Post { get; set; }

    protected override string Subject => OfficerAppointment.CaseKind;

    protected override string Href => "/chief-data-officers";

    private OfficerParts Parts => View?.Editable ?? OfficerWorkflow.Editable(OfficerState.Nominated);

    private LegalBasis? Basis => (View?.Policy ?? _unit?.Policy)?.BasisOf(OfficerWorkflow.Mechanism);

    private string? RankHint => (View?.Policy ?? _unit?.Policy)?.ChiefDataOfficers.RankGate is { Count: > 0 } gate && (View?.Post ?? PostChosen) == DataPost.ChiefDataOfficer
        ? $"首席数据官应为{string.Join('或', gate.Select(r => r.ChineseName()))}" : null;

    private DataPost? PostChosen => OfficerFilter.Named<DataPost>(Form.Post ?? string.Empty);

    protected override async Task<OfficerDetailView?> FindAsync(Guid id) =>
        await MayBeginAsync() && await Officers.FindAsync(id, default) is { Editable: not OfficerParts.None } view ? view : null;

    protected override async Task<bool> MayBeginAsync() => (_options = await Officers.OptionsAsync(default)) is not null;

    protected override async Task BeginAsync()
    {
        // What was typed for another post does not belong here.
        if (View is null && ((Unit is not null && Form.Unit != Unit.ToString()) || (Post is not null && Form.Post != Post)))
            Form = FormOf(null);
        await ReadUnitAsync();
    }

    protected override int VersionOf(OfficerDetailView view) => view.Version;

    protected override Guid IdOf(OfficerDetailView view) => view.Id;

    protected override string? TitleOf(string key) => OfficerFields.NameOf(key);

    protected override bool IsOpen(string key) => View is null || View.OpenFields.Contains(key);

    protected override string? Asked(string key) => View?.OpenRound?.Items.FirstOrDefault(i => i.Key == key)?.Text;

    protected override OfficerForm FormOf(OfficerDetailView? view) => view is not null ? OfficerForm.Of(view) : new OfficerForm
    {
        Unit = _options!.Units.FirstOrDefault(u => u.Id == Unit).Id is var asked && asked != Guid.Empty ? asked.ToString() : _options.Units is [var only] ? only.Id.ToString() : null,
        Post = OfficerFilter.Named<DataPost>(Post ?? string.Empty)?.ToString(),
    };

    protected override OfficerContent Read(OfficerForm form, IDictionary<string, string> messages) => form.Read();

    protected override async Task<Outcome<OfficerDetailView>> SendAsync(int version, OfficerContent content)
    {
        var outcome = Id is { } id ? await Officers.SaveAsync(id, version, content) : await NominateAsync(content);
        _gone = outcome is Outcome<OfficerDetailView>.NotFound or Outcome<OfficerDetailView>.Conflict { View.Editable: OfficerParts.None };
        return outcome;
    }

    /// <summary>That somebody else saved first is said in the banner alone.</summary>
    protected override IReadOnlyList<CaseDifference> Differences(OfficerDetailView theirs, OfficerContent mine) => [];

    private async Task<Outcome<OfficerDetailView>> NominateAsync(OfficerContent content)
    {
        if (Guid.TryParse(Form.Unit, out var unit) && PostChosen is { } post)
            return await Officers.CreateAsync(unit, post, content);
        if (PostChosen is null)
            Messages["Post"] = "请选择岗位。";
        if (Form.Unit is null)
            Messages["Unit"] = "请选择单位。";
        return new Outcome<OfficerDetailView>.Refused(OfficerRefusals.PostUnknown(), null);
    }

    private async Task ReadUnitAsync() => _unit = Guid.TryParse(Form.Unit, out var unit) ? await Units.FindAsync(unit, default) : null;

    /// <summary>Said while it can still be changed; what must not be is refused by the acts.</summary>
    private IEnumerable<string> Warnings(UnitView unit)
    {
        if (View is { State: OfficerState.Nominated, Elsewhere: [var other, ..] })
            yield return $"「{other.OrganisationName}」的{other.Post.ChineseName()}与所提人选同名。兼任的，请在「兼任情况」中写明；同名不同人的，也请注明。";
        if ((View is null ? PostChosen : View.State == OfficerState.Nominated ? View.Post : null) is { } chosen && unit.Posts.FirstOrDefault(p => p.Post == chosen) is { Held: true } post && chosen != DataPost.Deputy)
            yield return $"{chosen.ChineseName()}现由{post.Stretches.First(s => !s.IsGap && s.State is { } st && OfficerWorkflow.IsHolding(st)).PersonName}担任。任命后，原任自任职日期的前一天起卸任。";
    }

    private async Task ChooseUnitAsync(string? unit)
    {
        Form.Unit = unit;
        await ReadUnitAsync();
        await TouchAsync();
    }

    private Task ChoosePostAsync(string? post)
    {
        Form.Post = post;
        return TouchAsync();
    }

    private Task ActingAsync(bool acting)
    {
        Form.Acting = acting;
        return TouchAsync();
    }

    private Task FillTermAsync(DateOnly lastDay)
    {
        Form.Put(nameof(OfficerContent.TermEndsOn), lastDay);
        return TouchAsync();
    }
}
