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
}
