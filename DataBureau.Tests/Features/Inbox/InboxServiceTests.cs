using ClosedXML.Excel;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>待办: what it shows, to whom, in which order; and what the four lists have in common.</summary>
[Trait("Category", "Service")]
public sealed class InboxServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Todo_OverdueFirstThenDueNextThenWithoutADate()
    {
        var (late, soon, none) = (await _kit.PlanAsync(), await _kit.PlanAsync(), await _kit.PlanAsync());
        await ClockAsync(soon, new DateOnly(2026, 11, 16), 7);
        await ClockAsync(late, new DateOnly(2026, 11, 9), 4);

        var mine = (await TodoAsync(PlanKit.Planner, $"?kind={Plan.CaseKind}")).Where(i => i.CaseId == late.Id || i.CaseId == soon.Id || i.CaseId == none.Id).ToList();

        Assert.Equal([late.Id, soon.Id, none.Id], mine.Select(i => i.CaseId));
        Assert.Equal(["逾期 5 个工作日", "剩余 3 个工作日", null], mine.Select(i => i.Deadline?.Words));
        Assert.Equal([late.Id], await FilteredAsync("overdue"));
        Assert.Equal([soon.Id], await FilteredAsync("soon"));
        Assert.Equal([late.Id, soon.Id], await FilteredAsync("any"));
        Assert.DoesNotContain(late.Id, await FilteredAsync("none"));
        Assert.Contains(none.Id, await FilteredAsync("none"));

        async Task<IEnumerable<Guid?>> FilteredAsync(string due) => (await TodoAsync(PlanKit.Planner, $"?kind={Plan.CaseKind}&due={due}")).Select(i => i.CaseId);
    }

    [Fact]
    public async Task Todo_SearchedSortedAndPaged_KeepsTheTotal()
    {
        for (var i = 0; i < 4; i++)
            await _kit.PlanAsync();

        var page = await ListAsync(PlanKit.Planner, $"?kind={Plan.CaseKind}&size=2&page=2&sort={nameof(InboxItem.Since)}&desc=1");
        var all = await TodoAsync(PlanKit.Planner, $"?kind={Plan.CaseKind}&sort={nameof(InboxItem.Since)}&desc=1");

        Assert.Equal((all.Count, 2), (page.Total, page.Rows.Count));
        Assert.Equal(all.Skip(2).Take(2).Select(i => i.Key), page.Rows.Select(i => i.Key));
        Assert.Equal(all.Select(i => i.Since).OrderDescending(), all.Select(i => i.Since));
        Assert.Equal(all.Count, (await TodoAsync(PlanKit.Planner, "?q=补齐并提交")).Count(i => i.Kind == Plan.CaseKind));
        Assert.Empty(await TodoAsync(PlanKit.Planner, "?q=没有这样的事项"));
    }

    [Fact]
    public async Task Todo_APackage_IsOneLineThatLeadsToItsEntries()
    {
        var package = Guid.CreateVersion7();
        var entries = new List<CatalogueDetailView>();
        for (var i = 0; i < 3; i++)
            entries.Add(await bureau.EntryAsync(Contents.Complete($"批次目录{i}"), CatalogueAction.Submit, CatalogueAction.Approve));
        await using (var db = bureau.OpenDb())
        {
            db.ReviewPackages.Add(new ReviewPackage { Id = package, Title = "第三批目录", OrganisationId = entries[0].ProviderId, CreatedById = Guid.NewGuid(), CreatedAt = bureau.Clock.Now });
            await db.SaveChangesAsync();
            var ids = entries.ConvertAll(e => e.Id);
            await db.CatalogueEntries.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.PackageId, package));
        }

        var line = Assert.Single(await TodoAsync("reviewer", "?q=第三批"));

        Assert.Equal((3, "审核", null), (line.Count, line.Act, line.CaseId));
        var page = await ListAsync("reviewer", "");
        Assert.Equal((await CountsAsync("reviewer"))[InboxService.CountKey], page.Cases);
        Assert.Equal($"共 {page.Cases} 件，分 {page.Total} 组", page.CasesText);
        var query = ListQuery.Parse(line.Href);
        var desk = await bureau.AsAsync<ReviewService, Page<ReviewRow>>("reviewer", s => s.ListAsync(ReviewService.Read(query), default));
        Assert.Equal(entries.Select(e => e.Id).Order(), desk.Rows.Select(r => r.Row.Id).Order());
        await bureau.AsAsync<CatalogueService, BatchReport>("reviewer", s => s.ActManyAsync([.. desk.Rows.Select(r => r.Row.Ref)], CatalogueAction.Approve, "同意。"));
        Assert.Equal(["发布"], (await TodoAsync("reviewer", "?q=第三批")).Select(i => i.Act));
    }

    [Fact]
    public async Task Todo_DraftsOfADepartment_AreOneLineWithTheirNumber()
    {
        await bureau.EntryAsync(Contents.Complete("草稿甲"));
        await bureau.EntryAsync(Contents.Complete("草稿乙"));

        var line = Assert.Single(await TodoAsync("liaison", $"?kind={CatalogueEntry.Kind}"), i => i.Act == "补齐后提交部门审核");

        Assert.True(line.Count >= 2);
        Assert.Equal(line.Count, (await bureau.AsAsync<CatalogueService, Page<CatalogueRow>>("liaison", s => s.ListAsync(CatalogueFilterQuery.Read(ListQuery.Parse(line.Href)), default))).Total);
        Assert.DoesNotContain(await TodoAsync("head", $"?kind={CatalogueEntry.Kind}"), i => i.Href == line.Href);
    }

    [Fact]
    public async Task Todo_OfADisabledAccount_IsEmptyAndSoAreItsNumbers()
    {
        await bureau.EntryAsync(Contents.Complete("停用账号的草稿"));
        Assert.NotEmpty(await TodoAsync("liaison", ""));
        await SetDisabledAsync(bureau.Clock.Now);
        try
        {
            Assert.Empty(await TodoAsync("liaison", ""));
            Assert.Empty(await CountsAsync("liaison"));
            Assert.Empty((await bureau.DoneAsync("liaison", "")).Rows);
            Assert.Empty((await bureau.StartedAsync("liaison", "")).Rows);
        }
        finally
        {
            await SetDisabledAsync(null);
        }

        async Task SetDisabledAsync(DateTimeOffset? at)
        {
            await using var db = bureau.OpenDb();
            await db.Users.Where(u => u.UserName == "liaison").ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, at));
        }
    }

    [Theory]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    [InlineData("auditadmin")]
    public async Task Lists_OfAnAdministrator_HaveNoBusinessOfAnybody(string who)
    {
        await bureau.EntryAsync(Contents.Complete("管理员看不到的目录" + who));

        Assert.Empty(await TodoAsync(who, ""));
        Assert.Empty((await bureau.StartedAsync(who, "")).Rows);
        Assert.Equal(0, (await CountsAsync(who))[InboxService.CountKey]);
    }

    [Fact]
    public async Task Todo_OfAnotherProvince_IsNotTheirs()
    {
        await bureau.EntryAsync(Contents.Complete("外省看不到的目录"));

        Assert.DoesNotContain(await TodoAsync("liaison.fujian", ""), i => i.OrganisationName.StartsWith("山西省", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_OfTodo_HasTheDueDateAsADate()
    {
        var plan = await _kit.PlanAsync();
        await ClockAsync(plan, new DateOnly(2026, 11, 9), 4);
        await using var scope = await bureau.AsAsync(PlanKit.Planner);
        using var output = new MemoryStream();

        await InboxLists.Todo.WriteAsync(scope.ServiceProvider, ListQuery.Parse("?due=overdue"), output, default);

        using var book = new XLWorkbook(new MemoryStream(output.ToArray()));
        var sheet = book.Worksheet(1);
        var due = sheet.Row(1).CellsUsed().Single(c => c.GetString() == "到期日").Address.ColumnNumber;
        Assert.Equal((XLDataType.DateTime, new DateTime(2026, 11, 13)), (sheet.Cell(2, due).DataType, sheet.Cell(2, due).GetDateTime()));
        Assert.DoesNotContain(InboxColumns.Todo, c => c.Title == "到期日" && c.ShownByDefault);
    }

    [Fact]
    public void Counts_OfAnnualPlans_StandUnderTheirOwnEntryOfTheMenu()
    {
        var items = bureau.Services.GetServices<NavItem>().ToList();
        using var scope = bureau.Services.CreateScope();
        var sources = scope.ServiceProvider.GetServices<InboxSource>().ToList();

        Assert.Equal("/projects/plans", items.Single(i => i.CountKey == sources.Single(s => s.Kind == AnnualPlan.CaseKind).CountKey).Href);
        Assert.Equal("/projects", items.Single(i => i.CountKey == sources.Single(s => s.Kind == Project.CaseKind).CountKey).Href);
        Assert.Equal("条未读通知", items.Single(i => i.Href == "/notifications").Counted);
    }

    [Fact]
    public async Task Exports_OfTheFourLists_HaveTheRowsOfTheLists()
    {
        await bureau.EntryAsync(Contents.Complete("导出工作台的目录"));
        await using var scope = await bureau.AsAsync("liaison");

        foreach (var (rows, total) in new[]
        {
            (await InboxLists.Todo.Rows(scope.ServiceProvider, new ListQuery(), default).CountAsync(), (await ListAsync("liaison", "")).Total),
            (await InboxLists.Done.Rows(scope.ServiceProvider, new ListQuery(), default).CountAsync(), (await bureau.DoneAsync("liaison", "")).Total),
            (await InboxLists.Started.Rows(scope.ServiceProvider, new ListQuery(), default).CountAsync(), (await bureau.StartedAsync("liaison", "")).Total),
        })
            Assert.Equal((true, total), (rows > 0, rows));
    }

    private Task<Page<InboxItem>> ListAsync(string who, string query) => bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(ListQuery.Parse(query), default));

    private async Task<IReadOnlyList<InboxItem>> TodoAsync(string who, string query) =>
        (await bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(ListQuery.Parse(query) with { PageSize = 1000 }, default))).Rows;

    private Task<IReadOnlyDictionary<string, int>> CountsAsync(string who) => bureau.AsAsync<InboxService, IReadOnlyDictionary<string, int>>(who, s => s.CountsAsync(default));

    private async Task ClockAsync(PlanDetailView plan, DateOnly from, int days)
    {
        await using var db = bureau.OpenDb();
        var found = await db.Plans.SingleAsync(p => p.Id == plan.Id);
        var deadline = Deadline.Start(Guid.CreateVersion7(), PlanWorkflow.FileLimit.Key, new DeadlineSubject(Plan.CaseKind, plan.Id, plan.Content.Title, "草稿", found.RegionCode, found.OrganisationId, CaseSide.Owner), from, days, [1]);
        deadline.Project(new WorkingCalendar(await db.CalendarDays.AsNoTracking().OrderBy(d => d.Date).ToListAsync()), 1);
        db.Deadlines.Add(deadline);
        await db.SaveChangesAsync();
    }
}
