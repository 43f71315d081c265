using System.Globalization;
using System.Text;
using Bunit;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Projects;

/// <summary>The project list of an annual plan as a page takes it in.</summary>
[Trait("Category", "Service")]
public sealed class ProjectsImportPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Import_HeadingInOwnWords_IsAskedForAndKnownTheNextTime()
    {
        var (first, second) = (await PlanAsync(2041), await PlanAsync(2042));
        await using var office = await PageContext.AsAsync(bureau, "govinfo");
        var page = Show(office, first, await UploadAsync("甲"));

        await page.InvokeAsync(() => Button(page, "检查").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("也可以在下面选出表头行", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find("[aria-label='第 2 行是表头']").HasAttribute("checked"));
        await page.InvokeAsync(() => Button(page, "按此读取").ClickAsync(new()));
        Assert.Contains("「项目名称」、「建设单位」", page.Find("details.mapping [role=alert]").TextContent, StringComparison.Ordinal);

        foreach (var (title, key) in new[] { ("叫啥项目", "name"), ("谁来建", "body"), ("花多少", "budget") })
            await page.InvokeAsync(() => page.Find($"select[aria-label='{title} 对应栏目']").Change(key));
        await page.InvokeAsync(() => Button(page, "按此读取").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("没有发现问题，可以导入", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => Button(page, "导入").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("新增 30 行", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await using (var db = bureau.OpenDb())
            Assert.Equal(Enumerable.Range(1, 30).Select(n => Project("甲", n)), await db.Projects.Where(p => p.AnnualPlanId == first).OrderBy(p => p.Id).Select(p => p.Content.Name).ToListAsync());

        await using var again = await PageContext.AsAsync(bureau, "govinfo");
        var next = Show(again, second, await UploadAsync("乙"));
        await next.InvokeAsync(() => Button(next, "检查").ClickAsync(new()));
        next.WaitForAssertion(() => Assert.Contains("没有发现问题，可以导入", next.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("第 2 行是表头，按指定的对应关系读取", next.Find("details.mapping summary").TextContent, StringComparison.Ordinal);
    }

    private static string Project(string mark, int number) => string.Create(CultureInfo.InvariantCulture, $"家底{mark}{number:00}");

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ProjectsImport> page, string name) => page.FindAll("button").Single(b => b.TextContent == name);

    private static IRenderedComponent<ProjectsImport> Show(PageContext person, Guid plan, Guid file)
    {
        person.Context.Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        person.Navigation.NavigateTo($"/projects/plans/{plan}/import?file={file}");
        var page = person.Context.Render<ProjectsImport>(p => p.Add(x => x.Id, plan));
        page.WaitForState(() => page.Markup.Contains("已上传", StringComparison.Ordinal));
        return page;
    }

    private async Task<Guid> PlanAsync(int year) => Assert.IsType<Outcome<AnnualPlanView>.Done>(await bureau.AsAsync<AnnualPlanService, Outcome<AnnualPlanView>>(
        "govinfo", s => s.CreateAsync(new AnnualPlanContent { Title = $"{year}年度信息化项目建设计划", Year = year, Summary = "统筹集约。" }))).View.Id;

    private async Task<Guid> UploadAsync(string mark)
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\n', ["本年度打算,,", "叫啥项目,谁来建,花多少", .. Enumerable.Range(1, 30).Select(n => $"{Project(mark, n)},山西省民政厅,12")]) + "\n");
        var (session, refusal) = await bureau.AsAsync<ImportSessions, (ImportSession?, ImportRefusal?)>("govinfo", s => s.UploadAsync(ProjectImports.Plans, new MemoryStream(content), "家底.csv", content.Length, default));
        Assert.Null(refusal);
        return session!.Id;
    }
}
