using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Domain.Projects.ProjectAction;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>Demo projects, annual plans and shared components, brought where they stand by the same acts that people use.</summary>
internal sealed class DemoProjects(BureauDbContext db, PolicyLibrary policies, NumberLedger ledger, DateTimeOffset now)
{
    private static readonly ProjectAction[] Brought = [Submit, Approve];
    private static readonly ProjectAction[] Built = [.. Brought, JudgeOther, Reply, Start];

    /// <summary>Name, and the acts that brought it where it stands: one for every state.</summary>
    private static readonly (string Name, ProjectAction[] Acts)[] Lives =
    [
        ("养老服务信息平台（二期）", [.. Built]),
        ("低保对象核对系统改造", [.. Brought]),
        ("社会组织登记管理系统", [.. Brought, JudgeInformatization]),
        ("婚姻登记电子档案", []),
        ("殡葬服务管理系统", [Submit]),
        ("地名信息库建设", [.. Brought, JudgeOther, Reply]),
        ("慈善信息公开平台", [.. Brought, Reject]),
        ("流浪救助管理系统", [.. Built, AskAcceptance]),
        ("儿童福利信息系统", [.. Built, AskAcceptance, ReturnAcceptance]),
        ("民政统计数据库", [.. Built, AskAcceptance, Accept]),
        ("区划勘界档案数字化", [.. Built, AskAcceptance, Accept, Archive]),
        ("社区治理试点应用", [Terminate]),
    ];

    private static readonly (string Name, ComponentKind Kind, string[] Capabilities, ComponentStatus Status)[] Components =
    [
        ("统一身份认证平台", ComponentKind.Platform, ["统一身份认证", "单点登录", "实名核验"], ComponentStatus.Managed),
        ("电子证照共享服务", ComponentKind.Component, ["电子证照", "证照核验"], ComponentStatus.Managed),
        ("电子印章系统", ComponentKind.Platform, ["电子印章", "电子签章"], ComponentStatus.Managed),
        ("地理信息公共服务平台", ComponentKind.Platform, ["地图服务", "地址匹配", "空间分析"], ComponentStatus.Managed),
        ("统一消息服务", ComponentKind.Component, ["短信通知", "消息推送"], ComponentStatus.Registered),
        ("旧版短信网关", ComponentKind.Component, ["短信通知"], ComponentStatus.Retired),
    ];

    /// <summary>What the demo's projects reuse, as the register has it.</summary>
    private static readonly RegisteredComponent[] Register = [new(Guid.Empty, Components[0].Name, NameKey.Of(Components[0].Name), Retired: false)];

