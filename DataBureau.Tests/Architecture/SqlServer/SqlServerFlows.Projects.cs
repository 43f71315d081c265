using DataBureau.Domain.Access;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly string[] ProjectAddresses =
    [
        "", "?q=平台%_[", "?state=Draft.Building", "?view=govinfo", "?view=data", "?region=140100", "?waiting=1", $"?plan={Guid.Empty}",
        .. from sort in new[] { nameof(ProjectContent.Name), nameof(ProjectContent.Code), nameof(ProjectContent.Budget) } from down in new[] { "", "&desc=1" } select $"?sort={sort}{down}",
    ];

    private static async Task ProjectsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<ProjectService>();
        var project = PutProject(w);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Liaison, scope);
            foreach (var filter in ProjectAddresses.Select(a => ProjectFilter.Read(ListQuery.Parse(a))))
            {
                await AskAsync(() => service.ListAsync(filter, default));
                await AskAsync(() => service.StreamAsync(filter, default).ToListAsync().AsTask());
            }

            await service.ListOptionsAsync(default);
            await service.NextAsync(Guid.NewGuid(), default);
        }

        w.Become(Role.Liaison);
        Assert.Equal(project.Id, (await service.FindAsync(project.Id, default))?.Id);
        Assert.NotNull(await service.OptionsAsync(default));
        Assert.IsType<Outcome<ProjectDetailView>.Done>(await service.CreateAsync(ProjectCases.Content() with { Code = null }));
        await AskAsync(() => service.CreateAsync(ProjectCases.Content(), Guid.NewGuid()));
        Assert.IsType<Outcome<ProjectDetailView>.Done>(await service.SaveAsync(project.Id, project.Version, project.Content with { Summary = "改过的内容" }));
        Assert.IsType<Outcome<ProjectDetailView>.Conflict>(await service.SaveAsync(project.Id, 99, project.Content));
        project = PutProject(w);
        await service.ActAsync(project.Id, project.Version, ProjectAction.Terminate, "不再建设。");
    }

    private static async Task ProjectDataAsync(SqlServerWorkbench w)
    {
        var service = w.Get<ProjectDataService>();
        var entry = w.PutEntry();
        var project = PutProject(w);
        var item = ProjectDataItem.Of(Guid.NewGuid(), project.Id, 1, new DataItemRow("床位数据", null, null));
        item.Match(entry.LineageId);
        w.Samples.Put(item);
        w.Become(Role.Liaison);
        foreach (var query in new[] { "", "?open=1", "?q=床位&page=2" })
            await AskAsync(() => service.ReadAsync(project.Id, ListQuery.Parse(query), default));
        await AskAsync(() => service.EntriesAsync(project.Id, "床位", default));
        foreach (var act in new Func<Project, Task>[]
        {
            p => service.AddAsync(p.Id, p.Version, new DataItemRow("补贴数据", null, null)), p => service.EditAsync(p.Id, p.Version, item.Id, new DataItemRow("床位数据", "说明", null)),
            p => service.MatchAsync(p.Id, p.Version, item.Id, entry.LineageId), p => service.MatchAllAsync(p.Id, p.Version), p => service.RemoveAsync(p.Id, p.Version, item.Id), p => service.ReleaseAsync(p.Id, p.Version, item.Id, "不再形成。"),
            p => service.RestoreAsync(p.Id, p.Version, item.Id, "仍要形成。"),
        })
            await AskAsync(() => act(PutProject(w)));
    }

    private static async Task AnnualPlansAsync(SqlServerWorkbench w)
    {
        var service = w.Get<AnnualPlanService>();
        var plan = PutAnnualPlan(w);
        w.Become(Role.GovInfoOfficer, GrantScope.Region);
        foreach (var query in new[] { "", "?q=建设", "?waiting=1", "?state=Draft" })
        {
            await AskAsync(() => service.ListAsync(ListQuery.Parse(query), default));
            await AskAsync(() => service.StreamAsync(ListQuery.Parse(query), default).ToListAsync().AsTask());
        }

        await AskAsync(() => service.FindAsync(plan.Id, default));
        await AskAsync(() => service.CreateAsync(plan.Content with { Year = 2031 }));
        await AskAsync(() => service.SaveAsync(plan.Id, plan.Version, plan.Content with { Summary = "改过" }));
        plan = PutAnnualPlan(w);
        await AskAsync(() => service.ActAsync(plan.Id, plan.Version, AnnualPlanAction.Discard, "不再编制。"));
    }

    private static async Task AnnualPlanListAsync(SqlServerWorkbench w)
    {
        var service = w.Get<AnnualPlanListService>();
        var plan = PutAnnualPlan(w);
        var project = Project.Draft(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, w.Organisation.Id, plan.Id, ProjectCases.Content(), DateTimeOffset.UnixEpoch);
        w.Samples.Put(project);
        w.Become(Role.GovInfoOfficer, GrantScope.Region);
        await AskAsync(() => service.StrikeAsync(plan.Id, plan.Version, project.Id, "资金未落实。"));
    }

    private static async Task ComponentsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<ComponentService>();
        var content = new ComponentContent { Name = "统一消息服务", Capabilities = ["短信通知"] };
        var component = SharedComponent.Register(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, content, DateTimeOffset.UnixEpoch);
        PutProject(w);
        w.Samples.Put(component);
        w.Become(Role.Liaison);
        foreach (var query in new[] { "", "?q=短信", "?kind=Platform&status=Managed" })
        {
            await service.ListAsync(ListQuery.Parse(query), default);
            await service.StreamAsync(ListQuery.Parse(query), default).ToListAsync();
        }

        await service.FindAsync(component.Id, default);
        Assert.NotEmpty(await service.SuggestAsync("短信", default));
        await service.RegisterAsync(content);
        await service.SaveAsync(component.Id, component.Version, content with { Description = "说明" });
        w.Become(Role.Reviewer, GrantScope.Region);
        await service.BecomeAsync(component.Id, component.Version, ComponentStatus.Managed, null);
    }

    private static async Task ProjectImportAsync(SqlServerWorkbench w)
    {
        var service = w.Get<ProjectImportService>();
        var project = PutProject(w);
        w.Become(Role.Liaison);
        var items = Path.Combine(AppContext.BaseDirectory, $"items-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(items, "数据名称,说明\n床位数据,甲\n补贴数据,乙\n");
        await service.ItemsAsync(project.Id, new ImportRequest(items, "清单.csv", w.Organisation.Id), ImportAcceptance.All, default);
        var plan = PutAnnualPlan(w);
        w.Become(Role.GovInfoOfficer, GrantScope.Region);
        await File.WriteAllTextAsync(items, $"项目名称,建设单位\n某平台,{w.Organisation.Name}\n");
        await service.ProjectsAsync(plan.Id, new ImportRequest(items, "项目.csv", w.Organisation.Id), ImportAcceptance.All, default);
        File.Delete(items);
    }

    private static Project PutProject(SqlServerWorkbench w)
    {
        var project = Project.Draft(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, w.Organisation.Id, null, ProjectCases.Content() with { NewComponents = ["某组件"] }, DateTimeOffset.UnixEpoch);
        w.Samples.Put(project);
        return project;
    }

    private static AnnualPlan PutAnnualPlan(SqlServerWorkbench w)
    {
        var plan = AnnualPlan.Draft(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, new AnnualPlanContent { Title = "2027年度建设计划", Year = 2027, Summary = "要点" }, DateTimeOffset.UnixEpoch);
        w.Samples.Put(plan);
        return plan;
    }
}
