using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Drafting and mending an implementation plan. What is typed is kept on the server as it is typed.</summary>
public sealed partial class ImplementationPlanEdit
{
    private Refusal? _whyNot;

    [Inject] private ImplementationPlanService Plans { get; set; } = default!;

    protected override string Subject => ImplementationPlan.CaseKind;

    protected override string Href => ImplementationPlanModule.Href;

    protected override async Task<ImplementationPlanView?> FindAsync(Guid id) => await Plans.FindAsync(id, default) is { Editable: true } view ? view : null;

    protected override async Task<bool> MayBeginAsync() => (_whyNot = await Plans.WhyNotNewAsync(default)) is null;

    protected override int VersionOf(ImplementationPlanView view) => view.Version;

    protected override Guid IdOf(ImplementationPlanView view) => view.Id;

    protected override string? TitleOf(string key) => ImplementationPlanFields.NameOf(key);

    protected override bool IsOpen(string key) => View is null || View.OpenFields.Contains(key);

    protected override string? Asked(string key) => View?.OpenRound?.Items.FirstOrDefault(i => i.Key == key)?.Text;

    protected override CaseForm FormOf(ImplementationPlanView? view) => CaseForm.Of(ImplementationPlanFields.All, view?.Content ?? new ImplementationPlanContent());

    protected override Task<Outcome<ImplementationPlanView>> SendAsync(int version, ImplementationPlanContent content) => Id is { } id ? Plans.SaveAsync(id, version, content) : Plans.CreateAsync(content);

    protected override IReadOnlyList<CaseDifference> Differences(ImplementationPlanView theirs, ImplementationPlanContent mine) =>
        [.. ImplementationPlanFields.All.Differences(theirs.Content, mine).Where(f => IsOpen(f.Key)).Select(f => new CaseDifference(f.Title, f.Text(theirs.Content), f.Text(mine)))];

    protected override ImplementationPlanContent Read(CaseForm form, IDictionary<string, string> messages) => new()
    {
        Title = form.Text(nameof(ImplementationPlanContent.Title)) ?? string.Empty,
        Field = form.Text(nameof(ImplementationPlanContent.Field)),
        Summary = form.Text(nameof(ImplementationPlanContent.Summary)),
        Budget = form.Amount(nameof(ImplementationPlanContent.Budget), messages),
        Start = form.Month(nameof(ImplementationPlanContent.Start), messages),
        Finish = form.Month(nameof(ImplementationPlanContent.Finish), messages),
        ContactName = form.Text(nameof(ImplementationPlanContent.ContactName)),
        ContactPhone = form.Text(nameof(ImplementationPlanContent.ContactPhone)),
    };
}
