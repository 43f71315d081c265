using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>Demo entries in every state, brought there by the same acts that people use, with their history, some days apart.</summary>
internal sealed class DemoCatalogue(BureauDbContext db, PolicyLibrary policies, DateTimeOffset now)
{
    private static readonly CatalogueAction[][] Lives =
    [
        [], [],
        [CatalogueAction.Submit], [CatalogueAction.Submit],
        [CatalogueAction.Submit, CatalogueAction.Approve], [CatalogueAction.Submit, CatalogueAction.Approve], [CatalogueAction.Submit, CatalogueAction.Approve],
        [CatalogueAction.Submit, CatalogueAction.Return],
        [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Return],
        [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve],
        [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish], [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish],
        [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish], [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish],
        [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish, CatalogueAction.Retire],
    ];

    /// <summary>Such that what lies about in the demo is due around today.</summary>
    private static readonly (ClockRule<CatalogueState> Rule, int Days)[] Clocks = [.. CatalogueClocks.All.Select(rule => (rule, rule.Responsible == CaseSide.Authority ? 35 : 30))];

    private readonly Random _random = new(20261120);
    private WorkingCalendar _calendar = WorkingCalendar.Empty;
    private int _calendarVersion;
    private int _serial;

    /// <summary>Adds about the given number of entries, spread over the departments; saves in pieces.</summary>
    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people, int entries)
    {
        if (entries == 0)
            return;
        // Where the bureau has a reviewer: elsewhere nobody would work the queue.
        var bureaus = organisations.Where(o => people.ContainsKey((o.Id, Role.Reviewer))).ToDictionary(o => o.RegionCode, StringComparer.Ordinal);
        var departments = organisations.Where(o => o.Kind == OrganisationKind.GovernmentDepartment && o.Responsibilities is Responsibilities.None or Responsibilities.IndustryAuthority && bureaus.ContainsKey(o.RegionCode)).ToList();
        var each = Math.Max(1, entries / departments.Count);
        var contents = new DemoContents(_random, ChinaTime.DateOf(now));
        _calendar = await ClockSource.ReadCalendarAsync(db, default);
        _calendarVersion = (await ClockSource.TouchAsync(db, ClockVersion.Calendar)).Version;
        await ClockSource.TouchAsync(db, ClockVersion.TimeLimits);
        foreach (var region in organisations.Select(o => o.RegionCode).Distinct().ToList())
            db.TimeLimits.AddRange(Clocks.Select(c => new TimeLimitSetting { Id = Guid.CreateVersion7(), Limit = c.Rule.Limit.Key, RegionCode = region, WorkingDays = c.Days }));
        foreach (var department in departments)
        {
            var bureau = bureaus[department.RegionCode];
            var policy = policies.For(department.RegionCode);
            var place = department.RegionCode switch { "140000" => "山西省", "140100" => "太原市", "350000" => "福建省", _ => "石家庄市" };
            var staff = Staff(department, bureau, people);
            for (var n = 0; n < each; n++)
            {
                var (content, complete) = contents.Make(department.Name, place, n, ++_serial, policy);
                Live(CatalogueEntry.Draft(Guid.CreateVersion7(), department.Id, department.RegionCode, bureau.Id, content, staff[Role.Liaison], OfficeHours(now.AddDays(-60 + _random.Next(30)))),
                    complete ? Lives[_serial % Lives.Length] : [], staff, policy);
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private DateTimeOffset OfficeHours(DateTimeOffset day) => new DateTimeOffset(ChinaTime.DateOf(day).ToDateTime(new TimeOnly(8, 40)), ChinaTime.Offset).AddMinutes(_random.Next(540));

    /// <summary>Departments without demo people of their own get fictitious ones that cannot sign in.</summary>
    private static Dictionary<Role, Actor> Staff(Organisation department, Organisation bureau, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        var number = department.Code.Sum(c => c);
        return new()
        {
            [Role.Liaison] = Of(Role.Liaison, number),
            [Role.DepartmentHead] = Of(Role.DepartmentHead, number + 11),
            [Role.Reviewer] = people[(bureau.Id, Role.Reviewer)],
        };

        Actor Of(Role role, int n) => people.TryGetValue((department.Id, role), out var known)
            ? known
            : new Actor(Guid.CreateVersion7(), DemoNames.Of(n), department.Id, department.Name, [.. Roles.PermissionsOf(role).Select(p => new Grant(p, department.Id, department.RegionCode, GrantScope.Organisation))]);
    }

    private void Live(CatalogueEntry entry, CatalogueAction[] acts, Dictionary<Role, Actor> staff, JurisdictionPolicy policy)
    {
        db.CatalogueEntries.Add(entry);
        var at = entry.CreatedAt;
        db.History.Add(CatalogueHistory.Created(entry, "新建", staff[Role.Liaison], at));
        foreach (var act in acts)
        {
            at = OfficeHours(at.AddDays(1 + _random.Next(6)));
            var from = entry.State;
            var actor = act == CatalogueAction.Submit ? staff[Role.Liaison] : from == CatalogueState.DepartmentReview ? staff[Role.DepartmentHead] : staff[Role.Reviewer];
            var comment = act switch
            {
                CatalogueAction.Return => "摘要与信息项不一致，请核对信息项后重新提交。",
                CatalogueAction.Retire => "职能已划转，数据不再更新。",
                _ => null,
            };
            if (entry.Act(act, actor, comment, policy, at) is Decision<CatalogueState>.Refused refused)
                throw new InvalidOperationException($"Demo entry {entry.Content.Name}: {act} was refused: {refused.Refusal.Code}.");
            db.History.Add(CaseHistory.Step(CatalogueEntry.Kind, entry.Id, entry.Version, act.ChineseName(), from.ChineseName(), entry.State.ChineseName(), comment, actor, at,
                act == CatalogueAction.Return ? [new FieldRemark(nameof(CatalogueContent.Items), "缺少主键信息项，请补充。")] : []));
        }

        StartClock(entry, at);
    }

    private void StartClock(CatalogueEntry entry, DateTimeOffset at)
    {
        if (Clocks.FirstOrDefault(c => c.Rule.Runs.Contains(entry.State)) is not { Rule: { } rule, Days: var days })
            return;
        var about = new DeadlineSubject(CatalogueEntry.Kind, entry.Id, entry.Content.Name, entry.State.ChineseName(), entry.RegionCode, rule.Responsible == CaseSide.Owner ? entry.ProviderId : entry.AuthorityId!.Value, rule.Responsible);
        var deadline = Deadline.Start(Guid.CreateVersion7(at), rule.Limit.Key, about, ChinaTime.DateOf(at), days, ReminderRungs.Usual);
        deadline.Project(_calendar, _calendarVersion);
        db.Deadlines.Add(deadline);
    }
}
