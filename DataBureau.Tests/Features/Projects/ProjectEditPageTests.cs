using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Projects;

/// <summary>Nothing that was typed into a project's form is lost: not by leaving, not by what somebody else saved.</summary>
[Trait("Category", "Service")]
public sealed class ProjectEditPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ProjectKit _kit = new(bureau);

    [Fact]
    public async Task Edit_LeftAtOnce_HalfTypedIsThereAgainUntilGivenUp()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);
        await using (var liaison = await PageContext.AsAsync(bureau, "liaison"))
        {
            var page = Show(liaison, project.Id);
            await page.InvokeAsync(() => Input(page, "预算（万元）").Input("一千二百"));
            await page.InvokeAsync(() => Button(page, "增加一项能力").Click());
            await page.InvokeAsync(() => Input(page, $"需要的能力 {project.Content.Reuse.Count + 1}").Input("身份认"));
            await liaison.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "liaison");
        var next = Show(again, project.Id);
        Assert.Equal("一千二百", Input(next, "预算（万元）").GetAttribute("value"));
        Assert.Equal("身份认", Input(next, $"需要的能力 {project.Content.Reuse.Count + 1}").GetAttribute("value"));
        await next.InvokeAsync(() => Button(next, "放弃恢复的内容").ClickAsync(new()));

        Assert.NotEqual("一千二百", Input(next, "预算（万元）").GetAttribute("value"));
        Assert.Null(await bureau.AsAsync<EditBuffers, EditBuffer?>("liaison", b => b.FindAsync($"project/{project.Id}", default)));
    }

    [Fact]
    public async Task Edit_SavedElsewhere_ShowsBothAndTheSecondSaveWins()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, project.Id);
        await page.InvokeAsync(() => Input(page, "建设内容").Input("我的说法"));
        await bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>("liaison", s => s.SaveAsync(project.Id, project.Version, project.Content with { Summary = "他们的说法" }));

        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Equal(["他们的说法", "我的说法"], page.FindAll(".diff td").Select(d => d.TextContent)));
        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.EndsWith($"/projects/{project.Id}?saved=1", liaison.Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("我的说法", (await bureau.AsAsync<ProjectService, ProjectDetailView?>("liaison", s => s.FindAsync(project.Id, default)))!.Content.Summary);
        Assert.Null(await bureau.AsAsync<EditBuffers, EditBuffer?>("liaison", b => b.FindAsync($"project/{project.Id}", default)));
    }

    private static IRenderedComponent<ProjectEdit> Show(PageContext person, Guid id)
    {
        var page = person.Context.Render<ProjectEdit>(p => p.Add(e => e.Id, id));
        page.WaitForElement("[aria-label=复用检查表]");
        return page;
    }

    private static IElement Input(IRenderedComponent<ProjectEdit> page, string label) => page.Find("#" + page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for"));

    private static IElement Button(IRenderedComponent<ProjectEdit> page, string text) => page.FindAll("button").Single(b => b.TextContent.Trim().EndsWith(text, StringComparison.Ordinal));
}
