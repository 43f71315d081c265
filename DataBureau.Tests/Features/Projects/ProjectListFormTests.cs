using DataBureau.Domain.Projects;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using static DataBureau.Tests.Features.Projects.ProjectKit;

namespace DataBureau.Tests.Features.Projects;

/// <summary>项目台账 and 年度建设计划表 on paper: a title, numbered rows, and the sum of the budgets.</summary>
[Trait("Category", "Service")]
public sealed class ProjectListFormTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ProjectKit _kit = new(bureau);

    [Fact]
    public async Task Ledger_OfSeveralProjects_HasTitleNumbersAndTotal()
    {
        foreach (var name in new[] { "台账打印甲", "台账打印乙" })
            Done(await _kit.CreateAsync(Content() with { Name = name, Budget = 1200.5m }));
        var rows = (await bureau.AsAsync<ProjectService, Page<ProjectRow>>("liaison", s => s.ListAsync(new ProjectFilter { Search = "台账打印" }, default))).Rows;

        var texts = await TextsAsync(ProjectListWorkbook.Ledger(rows, "状态：草稿", new DateOnly(2026, 12, 1)));

        Assert.Equal("项目台账", texts[0]);
        Assert.Contains("状态：草稿", texts);
        Assert.Equal(["序号", "项目名称", "建设单位", "预算（万元）", "状态", "1"], texts.SkipWhile(t => t != "序号").Take(6));
        Assert.Equal(["合计", "2 项", "2,401"], texts.SkipWhile(t => t != "合计").Take(3));
    }

    [Fact]
    public async Task Plan_WithItsList_PrintsBothWithTheTotal()
    {
        var plan = Assert.IsType<Outcome<AnnualPlanView>.Done>(await bureau.AsAsync<AnnualPlanService, Outcome<AnnualPlanView>>("govinfo", s => s.CreateAsync(new AnnualPlanContent { Title = "2051年度信息化项目建设计划", Year = 2051, Summary = "统筹集约。" }))).View;
        var listed = Done(await _kit.CreateAsync(Content() with { Budget = 300m }, plan.Id));
        var rows = (await bureau.AsAsync<ProjectService, Page<ProjectRow>>("govinfo", s => s.ListAsync(new ProjectFilter { PlanId = plan.Id }, default))).Rows;

        var texts = await TextsAsync(ProjectListWorkbook.Plan(plan, rows));

        Assert.Equal("年度信息化项目建设计划表", texts[0]);
        Assert.Contains("2051年度信息化项目建设计划", texts);
        Assert.Contains(texts, t => t.StartsWith(listed.Content.Name, StringComparison.Ordinal) && t.Contains(listed.Content.Code!, StringComparison.Ordinal));
        Assert.Equal(["合计", "1 项", "300"], texts.SkipWhile(t => t != "合计").Take(3));
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(FormWorkbook form)
    {
        using var made = form;
        using var stream = new MemoryStream();
        await made.SaveAsync(stream);
        return [.. (await Workbooks.RowsAsync(stream.ToArray())).SelectMany(r => r.Texts()).Where(t => t.Length > 0)];
    }
}
