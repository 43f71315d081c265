using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Projects;

/// <summary>Projects of the province's demo department, taken on their way by the people whose steps they are.</summary>
internal sealed class ProjectKit(BureauFixture bureau)
{
    private static int _made;

    public static ProjectContent Content()
    {
        var n = Interlocked.Increment(ref _made);
        return ProjectCases.Content() with { Name = $"测试项目{n}", Code = $"T-{n:00000}" };
    }

    public static ProjectDetailView Done(Outcome<ProjectDetailView> outcome)
    {
        Assert.True(outcome is Outcome<ProjectDetailView>.Done, (outcome as Outcome<ProjectDetailView>.Refused)?.Refusal.ToString() ?? outcome.ToString());
        return ((Outcome<ProjectDetailView>.Done)outcome).View;
    }

    public static Refusal Refused(Outcome<ProjectDetailView> outcome) => Assert.IsType<Outcome<ProjectDetailView>.Refused>(outcome).Refusal;

    public Task<Outcome<ProjectDetailView>> CreateAsync(ProjectContent content, Guid? plan = null, string who = "liaison") => bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>(who, s => s.CreateAsync(content, plan));

    public Task<Outcome<ProjectDetailView>> ActAsync(ProjectDetailView project, ProjectAction action, string? comment = "按规定办理。", string? who = null) =>
        bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>(who ?? WhoDoes(action), s => s.ActAsync(project.Id, project.Version, action, comment));

    public Task<Outcome<ProjectDetailView>> DataAsync(Func<ProjectDataService, Task<Outcome<ProjectDetailView>>> act, string who = "liaison") => bureau.AsAsync(who, act);

    /// <summary>A project with one data item, brought along the main line.</summary>
    public async Task<ProjectDetailView> ProjectAsync(ProjectState until, ProjectContent? content = null)
    {
        var project = Done(await CreateAsync(content ?? Content()));
        project = Done(await DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow($"{project.Content.Name}数据", null, null))));
        foreach (var action in new[] { ProjectAction.Submit, ProjectAction.Approve, ProjectAction.JudgeOther, ProjectAction.Reply, ProjectAction.Start })
        {
            if (project.State == until && (until != ProjectState.PendingReply || project.Judgement is null))
                break;
            project = Done(await ActAsync(project, action));
        }

        Assert.Equal(until, project.State);
        return project;
    }

    /// <summary>An entry of the builder, brought to a state of the catalogue.</summary>
    public async Task<Guid> EntryAsync(string name, bool approved)
    {
        var content = Contents.Complete() with { Name = name, Code = null };
        var made = Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(content))).View;
        if (approved)
            await ApproveAsync(made.Id);
        await using var db = bureau.OpenDb();
        return await db.CatalogueEntries.Where(e => e.Id == made.Id).Select(e => e.LineageId).SingleAsync();
    }

    public async Task ApproveAsync(Guid entry)
    {
        foreach (var (who, action) in new[] { ("liaison", CatalogueAction.Submit), ("head", CatalogueAction.Approve), ("reviewer", CatalogueAction.Approve) })
        {
            await using var db = bureau.OpenDb();
            var version = await db.CatalogueEntries.Where(e => e.Id == entry).Select(e => e.Version).SingleAsync();
            var outcome = await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(entry, version, action, "按规定办理。"));
            Assert.True(outcome is Outcome<CatalogueDetailView>.Done, (outcome as Outcome<CatalogueDetailView>.Refused)?.Refusal.ToString());
        }
    }

    private static string WhoDoes(ProjectAction action) => action switch
    {
        ProjectAction.Approve => "head",
        ProjectAction.Return or ProjectAction.JudgeInformatization or ProjectAction.JudgeOther or ProjectAction.Reply or ProjectAction.Reject or ProjectAction.Accept or ProjectAction.ReturnAcceptance or ProjectAction.Archive => "reviewer",
        _ => "liaison",
    };
}