    private readonly Dictionary<Guid, Actor> _made = [];
    private IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> _people = new Dictionary<(Guid, Role), Actor>();
    private int _serial;

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        _people = people;
        foreach (var region in new[] { "140000", "140100", "350000", "130100" })
        {
            var bureau = organisations.First(o => o.RegionCode == region && o.Responsibilities.HasFlag(Responsibilities.DataAuthority));
            var regulator = organisations.First(o => o.RegionCode == region && o.Responsibilities.HasFlag(Responsibilities.GovInfoAuthority));
            var builder = organisations.First(o => o.RegionCode == region && o.Kind == OrganisationKind.GovernmentDepartment && o.Name.Contains("民政", StringComparison.Ordinal));
            foreach (var (name, kind, capabilities, status) in Components)
            {
                var component = SharedComponent.Register(Guid.CreateVersion7(now), bureau.Id, region, new ComponentContent { Name = name, Kind = kind, Capabilities = capabilities, Description = "按统一接口规范提供服务。" }, now);
                if (status != ComponentStatus.Registered)
                    component.Become(status, "由统一消息服务接替。", now);
                db.SharedComponents.Add(component);
            }

            await PlansAsync(regulator, builder);
            var entries = await db.CatalogueEntries.AsNoTracking().Where(e => e.ProviderId == builder.Id && (e.State == CatalogueState.Published || e.State == CatalogueState.Approved))
                .OrderBy(e => e.Id).Take(4).Select(e => new { e.LineageId, e.Content.Name }).ToListAsync();
            foreach (var (name, acts) in Lives)
                await LiveAsync(name, acts, builder, bureau, [.. entries.Select(e => (e.LineageId, e.Name))]);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private async Task LiveAsync(string name, ProjectAction[] acts, Organisation builder, Organisation bureau, IReadOnlyList<(Guid LineageId, string Name)> entries)
    {
        var at = now.AddDays(-15 * (acts.Length + 1));
        var project = Project.Draft(Guid.CreateVersion7(at), builder.Id, builder.RegionCode, bureau.Id, null, Content(name, builder.RegionCode), at);
        db.Projects.Add(project);
        var (liaison, head, reviewer) = (Person(builder, Role.Liaison), Person(builder, Role.DepartmentHead), Person(bureau, Role.Reviewer));
        db.History.Add(ProjectService.Step(project, "新建", null, null, liaison, at));
        // What has passed the gate has its data in the catalogue; what is being built still lacks an entry.
        var finished = acts.Contains(AskAcceptance);
        for (var i = 0; i < entries.Count; i++)
        {
            var item = ProjectDataItem.Of(Guid.CreateVersion7(at), project.Id, i + 1, new DataItemRow(entries[i].Name, null, null));
            if (finished || (acts.Length > 3 && i > 0))
                item.Match(entries[i].LineageId);
            db.ProjectDataItems.Add(item);
        }

        if (!finished)
            db.ProjectDataItems.Add(ProjectDataItem.Of(Guid.CreateVersion7(at), project.Id, entries.Count + 1, new DataItemRow($"{name.Split('（')[0]}业务数据", "项目建成后形成的业务办理数据。", null)));
        foreach (var act in acts)
        {
            at = at.AddDays(12);
            var actor = act switch
            {
                Approve => head,
                JudgeInformatization or JudgeOther or Reply or Reject or Accept or ReturnAcceptance or Archive => reviewer,
                _ => liaison,
            };
            project.Know(ProjectFacts.None with { DataItemCount = entries.Count + 1, Register = Register });
            var (from, comment) = (project.State, act is JudgeInformatization ? "方案含应用软件开发和数据库建设。" : act is JudgeOther ? "只涉及数据治理和档案整理，不含信息系统建设。" : act is Approve or Submit or Start or AskAcceptance ? null : "按评审意见办理。");
            if (project.Act(act, comment, new GuardContext(actor, policies.For(project.RegionCode), at)) is Decision<ProjectState>.Refused refused)
                throw new InvalidOperationException($"Demo project {name}: {act} was refused: {refused.Refusal.Code}.");
            if (act == Reply)
                await NumberAsync(project, bureau, actor, at);
            db.History.Add(CaseHistory.Step(Project.CaseKind, project.Id, project.Version, act.ChineseName(), from.ChineseName(), project.State.ChineseName(), comment, actor, at));
        }
    }

    private async Task PlansAsync(Organisation regulator, Organisation builder)
    {
        var (officer, head) = (Person(regulator, Role.GovInfoOfficer), Person(regulator, Role.DepartmentHead));
        var year = ChinaTime.DateOf(now).Year;
        foreach (var (offset, acts) in new[] { (-1, 4), (0, 3), (1, 2), (2, 1), (3, 0) })
        {
            var at = now.AddDays(-30 * (acts + 1));
            var plan = AnnualPlan.Draft(Guid.CreateVersion7(at), regulator.Id, regulator.RegionCode, new AnnualPlanContent { Title = $"{year + offset}年度信息化项目建设计划", Year = year + offset, Summary = "按照统筹集约、共建共用的原则编制。", ContactName = officer.Name, ContactPhone = "12345" }, at);
            db.AnnualPlans.Add(plan);
            db.History.Add(AnnualPlanService.Step(plan, "新建", null, null, officer, at));
            var project = Project.Draft(Guid.CreateVersion7(at), builder.Id, builder.RegionCode, regulator.Id, plan.Id, Content($"{year + offset}年度业务系统运行保障", builder.RegionCode), at);
            db.Projects.Add(project);
            db.History.Add(ProjectService.Step(project, "列入年度计划", null, $"列入「{plan.Content.Title}」。", officer, at));
            foreach (var act in new[] { AnnualPlanAction.Submit, AnnualPlanAction.Approve, AnnualPlanAction.Report, AnnualPlanAction.RecordApproval }.Take(acts))
            {
                at = at.AddDays(20);
                // The demo's older plans went to the government under consultations that were held on paper.
                plan.Know(new AnnualPlanFacts(new ConsultationFact(ConsultationStage.Concluded, null, null), 1, []));
                if (act == AnnualPlanAction.RecordApproval)
                    plan.Edit(plan.Content with { ApprovalNumber = $"政函〔{year + offset}〕8号", ApprovalDate = ChinaTime.DateOf(at) }, officer, at);
                var (from, actor) = (plan.State, act == AnnualPlanAction.Approve ? head : officer);
                if (plan.Act(act, null, new GuardContext(actor, policies.For(plan.RegionCode), at)) is Decision<AnnualPlanState>.Refused refused)
                    throw new InvalidOperationException($"Demo plan {plan.Content.Title}: {act} was refused: {refused.Refusal.Code}.");
                db.History.Add(CaseHistory.Step(AnnualPlan.CaseKind, plan.Id, plan.Version, act.ChineseName(), from.ChineseName(), plan.State.ChineseName(), null, actor, at));
            }
        }

        await db.SaveChangesAsync();
    }

    private ProjectContent Content(string name, string region) => new()
    {
        Name = name,
        Code = $"{ChinaTime.DateOf(now).Year}-{region}-{++_serial:0000}",
        Budget = 120 + (_serial * 37 % 900),
        StartOn = ChinaTime.DateOf(now).AddDays(-60),
        FinishOn = ChinaTime.DateOf(now).AddDays(300),
        Summary = "建设业务系统，汇聚和治理业务数据，依托已有平台提供服务。",
        ContactName = DemoNames.Of(_serial),
        ContactPhone = "12345",
        Deployment = Deployment.GovernmentCloud,
        Systems = [new ProjectSystem(name, Existing: false, "与既有业务系统共用数据库。")],
        Reuse = [new ReuseRow("统一身份认证", ReuseConclusion.Reusable, null, Components[0].Name, null), new ReuseRow("业务办理引擎", ReuseConclusion.NotSufficient, null, null, "登记册中没有同类组件。")],
    };

    private async Task NumberAsync(Project project, Organisation office, Actor actor, DateTimeOffset at)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        project.TakeNumber((await ledger.IssueAsync(db, ProjectCase.ReplyNumbers, office.RegionCode, Project.CaseKind, project.Id, project.Content.Name, actor, at)).Text);
        await transaction.CommitAsync();
    }

    private Actor Person(Organisation body, Role role)
    {
        if (_people.TryGetValue((body.Id, role), out var known))
            return known;
        var key = GuidOf(body.Id, role);
        if (!_made.TryGetValue(key, out var made))
            _made[key] = made = new Actor(key, DemoNames.Of(body.Code.Sum(c => c) + (int)role), body.Id, body.Name, [.. Roles.PermissionsOf(role).Select(p => new Grant(p, body.Id, body.RegionCode, GrantScope.Organisation))]);
        return made;
    }

    private static Guid GuidOf(Guid body, Role role)
    {
        var bytes = body.ToByteArray();
        bytes[0] ^= (byte)(1 + (int)role);
        return new Guid(bytes);
    }
}
