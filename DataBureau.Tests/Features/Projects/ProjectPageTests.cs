using Bunit;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Projects;

/// <summary>The page of a project on its own, over the real service.</summary>
[Trait("Category", "Service")]
public sealed class ProjectPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ProjectKit _kit = new(bureau);

    [Theory]
    [InlineData("", "内容")]
    [InlineData("?tab=files", "材料")]
    [InlineData("?saved=1", "内容")]
    [InlineData("?saved=new", "数据清单")]
    public async Task Detail_Opened_ShowsTheTabThatComesNext(string query, string tab)
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = Detail(liaison, project.Id, query);

        Assert.StartsWith(tab, page.Find("[role=tab][aria-selected=true]").TextContent, StringComparison.Ordinal);
        Assert.Equal(query.Contains("saved", StringComparison.Ordinal), page.FindAll("[role=status]").Any(s => s.TextContent.Contains("保存", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Detail_Judged_StaysForTheReply_AndRepliedOffersTheWayOn()
    {
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Detail(reviewer, project.Id);

        await ActAsync(page, "判定涉及信息化", "含平台软件开发。");
        // Judged so, the reply waits for a consultation: there is nothing to click, and yet the case is not done with.
        Assert.Empty(page.FindAll(".next"));
        await ActAsync(page, "判定不涉及信息化", "不含软件开发。");
        Assert.Empty(page.FindAll(".next"));
        await ActAsync(page, "批复", "同意建设。");

        Assert.Contains("返回待办列表", page.Find(".next").TextContent, StringComparison.Ordinal);
        Assert.Equal("/projects?waiting=1", page.Find(".next a:last-child").GetAttribute("href"));
    }

    [Fact]
    public async Task Detail_JudgedTwice_ShowsBothJudgementsAlsoAfterTheReply()
    {
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        project = ProjectKit.Done(await _kit.ActAsync(project, ProjectAction.JudgeInformatization, "含平台软件开发。"));
        project = ProjectKit.Done(await _kit.ActAsync(project, ProjectAction.JudgeOther, "软件部分已取消。"));
        project = ProjectKit.Done(await _kit.ActAsync(project, ProjectAction.Reply));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var rows = Detail(liaison, project.Id).FindAll("[aria-label=信息化判定与会商] tbody tr").Select(r => r.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Contains("含平台软件开发。", rows[0], StringComparison.Ordinal);
        Assert.Contains("软件部分已取消。", rows[1], StringComparison.Ordinal);
        Assert.All(rows, r => Assert.Contains("山西省数据局", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detail_ActedElsewhere_TellsOfTheProjectAndKeepsTheRemark()
    {
        var project = await _kit.ProjectAsync(ProjectState.PendingReply);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Detail(reviewer, project.Id);
        await page.InvokeAsync(() => page.Find("textarea").Change("写到一半"));

        await _kit.ActAsync(project, ProjectAction.Withdraw);

        page.WaitForAssertion(() => Assert.Contains("刚刚更新了本项目。", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("写到一半", page.Find("textarea").GetAttribute("value"));
        await reviewer.Context.DisposeComponentsAsync();
        Assert.Equal(0, reviewer.Subscriptions);
    }

    [Fact]
    public async Task Detail_ActedTwiceAtOnce_OneEffect()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Detail(liaison, project.Id);
        var acted = page.FindComponent<WorkflowActions<ProjectAction>>().Instance.OnAct;

        await bureau.WhileHeldAsync(
            db => db.Projects.Where(c => c.Id == project.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.UpdatedAt, c => c.UpdatedAt)),
            () => page.InvokeAsync(() => Task.WhenAll(acted.InvokeAsync(ProjectAction.Submit), acted.InvokeAsync(ProjectAction.Submit))));

        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == project.Id && h.Action == "提交"));
        // The second click is not sent: nobody is told that somebody else was first.
        Assert.Equal([], page.FindAll(".banner[role=alert]").Select(b => b.TextContent));
    }

    private static IRenderedComponent<ProjectDetail> Detail(PageContext person, Guid id, string query = "")
    {
        person.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        person.Navigation.NavigateTo($"/projects/{id}{query}");
        var page = person.Context.Render<ProjectDetail>(p => p.Add(d => d.Id, id));
        page.WaitForElement("[role=tabpanel]");
        return page;
    }

    private static async Task ActAsync(IRenderedComponent<ProjectDetail> page, string act, string comment)
    {
        await page.InvokeAsync(() => page.Find("textarea").Change(comment));
        await page.InvokeAsync(() => page.FindAll("[aria-label=办理] button").Single(b => b.TextContent.Trim() == act).ClickAsync(new()));
    }
}
