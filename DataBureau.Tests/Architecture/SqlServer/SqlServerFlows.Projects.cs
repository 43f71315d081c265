using DataBureau.Domain.Access;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Identity;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly DateTimeOffset ProjectsNow = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static IEnumerable<CaseFilter<TState>> ProjectFilters<TState>(params string[] sorts)
        where TState : struct, Enum =>
        new[] { "", "?q=规划%_[", "?state=Draft.Closed.Filed", "?region=140100", "?region=000000", "?waiting=1", "?q=规划&state=Draft&region=140100&waiting=1" }
            .Concat(from sort in sorts from down in new[] { "", "&desc=1" } select $"?sort={sort}{down}").Select(a => CaseFilter<TState>.Read(ListQuery.Parse(a)));

    private static async Task ImplementationPlansAsync(SqlServerWorkbench w)
    {
        var service = w.Get<ImplementationPlanService>();
        var plan = PutImplementationPlan(w, ImplementationPlanState.Draft);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Liaison, scope);
            foreach (var filter in ProjectFilters<ImplementationPlanState>(nameof(ImplementationPlanContent.Title), nameof(ImplementationPlanContent.Budget), nameof(ImplementationPlan.FiledAt), nameof(ImplementationPlan.UpdatedAt)))
            {
                Assert.Single((await service.ListAsync(filter, default)).Rows);
                Assert.Single(await service.StreamAsync(filter, default).ToListAsync());
            }

            Assert.NotEmpty((await service.ListOptionsAsync(default)).Regions);
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
        Assert.Equal(plan.Id, (await service.FindAsync(plan.Id, default))?.Id);
        Assert.Null(await service.WhyNotNewAsync(default));
        Assert.IsType<Outcome<ImplementationPlanView>.Done>(await service.CreateAsync(plan.Content));
        Assert.IsType<Outcome<ImplementationPlanView>.Done>(await service.SaveAsync(plan.Id, plan.Version, plan.Content with { Summary = "改过的内容" }));
        Assert.IsType<Outcome<ImplementationPlanView>.Conflict>(await service.SaveAsync(plan.Id, plan.Version + 1, plan.Content));
        w.Become(Role.FilingOfficer, GrantScope.Region);
        foreach (var (state, act) in new[]
        {
            (ImplementationPlanState.PendingFiling, ImplementationPlanAction.Accept), (ImplementationPlanState.PendingFiling, ImplementationPlanAction.RequestSupplement), (ImplementationPlanState.Accepted, ImplementationPlanAction.Record),
        })
        {
            plan = PutImplementationPlan(w, state);
            Assert.IsType<Outcome<ImplementationPlanView>.Done>(await service.ActAsync(plan.Id, plan.Version, act, "按规定办理。", [new FieldRemark("plan", "请补交。")]));
        }

        // With a sample in the table there is always a later edition, so that what follows an amendment is asked for directly.
        await using var db = w.OpenDb();
        var actor = (await db.ReadActorAsync(w.UserId, default))!;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await w.Get<ImplementationPlanCase>().AfterAsync(db, plan, ImplementationPlanAction.Amend, actor, DateTimeOffset.UnixEpoch);
        w.Samples.Remove<ImplementationPlan>();
        await w.Get<ImplementationPlanCase>().AfterAsync(db, plan, ImplementationPlanAction.Cancel, actor, DateTimeOffset.UnixEpoch);
    }

    private static async Task DigitalBasesAsync(SqlServerWorkbench w)
    {
        var service = w.Get<DigitalBaseService>();
        var subject = PutDigitalBase(w, DigitalBaseState.Draft);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Liaison, scope);
            foreach (var filter in ProjectFilters<DigitalBaseState>(nameof(BaseApplication.Title), nameof(DigitalBase.RegionCode), nameof(DigitalBase.AppliedAt), nameof(DigitalBase.UpdatedAt)))
            {
                Assert.Single((await service.ListAsync(filter, default)).Rows);
                Assert.Single(await service.StreamAsync(filter, default).ToListAsync());
            }

            Assert.NotEmpty((await service.ListOptionsAsync(default)).Regions);
            await service.NextAsync(Guid.NewGuid(), default);
        }

        w.Become(Role.Liaison);
        Assert.Equal(subject.Id, (await service.FindAsync(subject.Id, default))?.Id);
        // The workbench's body is of a province, which needs nobody's consent.
        Assert.Equal("DigitalBaseNotAskedHere", (await service.WhyNotNewAsync(default))?.Code);
        Assert.IsType<Outcome<DigitalBaseView>.Refused>(await service.CreateAsync(subject.Content));
        Assert.IsType<Outcome<DigitalBaseView>.Done>(await service.SaveAsync(subject.Id, subject.Version, subject.Content with { Application = subject.Content.Application with { Necessity = "改过的必要性" } }));
        Assert.IsType<Outcome<DigitalBaseView>.Conflict>(await service.SaveAsync(subject.Id, subject.Version + 1, subject.Content));
        w.Become(Role.BureauLead, GrantScope.Region);
        foreach (var (state, act) in new[] { (DigitalBaseState.Applied, DigitalBaseAction.OpenArgument), (DigitalBaseState.UnderArgument, DigitalBaseAction.Consent), (DigitalBaseState.Built, DigitalBaseAction.FailVerification) })
        {
            subject = PutDigitalBase(w, state);
            Assert.IsType<Outcome<DigitalBaseView>.Done>(await service.ActAsync(subject.Id, subject.Version, act, "按规定办理。"));
        }

        await using var db = w.OpenDb();
        await w.Get<DigitalBaseCase>().AfterAsync(db, subject, DigitalBaseAction.Reapply, (await db.ReadActorAsync(w.UserId, default))!, DateTimeOffset.UnixEpoch);
        await db.SaveChangesAsync();
    }

    /// <summary>A department's plan filed with the workbench's own body by other people.</summary>
    private static ImplementationPlan PutImplementationPlan(SqlServerWorkbench w, ImplementationPlanState state)
    {
        var content = new ImplementationPlanContent { Title = "某规划平台", Field = "民政", Summary = "内容", Budget = 12.5m, Start = new DateOnly(2026, 3, 1), Finish = new DateOnly(2027, 3, 1) };
        var plan = ImplementationPlan.Draft(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, content, DateTimeOffset.UnixEpoch);
        plan.Know(new ImplementationPlanFacts(FilingFacts.None with { RecipientNow = new FilingRecipient(w.Organisation.Id, w.Organisation.Name, Abolished: false) }, new HashSet<string>(["plan"], StringComparer.Ordinal), LaterEditionUnderWay: false));
        foreach (var action in new[] { ImplementationPlanAction.Submit, ImplementationPlanAction.Approve, ImplementationPlanAction.Accept }.TakeWhile(_ => plan.State != state))
            Assert.IsType<Decision<ImplementationPlanState>.Accepted>(plan.Act(action, null, new GuardContext(Anybody(w), PolicyLibrary.Embedded.For(plan.RegionCode), ProjectsNow)));
        w.Samples.Put(plan, new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = ImplementationPlanCase.FilingNumbers.Code, Year = 2026 });
        return plan;
    }

    /// <summary>A county's application to the workbench's own body by other people.</summary>
    private static DigitalBase PutDigitalBase(SqlServerWorkbench w, DigitalBaseState state)
    {
        var application = new BaseApplication { Title = "某规划底座", Necessity = "必要", CapabilityGap = "差距", ConnectionPlan = "连通" };
        var subject = DigitalBase.Draft(Guid.NewGuid(), w.Organisation.Id, "140105", application, DateTimeOffset.UnixEpoch);
        subject.Know(new DigitalBaseFacts(FilingFacts.None with { RecipientNow = new FilingRecipient(w.Organisation.Id, w.Organisation.Name, Abolished: false) }, MayApply: true, new HashSet<string>(["application"], StringComparer.Ordinal), AppliedAgain: false));
        foreach (var action in new[] { DigitalBaseAction.Submit, DigitalBaseAction.Approve, DigitalBaseAction.OpenArgument, DigitalBaseAction.Consent, DigitalBaseAction.ReportBuilt }.TakeWhile(_ => subject.State != state))
        {
            Argue(subject);
            Assert.IsType<Decision<DigitalBaseState>.Accepted>(subject.Act(action, null, new GuardContext(Anybody(w), PolicyLibrary.Embedded.For(subject.RegionCode), ProjectsNow)));
        }

        Argue(subject);
        w.Samples.Put(subject, new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = DigitalBaseCase.ConsentNumbers.Code, Year = 2026 });
        return subject;

        void Argue(DigitalBase at)
        {
            if (at.State == DigitalBaseState.UnderArgument)
                Assert.Null(at.Edit(at.Content with { Argument = new BaseArgument { Date = new DateOnly(2026, 10, 1), Participants = "专家组", Conclusion = "可行" } }, Anybody(w), ProjectsNow));
        }
    }

    private static Actor Anybody(SqlServerWorkbench w) =>
        new(Guid.NewGuid(), "另一人", w.Organisation.Id, w.Organisation.Name, [.. Roles.AllPermissions.Select(p => new Grant(p, w.Organisation.Id, SqlServerWorkbench.Region, GrantScope.All))]);
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
            p => service.MatchAsync(p.Id, p.Version, item.Id, entry.LineageId), p => service.MatchAllAsync(p.Id, p.Version), p => service.RemoveAsync(p.Id, p.Version, item.Id),
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
