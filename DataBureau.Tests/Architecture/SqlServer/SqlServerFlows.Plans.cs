using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly PlanContent PlanText = new() { Title = "某规划", PeriodFrom = 2026, PeriodTo = 2030, Summary = "要点", Upstream = [new("province", Guid.NewGuid(), "省规划", "2025年版")], Approval = new(Guid.NewGuid(), "某政发〔2026〕1号", new DateOnly(2026, 1, 1)) };

    private static readonly string[] PlanAddresses =
    [
        "", "?q=规划%_[", "?state=Draft.Filed", "?kind=P02", "?region=140100", "?region=000000", "?waiting=1", "?q=规划&state=Filed&kind=P02&region=140100&waiting=1",
        .. from sort in new[] { nameof(PlanContent.Title), nameof(Plan.RegionCode), nameof(Plan.FiledAt), nameof(Plan.UpdatedAt) } from down in new[] { "", "&desc=1" } select $"?sort={sort}{down}",
    ];

    private static async Task PlansAsync(SqlServerWorkbench w)
    {
        var service = w.Get<PlanService>();
        var plan = PutPlan(w, PlanState.Draft);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Liaison, scope);
            foreach (var filter in PlanAddresses.Select(a => PlanFilter.Read(ListQuery.Parse(a))))
            {
                Assert.Single((await service.ListAsync(filter, default)).Rows);
                Assert.Single(await service.StreamAsync(filter, default).ToListAsync());
            }

            Assert.NotEmpty((await service.ListOptionsAsync(default)).Regions);
            await service.NextAsync(Guid.NewGuid(), default);
        }

        w.Become(Role.Liaison);
        Assert.Equal(plan.Id, (await service.FindAsync(plan.Id, default))?.Id);
        Assert.NotNull(await service.OptionsAsync(null, default));
        Assert.NotNull(await service.OptionsAsync(plan.Id, default));
        Assert.IsType<Outcome<PlanDetailView>.Done>(await service.CreateAsync("P03", PlanText));
        Assert.IsType<Outcome<PlanDetailView>.Done>(await service.SaveAsync(plan.Id, plan.Version, plan.Content with { Summary = "改过的要点" }));
        Assert.IsType<Outcome<PlanDetailView>.Conflict>(await service.SaveAsync(plan.Id, plan.Version + 1, plan.Content));
        w.Become(Role.FilingOfficer, GrantScope.Region);
        foreach (var (state, act) in new[] { (PlanState.PendingFiling, PlanAction.Accept), (PlanState.PendingFiling, PlanAction.RequestSupplement), (PlanState.Accepted, PlanAction.Record) })
        {
            plan = PutPlan(w, state);
            Assert.IsType<Outcome<PlanDetailView>.Done>(await service.ActAsync(plan.Id, plan.Version, act, "按规定办理。", [new FieldRemark("text", "请补交。")]));
        }

        await AmendAsync(w, plan);
    }

    /// <summary>With a sample in the table there is always a later edition, so that what follows an amendment is asked for directly.</summary>
    private static async Task AmendAsync(SqlServerWorkbench w, Plan plan)
    {
        await using var db = w.OpenDb();
        var actor = (await db.ReadActorAsync(w.UserId, default))!;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await w.Get<PlanCase>().AfterAsync(db, plan, PlanAction.Amend, actor, DateTimeOffset.UnixEpoch);
        await w.Get<PlanCase>().AfterAsync(db, plan, PlanAction.Publish, actor, DateTimeOffset.UnixEpoch);
    }

    /// <summary>A city's plan filed with the workbench's own body by other people.</summary>
    private static Plan PutPlan(SqlServerWorkbench w, PlanState state)
    {
        var plan = Plan.Draft(Guid.NewGuid(), "P02", w.Organisation.Id, "140100", PlanText with { Upstream = [new("province", null, "省规划", "2025年版")] }, DateTimeOffset.UnixEpoch);
        var body = new Organisation { Id = Guid.NewGuid(), Code = "x", Name = "某市人民政府", NameKey = "x", Kind = OrganisationKind.Government, RegionCode = "140100" };
        plan.Know(new PlanFacts
        {
            DrafterHolds = Responsibilities.DataAuthority, Filing = FilingFacts.None with { RecipientNow = new FilingRecipient(w.Organisation.Id, w.Organisation.Name, Abolished: false) }, ApprovingOrgan = body,
            Materials = new HashSet<string>(["text", "approval"], StringComparer.Ordinal),
        });
        (PlanAction Action, PlanState To)[] way =
        [
            (PlanAction.Submit, PlanState.InternalReview), (PlanAction.Approve, PlanState.ForApproval), (PlanAction.RecordApproval, PlanState.Approved),
            (PlanAction.SendForFiling, PlanState.PendingFiling), (PlanAction.Accept, PlanState.Accepted),
        ];
        foreach (var (action, to) in way.TakeWhile(_ => plan.State != state))
        {
            if (plan.State == PlanState.ForApproval)
                Assert.Null(plan.Edit(plan.Content with { Approval = PlanText.Approval }, Somebody(w), DateTimeOffset.UnixEpoch));
            Assert.Equal(new Decision<PlanState>.Accepted(to), plan.Act(action, null, new GuardContext(Somebody(w), PolicyLibrary.Embedded.For("140100"), new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))));
        }

        w.Samples.Put(plan, new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = PlanCase.FilingNumbers.Code, Year = 2026 });
        return plan;
    }

    private static Actor Somebody(SqlServerWorkbench w) =>
        new(Guid.NewGuid(), "另一人", w.Organisation.Id, w.Organisation.Name, [.. Roles.AllPermissions.Select(p => new Grant(p, w.Organisation.Id, SqlServerWorkbench.Region, GrantScope.All))]);
}
