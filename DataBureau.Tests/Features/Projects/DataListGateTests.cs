using Bunit;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Projects.ProjectKit;

namespace DataBureau.Tests.Features.Projects;

/// <summary>J07 over the real database: what was replied to is catalogued or left out with consent, item by item.</summary>
[Trait("Category", "Service")]
public sealed class DataListGateTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ProjectKit _kit = new(bureau);

    [Fact]
    public async Task DataList_ItemOfTheReplyRemovedOrRenamed_RefusedAndTheGateStaysClosed()
    {
        var project = await _kit.ProjectAsync(ProjectState.Building);
        var item = (await ItemsAsync(project)).Single();

        Assert.Equal("DataItemSettled", Refused(await _kit.DataAsync(s => s.RemoveAsync(project.Id, project.Version, item.Id))).Code);
        Assert.Equal("DataItemSettled", Refused(await _kit.DataAsync(s => s.EditAsync(project.Id, project.Version, item.Id, new DataItemRow("别的数据", null, null)))).Code);
        Assert.Contains("清单项随批复确定", (await ImportAsync(project, $"数据名称,拟编目录名称\n{item.Name},别的目录\n")).Findings.Single().Rule, StringComparison.Ordinal);
        Assert.Equal("ProjectDataNotCatalogued", Refused(await _kit.ActAsync(project, ProjectAction.AskAcceptance)).Code);
        Assert.Equal(item, (await ItemsAsync(project)).Single());
    }

    [Fact]
    public async Task DataList_ItemAddedAfterTheReply_IsTakenBackByTheBuilder()
    {
        var project = await _kit.ProjectAsync(ProjectState.Building);
        project = Done(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow("写错的数据", null, null))));
        var added = (await ItemsAsync(project)).Single(i => i.Name == "写错的数据");

        Assert.False(added.IsSettled);
        Assert.Equal(1, Done(await _kit.DataAsync(s => s.RemoveAsync(project.Id, project.Version, added.Id))).Facts.DataItemCount);
    }

    [Fact]
    public async Task Match_EntryThatAnotherItemHas_RefusedByHandAndLeftOutInBulk()
    {
        var project = Done(await _kit.CreateAsync(Content()));
        var name = $"{project.Content.Name}共用";
        foreach (var item in new[] { "甲", "乙" })
            project = Done(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow($"{name}{item}", null, name))));
        var lineage = await _kit.EntryAsync(name, approved: false);

        project = Done(await _kit.DataAsync(s => s.MatchAllAsync(project.Id, project.Version)));

        var items = await ItemsAsync(project);
        Assert.Equal([lineage, null], items.Select(i => i.LineageId));
        Assert.Null(items[1].SuggestedLineageId);
        var refusal = Refused(await _kit.DataAsync(s => s.MatchAsync(project.Id, project.Version, items[1].Id, lineage)));
        Assert.Equal("DataItemEntryTaken", refusal.Code);
        Assert.Contains($"「{name}甲」", refusal.Sentence, StringComparison.Ordinal);
        // The item that has it may be given it again.
        Done(await _kit.DataAsync(s => s.MatchAsync(project.Id, project.Version, items[0].Id, lineage)));
    }

    [Fact]
    public async Task Acceptance_OneEntryForTwoItems_IsRefusedWhicheverPageTheyStandOn()
    {
        var project = await TwoItemsBuildingAsync();
        var lineage = await _kit.EntryAsync($"{project.Content.Name}数据", approved: true);
        // As it could be matched before the rule.
        await using (var db = bureau.OpenDb())
            await db.ProjectDataItems.Where(i => i.ProjectId == project.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.LineageId, lineage));

        var refusal = Refused(await _kit.ActAsync(project, ProjectAction.AskAcceptance));

        Assert.Equal("ProjectDataNotCatalogued", refusal.Code);
        Assert.Contains("对应了同一条目录", refusal.Details[0].Sentence, StringComparison.Ordinal);
        var second = (await bureau.AsAsync<ProjectDataService, DataListView?>("liaison", s => s.ReadAsync(project.Id, new ListQuery { PageSize = 1, Page = 2 }, default)))!.Items.Single();
        Assert.Equal((DataItemProblem.EntryShared, $"{project.Content.Name}数据"), (second.Finding!.Problem, second.Finding.SharedWith));
    }

    [Fact]
    public async Task Release_ByTheReviewer_StaysMarkedInListFormAndHistoryAndOpensTheGate()
    {
        var project = await TwoItemsBuildingAsync();
        var unlike = await _kit.EntryAsync($"{project.Content.Name}别名", approved: true);
        var items = await ItemsAsync(project);
        project = Done(await _kit.DataAsync(s => s.MatchAsync(project.Id, project.Version, items[0].Id, unlike)));
        Assert.Equal("NotPermitted", Refused(await _kit.DataAsync(s => s.ReleaseAsync(project.Id, project.Version, items[1].Id, "不再形成。"))).Code);
        Assert.Equal("DataItemReleaseWhy", Refused(await _kit.DataAsync(s => s.ReleaseAsync(project.Id, project.Version, items[1].Id, null), "reviewer")).Code);
        Assert.Equal("ProjectDataNotCatalogued", Refused(await _kit.ActAsync(project, ProjectAction.AskAcceptance)).Code);

        project = Done(await _kit.DataAsync(s => s.ReleaseAsync(project.Id, project.Version, items[1].Id, "改由部级系统采集。"), "reviewer"));

        Assert.Equal("改由部级系统采集。", project.Facts.Released.Single().Why);
        Assert.Contains(project.History, h => h.Action == "同意核减" && h.Comment!.Contains("改由部级系统采集。", StringComparison.Ordinal));
        var subject = project.Id.ToString();
        await using (var db = bureau.OpenDb())
            Assert.Contains(await db.Audit.Where(a => a.SubjectId == subject).Select(a => a.Summary).ToListAsync(), s => s.Contains("同意核减", StringComparison.Ordinal));
        project = Done(await _kit.ActAsync(project, ProjectAction.AskAcceptance));
        var list = await ItemsAsync(project);
        Assert.Equal((true, "改由部级系统采集。"), (list[0].NameDiffers, list[1].Release?.Why));
        var texts = await FormAsync(project, list);
        Assert.Contains(texts, t => t.StartsWith("已核减：", StringComparison.Ordinal) && t.Contains("改由部级系统采集。", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.StartsWith("名称不同：", StringComparison.Ordinal));
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = reviewer.Context.Render<ProjectDetail>(p => p.Add(d => d.Id, project.Id));
        page.WaitForElement("[role=tabpanel]");
        Assert.Contains("核减 1 项，名称与拟编不同 1 项，验收时请核对", page.Markup, StringComparison.Ordinal);
        Assert.Equal(ProjectState.Accepted, Done(await _kit.ActAsync(project, ProjectAction.Accept)).State);
    }

    [Fact]
    public async Task Restore_AfterTheRelease_ClosesTheGateAgainAndSaysWhy()
    {
        var project = await _kit.ProjectAsync(ProjectState.Building);
        var item = (await ItemsAsync(project)).Single();
        project = Done(await _kit.DataAsync(s => s.ReleaseAsync(project.Id, project.Version, item.Id, "改由部级系统采集。"), "reviewer"));
        project = Done(await _kit.ActAsync(project, ProjectAction.AskAcceptance));
        Assert.Equal("NotPermitted", Refused(await _kit.DataAsync(s => s.RestoreAsync(project.Id, project.Version, item.Id, "仍要形成。"))).Code);
        Assert.Equal("DataItemRestoreWhy", Refused(await _kit.DataAsync(s => s.RestoreAsync(project.Id, project.Version, item.Id, null), "reviewer")).Code);

        project = Done(await _kit.DataAsync(s => s.RestoreAsync(project.Id, project.Version, item.Id, "仍要形成。"), "reviewer"));

        Assert.Null((await ItemsAsync(project)).Single().Release);
        Assert.Contains(project.History, h => h.Action == "恢复清单项" && h.Comment!.Contains("仍要形成。", StringComparison.Ordinal));
        Assert.Equal("ProjectDataNotCatalogued", Refused(await _kit.ActAsync(project, ProjectAction.Accept)).Code);
    }

    [Fact]
    public async Task Tab_ForTheReviewer_OffersTheReleaseAndAsksWhy()
    {
        var project = await _kit.ProjectAsync(ProjectState.Building);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        reviewer.Navigation.NavigateTo($"/projects/{project.Id}?tab=data");
        var page = reviewer.Context.Render<ProjectDetail>(p => p.Add(d => d.Id, project.Id));
        page.WaitForElement("[aria-label^=同意核减]");

        await page.InvokeAsync(() => page.Find("button[aria-label^=同意核减]").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("section[aria-label=同意核减] textarea").Change("不再形成。"));
        await page.InvokeAsync(() => page.Find("section[aria-label=同意核减] button.danger").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("已核减：", page.Find("[role=tabpanel] tbody").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button[aria-label^=同意核减]"));
        await page.InvokeAsync(() => page.Find("button[aria-label^=恢复]").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("section[aria-label=恢复清单项] textarea").Change("仍要形成。"));
        await page.InvokeAsync(() => page.Find("section[aria-label=恢复清单项] button.primary").ClickAsync(new()));
        page.WaitForElement("button[aria-label^=同意核减]");
    }

    private async Task<ProjectDetailView> TwoItemsBuildingAsync()
    {
        var project = Done(await _kit.CreateAsync(Content()));
        foreach (var end in new[] { "数据", "补充数据" })
            project = Done(await _kit.DataAsync(s => s.AddAsync(project.Id, project.Version, new DataItemRow($"{project.Content.Name}{end}", null, null))));
        foreach (var action in new[] { ProjectAction.Submit, ProjectAction.Approve, ProjectAction.JudgeOther, ProjectAction.Reply, ProjectAction.Start })
            project = Done(await _kit.ActAsync(project, action));
        return project;
    }

    private async Task<IReadOnlyList<DataItemView>> ItemsAsync(ProjectDetailView project) =>
        (await bureau.AsAsync<ProjectDataService, DataListView?>("liaison", s => s.ReadAsync(project.Id, new ListQuery(), default)))!.Items;

    private static async Task<IReadOnlyList<string>> FormAsync(ProjectDetailView project, IReadOnlyList<DataItemView> items)
    {
        using var form = ProjectWorkbook.DataList(project, items);
        using var stream = new MemoryStream();
        await form.SaveAsync(stream);
        return [.. (await Workbooks.RowsAsync(stream.ToArray())).SelectMany(r => r.Texts())];
    }

    private async Task<ListImportReport> ImportAsync(ProjectDetailView project, string csv)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"items-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, csv);
        try
        {
            var (report, refusal) = await bureau.AsAsync<ProjectImportService, (ListImportReport?, ImportRefusal?)>("liaison", s => s.ItemsAsync(project.Id, new ImportRequest(path, "数据清单.csv", Guid.Empty), ImportAcceptance.All, default));
            Assert.Null(refusal);
            return report!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
