using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>已办、本单位发起的: what each shows, to whom, and what a search finds in it.</summary>
[Trait("Category", "Service")]
public sealed class DoneAndStartedTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Done_OneLinePerCase_TheLastActAndWhereItIsNow()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("已办目录"), CatalogueAction.Submit);
        bureau.Clock.Advance(TimeSpan.FromMinutes(5));
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("head", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Approve, "同意送审。"));

        var mine = Assert.Single((await bureau.DoneAsync("liaison", $"?kind={CatalogueEntry.Kind}")).Rows, d => d.CaseId == entry.Id);
        var heads = (await bureau.DoneAsync("head", $"?kind={CatalogueEntry.Kind}")).Rows[0];

        Assert.Equal(("提交", "已办目录", "待数据局审核"), (mine.Action, mine.Title, mine.Card!.State));
        Assert.Equal((entry.Id, "通过", "同意送审。"), (heads.CaseId, heads.Action, heads.Comment));
        Assert.DoesNotContain((await bureau.DoneAsync("reviewer", "")).Rows, d => d.CaseId == entry.Id);
        var today = DataBureau.Domain.ChinaTime.DateOf(bureau.Clock.Now);
        Assert.Contains((await bureau.DoneAsync("head", $"?from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}")).Rows, d => d.CaseId == entry.Id);
        Assert.DoesNotContain((await bureau.DoneAsync("head", $"?to={today.AddDays(-1):yyyy-MM-dd}")).Rows, d => d.CaseId == entry.Id);
    }

    [Fact]
    public async Task Done_ACaseLostFromSight_KeepsTheActAndHidesTheCase()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("移交后看不到的目录"));
        await using var db = bureau.OpenDb();
        var (from, to) = (await db.Users.Where(u => u.UserName == "liaison").Select(u => u.OrganisationId).SingleAsync(), await db.Users.Where(u => u.UserName == "liaison.fujian").Select(u => u.OrganisationId).SingleAsync());
        await db.CatalogueEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ProviderId, to).SetProperty(e => e.RegionCode, "350000"));
        try
        {
            var line = Assert.Single((await bureau.DoneAsync("liaison", "")).Rows, d => d.CaseId == entry.Id);

            Assert.Null(line.Card);
            Assert.DoesNotContain("移交后", line.Title, StringComparison.Ordinal);
        }
        finally
        {
            await db.CatalogueEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ProviderId, from).SetProperty(e => e.RegionCode, "140000"));
        }
    }

    [Fact]
    public async Task Done_SearchedByTitle_OneLinePerCaseFoundAndTheExportObeys()
    {
        var (found, other) = (await bureau.EntryAsync(Contents.Complete("ETC 通行记录目录"), CatalogueAction.Submit), await bureau.EntryAsync(Contents.Complete("搜索以外的目录"), CatalogueAction.Submit));

        var page = await bureau.DoneAsync("liaison", "?q=etc 通行");

        Assert.Equal((1, found.Id), (page.Total, Assert.Single(page.Rows).CaseId));
        Assert.Equal(other.Id, Assert.Single((await bureau.DoneAsync("liaison", $"?q=搜索以外&kind={CatalogueEntry.Kind}")).Rows).CaseId);
        Assert.Empty((await bureau.DoneAsync("liaison", $"?q=搜索以外&kind={Plan.CaseKind}")).Rows);
        Assert.Equal(0, (await bureau.DoneAsync("liaison", "?q=E%C")).Total);
        Assert.Empty((await bureau.DoneAsync("head", "?q=ETC")).Rows);
        await using var scope = await bureau.AsAsync("liaison");
        Assert.Equal([found.Id], await InboxLists.Done.Rows(scope.ServiceProvider, ListQuery.Parse("?q=Etc"), default).Select(d => d.CaseId).ToListAsync());
    }

    [Fact]
    public async Task Done_SearchedForACaseLostFromSight_IsNotFound()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("搜不到的移交目录"));
        await using var db = bureau.OpenDb();
        var (from, to) = (await db.Users.Where(u => u.UserName == "liaison").Select(u => u.OrganisationId).SingleAsync(), await db.Users.Where(u => u.UserName == "liaison.fujian").Select(u => u.OrganisationId).SingleAsync());
        Assert.Single((await bureau.DoneAsync("liaison", "?q=搜不到的移交")).Rows);
        await db.CatalogueEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ProviderId, to).SetProperty(e => e.RegionCode, "350000"));
        try
        {
            Assert.Empty((await bureau.DoneAsync("liaison", "?q=搜不到的移交")).Rows);
        }
        finally
        {
            await db.CatalogueEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ProviderId, from).SetProperty(e => e.RegionCode, "140000"));
        }
    }

    [Fact]
    public async Task Started_SearchedByTitle_FindsCasesPackagesAndWhatIsInNone()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        var (inside, package) = (await bureau.EntryAsync(Contents.Complete("编入批次的目录")), Guid.CreateVersion7());
        await bureau.EntryAsync(Contents.Complete("没有编入的目录"));
        await using (var db = bureau.OpenDb())
        {
            db.ReviewPackages.Add(new ReviewPackage { Id = package, Title = "ETC 专项批次", OrganisationId = inside.ProviderId, CreatedById = Guid.NewGuid(), CreatedAt = bureau.Clock.Now });
            await db.SaveChangesAsync();
            await db.CatalogueEntries.Where(e => e.Id == inside.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.PackageId, package));
        }

        Assert.Equal([plan.Id], (await bureau.StartedAsync(PlanKit.Head, "?q=" + Uri.EscapeDataString(plan.Content.Title))).Rows.Select(s => s.CaseId));
        Assert.Equal(("ETC 专项批次", 1), Assert.Single((await bureau.StartedAsync("liaison", "?q=etc")).Rows) is var found ? (found.Title, found.Count) : default);
        Assert.Equal(["未编入批次的目录"], (await bureau.StartedAsync("liaison", "?q=未编入批次")).Rows.Select(s => s.Title));
        Assert.Empty((await bureau.StartedAsync("liaison", "?q=没有编入的")).Rows);
        await using var scope = await bureau.AsAsync("liaison");
        Assert.Equal(["ETC 专项批次"], await InboxLists.Started.Rows(scope.ServiceProvider, ListQuery.Parse("?q=etc 专项"), default).Select(s => s.Title).ToListAsync());
    }

    [Fact]
    public async Task Started_WhatTheUnitBrought_SaysWhoHasItNow()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);

        var heads = Assert.Single((await bureau.StartedAsync(PlanKit.Head, $"?kind={Plan.CaseKind}&state=open")).Rows, s => s.CaseId == plan.Id);

        Assert.Equal("待备案", heads.State);
        Assert.Contains("太原市工业和信息化局：受理备案", heads.Next, StringComparison.Ordinal);
        Assert.DoesNotContain((await bureau.StartedAsync(PlanKit.Head, $"?kind={Plan.CaseKind}&state=closed")).Rows, s => s.CaseId == plan.Id);
        Assert.DoesNotContain((await bureau.StartedAsync(PlanKit.Officer, "")).Rows, s => s.CaseId == plan.Id);
        Assert.Contains((await bureau.StartedAsync(PlanKit.Head, "?q=" + Uri.EscapeDataString(plan.Content.Title))).Rows, s => s.CaseId == plan.Id);
    }

    [Fact]
    public async Task Started_TheCatalogueOfADepartment_IsShownByPackage()
    {
        await bureau.EntryAsync(Contents.Complete("按批次显示的目录"));

        var lines = (await bureau.StartedAsync("head", $"?kind={CatalogueEntry.Kind}")).Rows;

        Assert.All(lines, l => Assert.Null(l.CaseId));
        Assert.Contains(lines, l => l.State.Contains("草稿", StringComparison.Ordinal) && l.Next == "本单位：补齐后提交部门审核");
        var line = lines.First(l => l.Href.Contains(CatalogueFilterQuery.NoPackage, StringComparison.Ordinal));
        Assert.Equal(line.Count, (await bureau.AsAsync<CatalogueService, Page<CatalogueRow>>("head", s => s.ListAsync(CatalogueFilterQuery.Read(ListQuery.Parse(line.Href)), default))).Total);
    }
}

internal static class PersonalLists
{
    public static Task<Page<DoneCase>> DoneAsync(this BureauFixture bureau, string who, string query) =>
        bureau.AsAsync<DoneService, Page<DoneCase>>(who, s => s.ListAsync(ListQuery.Parse(query) with { PageSize = 1000 }, default));

    public static Task<Page<StartedCase>> StartedAsync(this BureauFixture bureau, string who, string query) =>
        bureau.AsAsync<StartedService, Page<StartedCase>>(who, s => s.ListAsync(ListQuery.Parse(query) with { PageSize = 1000 }, default));
}
