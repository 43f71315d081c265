using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Seed;

/// <summary>Demo applications for digital bases, brought where they stand by the same acts that people use.</summary>
internal sealed class DemoDigitalBases(BureauDbContext db, PolicyLibrary policies, DemoFilingTools tools, DigitalBaseCase rules, DateTimeOffset now)
{
    public async Task AddAsync(IReadOnlyList<Organisation> organisations)
    {
        var counties = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        foreach (var life in DemoProjectsLives.Bases)
        {
            var office = organisations.First(o => o.RegionCode == RegionCodes.Parent(life.County) && o.Responsibilities.HasFlag(Responsibilities.DataAuthority));
            if (!counties.TryGetValue(life.County, out var body))
                counties[life.County] = body = organisations.FirstOrDefault(o => o.RegionCode == life.County && o.Responsibilities.HasFlag(Responsibilities.DataAuthority)) ?? Open(life);
            await LiveAsync(life, body, office);
        }
    }

    /// <summary>A county that has nobody yet gets the data bureau that applies for it.</summary>
    private Organisation Open(DemoBaseLife life)
    {
        var name = life.Place + "数据局";
        var body = new Organisation
        {
            Id = Guid.CreateVersion7(now), Code = DemoOrganisations.Code(life.County, 1), Name = name, NameKey = NameKey.Of(name), Kind = OrganisationKind.GovernmentDepartment, RegionCode = life.County,
            Responsibilities = Responsibilities.DataAuthority,
        };
        db.Organisations.Add(body);
        return body;
    }

    private async Task LiveAsync(DemoBaseLife life, Organisation body, Organisation office)
    {
        var (applicant, head, lead) = (tools.Person(body, Role.Liaison), tools.Person(body, Role.DepartmentHead), tools.Person(office, Role.BureauLead));
        var at = DemoFilingTools.OfficeHours(now.AddDays(-life.Days));
        var subject = DigitalBase.Draft(Guid.CreateVersion7(at), body.Id, life.County, Application(life), at);
        await StartAsync(subject, body, applicant, "新建", at);
        foreach (var act in life.Acts)
        {
            at = DemoFilingTools.OfficeHours(at.AddDays(Math.Max(1, life.Days / (life.Acts.Length + 2))));
            await KeepAsync(subject, act, office, lead, at);
            await ActAsync(subject, act, act is DigitalBaseAction.Approve ? head : DigitalBaseWorkflow.Table.Transitions.Any(t => t.Action == act && t.Side == CaseSide.Authority) ? lead : applicant, office, at);
            if (act == DigitalBaseAction.Reapply)
            {
                subject = subject.Again(Guid.CreateVersion7(at), at);
                await StartAsync(subject, body, applicant, act.ChineseName(), at);
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task StartAsync(DigitalBase subject, Organisation body, Actor applicant, string how, DateTimeOffset at)
    {
        db.DigitalBases.Add(subject);
        db.History.Add(CaseSteps.Entry<DigitalBaseState>(DigitalBase.CaseKind, subject.Id, subject.Version, how, null, subject.State, null, applicant, at));
        await tools.AttachAsync(DigitalBase.CaseKind, subject.Id, subject.Content.Application.Title, DigitalBaseFields.Materials[0], body, applicant, at);
    }

    /// <summary>The record that the authority keeps before it decides or verifies.</summary>
    private async Task KeepAsync(DigitalBase subject, DigitalBaseAction act, Organisation office, Actor lead, DateTimeOffset at)
    {
        if (act is not (DigitalBaseAction.Consent or DigitalBaseAction.RefuseConsent or DigitalBaseAction.Verify))
            return;
        var day = ChinaTime.DateOf(at);
        var content = subject.Content with
        {
            Argument = new BaseArgument { Date = day, Participants = $"{office.Name}、专家组", Conclusion = act == DigitalBaseAction.RefuseConsent ? "市级底座扩容后可以满足，不必新建。" : "确有必要，连通方案可行。" },
            Verification = new BaseVerification { Date = day, Result = "接口、数据和网络均已与市级底座连通。" },
        };
        if (subject.Edit(content, lead, at) is { } refusal)
            throw new InvalidOperationException($"Demo digital base {subject.Content.Application.Title}: {refusal.Code}.");
        db.History.Add(CaseSteps.Entry<DigitalBaseState>(DigitalBase.CaseKind, subject.Id, subject.Version, "修改", subject.State, subject.State, $"填写了{DigitalBaseWorkflow.Editable(subject.State).ChineseName()}。", lead, at));
        await db.SaveChangesAsync();
    }

    private async Task ActAsync(DigitalBase subject, DigitalBaseAction act, Actor actor, Organisation office, DateTimeOffset at)
    {
        var policy = policies.For(subject.RegionCode);
        var to = DemoFilingTools.Office(office);
        var known = new HashSet<string>([DigitalBaseFields.Materials[0].Key], StringComparer.Ordinal);
        subject.Know(new DigitalBaseFacts(new FilingFacts(policy.Projects.DigitalBase!.Consent, DigitalBaseWorkflow.Mechanism, office.Name, subject.RecipientId is null ? null : to, to, []), MayApply: true, known, AppliedAgain: false));
        var (from, comment) = (subject.State, Comment(act));
        if (subject.Act(act, comment, new GuardContext(actor, policy, at)) is Decision<DigitalBaseState>.Refused refused)
            throw new InvalidOperationException($"Demo digital base {subject.Content.Application.Title}: {act} was refused: {refused.Refusal.Code}.");
        if (act == DigitalBaseAction.Consent)
            subject.TakeNumber(await tools.NumberAsync(DigitalBaseCase.ConsentNumbers, office, subject.Id, subject.Content.Application.Title, actor, at));
        db.History.Add(CaseSteps.Entry<DigitalBaseState>(DigitalBase.CaseKind, subject.Id, subject.Version, act.ChineseName(), from, subject.State, comment, actor, at));
        await tools.FollowAsync(rules, subject, subject.Id, at);
    }

    private static BaseApplication Application(DemoBaseLife life) => new()
    {
        Title = $"{life.Place}数字底座",
        Necessity = "城市运行感知设备数量多、时延要求高，需要就近接入和处理。",
        CapabilityGap = "市级底座目前没有视频汇聚和物联接入能力，扩容计划在两年以后。",
        ConnectionPlan = "经电子政务外网与市级底座对接，统一身份、统一目录，数据按市级标准回传。",
        Budget = life.Budget,
        ContactName = DemoNames.Of(life.Days + life.Place.Length),
        ContactPhone = "12345",
    };

    private static string? Comment(DigitalBaseAction act) => act switch
    {
        DigitalBaseAction.RefuseConsent => "市级底座扩容后可以满足需要，请先使用市级底座。",
        DigitalBaseAction.Consent => "同意建设，建成后须与市级底座连通。",
        DigitalBaseAction.FailVerification => "三个数据接口没有回传，请整改后再核验。",
        DigitalBaseAction.Withdraw => "改用市级底座，撤回申请。",
        _ => null,
    };
}
