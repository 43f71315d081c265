using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Writing what the state leaves open: the application by the county, the records of argument and verification by the authority.</summary>
public sealed partial class DigitalBaseEdit
{
    private Refusal? _whyNot;

    [Inject] private DigitalBaseService Bases { get; set; } = default!;

    protected override string Subject => DigitalBase.CaseKind;

    protected override string Href => DigitalBaseModule.Href;

    private DigitalBasePart Part => View?.Editable ?? DigitalBasePart.Application;

    private string Heading => View is null ? "新建县级数字底座申请" : $"{DigitalBaseWords.Edit(Part)}：{View.Title}";

    protected override async Task<DigitalBaseView?> FindAsync(Guid id) => await Bases.FindAsync(id, default) is { Editable: not DigitalBasePart.None } view ? view : null;

    protected override async Task<bool> MayBeginAsync() => (_whyNot = await Bases.WhyNotNewAsync(default)) is null;

    protected override int VersionOf(DigitalBaseView view) => view.Version;

    protected override Guid IdOf(DigitalBaseView view) => view.Id;

    protected override string? TitleOf(string key) => DigitalBaseFields.All.FirstOrDefault(f => f.Key == key)?.Title;

    protected override CaseForm FormOf(DigitalBaseView? view) => CaseForm.Of(DigitalBaseFields.All, view?.Content ?? new DigitalBaseContent());

    protected override Task<Outcome<DigitalBaseView>> SendAsync(int version, DigitalBaseContent content) => Id is { } id ? Bases.SaveAsync(id, version, content) : Bases.CreateAsync(content);

    protected override IReadOnlyList<CaseDifference> Differences(DigitalBaseView theirs, DigitalBaseContent mine) =>
        [.. DigitalBaseFields.Of(theirs.Editable).Differences(theirs.Content, mine).Select(f => new CaseDifference(f.Title, f.Text(theirs.Content), f.Text(mine)))];

    protected override DigitalBaseContent Read(CaseForm form, IDictionary<string, string> messages) => new()
    {
        Application = new BaseApplication
        {
            Title = form.Text(nameof(BaseApplication.Title)) ?? string.Empty,
            Necessity = form.Text(nameof(BaseApplication.Necessity)),
            CapabilityGap = form.Text(nameof(BaseApplication.CapabilityGap)),
            ConnectionPlan = form.Text(nameof(BaseApplication.ConnectionPlan)),
            Budget = form.Amount(nameof(BaseApplication.Budget), messages),
            ContactName = form.Text(nameof(BaseApplication.ContactName)),
            ContactPhone = form.Text(nameof(BaseApplication.ContactPhone)),
        },
        Argument = new BaseArgument { Date = form.Date(DigitalBaseFields.ArgumentDate), Participants = form.Text(nameof(BaseArgument.Participants)), Conclusion = form.Text(nameof(BaseArgument.Conclusion)) },
        Verification = new BaseVerification { Date = form.Date(DigitalBaseFields.VerificationDate), Result = form.Text(nameof(BaseVerification.Result)) },
    };
}
