using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>Drafting and mending a project. What is typed is kept on the server as it is typed.</summary>
public sealed partial class ProjectEdit
{
    private static readonly IReadOnlyList<(string, string)> Deployments = [.. Enum.GetValues<Deployment>().Select(d => (d.ToString(), d.ChineseName()))];

    private ProjectFormOptions? _options;

    [Inject] private ProjectService Projects { get; set; } = default!;

    protected override string Subject => Project.CaseKind;

    protected override string Href => "/projects";

    private ProjectParts Parts => View?.Editable ?? ProjectParts.Content | ProjectParts.Progress;

    protected override async Task<ProjectDetailView?> FindAsync(Guid id) =>
        await Projects.FindAsync(id, default) is { Editable: not ProjectParts.None } view && await MayBeginAsync() ? view : null;

    protected override async Task<bool> MayBeginAsync() => (_options = await Projects.OptionsAsync(default)) is not null;

    protected override int VersionOf(ProjectDetailView view) => view.Version;

    protected override Guid IdOf(ProjectDetailView view) => view.Id;

    protected override string? TitleOf(string key) => ProjectFields.TitleOf(key);

    protected override ProjectForm FormOf(ProjectDetailView? view) => view is null ? new ProjectForm() : ProjectForm.Of(view.Content);

    protected override ProjectContent Read(ProjectForm form, IDictionary<string, string> messages) => form.Read(messages);

    protected override Task<Outcome<ProjectDetailView>> SendAsync(int version, ProjectContent content) => Id is { } id ? Projects.SaveAsync(id, version, content) : Projects.CreateAsync(content, Form.PlanId);

    protected override IReadOnlyList<CaseDifference> Differences(ProjectDetailView theirs, ProjectContent mine) =>
        [.. ProjectFields.Differences(theirs.Content, mine).Select(f => new CaseDifference(f.Title, f.Text(theirs.Content), f.Text(mine)))];

    private Task ChoosePlanAsync(string? id)
    {
        Form.PlanId = Guid.TryParse(id, out var plan) ? plan : null;
        return TouchAsync();
    }

    private Task OutsourceAsync(bool outsourced)
    {
        Form.Outsourced = outsourced;
        return TouchAsync();
    }

    private Task AnswerAsync(OutsourcingCheck check, string? text)
    {
        Form.Outsourcing[check] = text;
        return TouchAsync();
    }
}
