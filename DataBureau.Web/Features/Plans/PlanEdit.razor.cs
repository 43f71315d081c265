using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>Drafting and mending a plan: the kind first, then what its state leaves open. What is typed is kept on the server as it is typed.</summary>
public sealed partial class PlanEdit
{
    private static readonly IReadOnlyList<(string, string)> NationalPlanChoices = [.. Enum.GetValues<NationalPlanCheck>().Select(c => (c.ToString(), c.ChineseName()))];

    private PlanFormOptions? _options;
    private PlanRule? _rule;

    [Inject] private PlanService Plans { get; set; } = default!;

    protected override string Subject => Plan.CaseKind;

    protected override string Href => "/plans";

    private PlanParts Parts => View?.Editable ?? PlanParts.Content;

    protected override async Task<PlanDetailView?> FindAsync(Guid id) =>
        await Plans.FindAsync(id, default) is { Editable: not PlanParts.None, Rule: not null } view && await MayBeginAsync() ? view : null;

    protected override async Task<bool> MayBeginAsync() => (_options = await Plans.OptionsAsync(Id, default)) is not null;

    protected override Task BeginAsync()
    {
        ReadRule();
        return Task.CompletedTask;
    }

    protected override int VersionOf(PlanDetailView view) => view.Version;

    protected override Guid IdOf(PlanDetailView view) => view.Id;

    protected override string? TitleOf(string key) => PlanFields.TitleOf(key);

    protected override bool IsOpen(string key) => View is null || View.OpenFields.Contains(key);

    protected override string? Asked(string key) => View?.OpenRound?.Items.FirstOrDefault(i => i.Key == key)?.Text;

    protected override PlanForm FormOf(PlanDetailView? view) => view is null ? new PlanForm() : PlanForm.Of(view.Kind, view.Content);

    protected override PlanContent Read(PlanForm form, IDictionary<string, string> messages) => form.Read(messages);

    protected override Task<Outcome<PlanDetailView>> SendAsync(int version, PlanContent content) => Id is { } id ? Plans.SaveAsync(id, version, content) : Plans.CreateAsync(_rule!.Kind, content);

    protected override IReadOnlyList<CaseDifference> Differences(PlanDetailView theirs, PlanContent mine) =>
        [.. PlanFields.Differences(theirs.Content, mine, OrganName).Where(f => IsOpen(f.Key)).Select(f => new CaseDifference(f.Title, f.Text(theirs.Content, OrganName), f.Text(mine, OrganName)))];

    /// <summary>The kind of an existing plan stands; that of a new one must be one the body may draft.</summary>
    private void ReadRule() => _rule = View?.Rule ?? _options!.Kinds.FirstOrDefault(k => k.Kind == Form.Kind);

    private Task ChooseAsync(PlanRule kind)
    {
        Form.Kind = kind.Kind;
        Form.Values.TryAdd(nameof(PlanContent.NationalPlan), nameof(NationalPlanCheck.NotChecked));
        ReadRule();
        return TouchAsync();
    }

    /// <summary>What was typed stays: most of it fits any kind.</summary>
    private Task ChooseAgainAsync()
    {
        (Form.Kind, Said) = (null, null);
        Messages.Clear();
        ReadRule();
        return TouchAsync();
    }

    private string? OrganName(Guid id) => _options!.Organs.FirstOrDefault(o => o.Id == id).Name;
}
