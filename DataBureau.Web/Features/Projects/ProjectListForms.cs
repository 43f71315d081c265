using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>The printed lists over plain HTTP.</summary>
internal static class ProjectListForms
{
    public static void MapProjectLists(this WebApplication app)
    {
        app.MapForm("/projects/ledger.xlsx", "project-ledger", "项目台账（打印）", ProjectPermissions.Export, LedgerAsync);
        app.MapForm("/projects/plans/{id:guid}/form.xlsx", "annual-plan-form", "年度建设计划表", ProjectPermissions.View, PlanAsync);
    }

    private static async Task<IResult> LedgerAsync(HttpContext context, ProjectService projects, IDbContextFactory<BureauDbContext> contexts, TimeProvider clock)
    {
        var query = ListQuery.Parse(context.Request.QueryString.Value);
        var rows = await projects.StreamAsync(ProjectFilter.Read(query), context.RequestAborted).Take(ProjectListWorkbook.Most + 1).ToListAsync(context.RequestAborted);
        if (rows.Count > ProjectListWorkbook.Most)
            return Results.Problem($"符合条件的项目超过 {ProjectListWorkbook.Most} 个，台账太长，没有打印。请缩小条件，或者用「导出 Excel」。", statusCode: StatusCodes.Status400BadRequest);
        string narrowed;
        await using (var db = await contexts.CreateDbContextAsync(context.RequestAborted))
            narrowed = await FilterWords.TextAsync(db, query with { Columns = [] }, ProjectColumns.Export.Filters, [], context.RequestAborted);
        return await context.SendFormAsync(ProjectListWorkbook.Ledger(rows, narrowed, ChinaTime.DateOf(clock.GetUtcNow())), "项目台账.xlsx", new("export.project-ledger", $"导出项目台账（{narrowed}），{rows.Count} 项", Project.CaseKind, null));
    }

    private static async Task<IResult> PlanAsync(Guid id, HttpContext context, AnnualPlanService plans, ProjectService projects)
    {
        if (await plans.FindAsync(id, context.RequestAborted) is not { } view)
            return Results.NotFound();
        var list = await projects.ListAsync(new ProjectFilter { PlanId = id, Sort = nameof(ProjectContent.Name), Descending = false, PageSize = ProjectListWorkbook.Most }, context.RequestAborted);
        return await context.SendFormAsync(ProjectListWorkbook.Plan(view, list.Rows), $"年度建设计划表-{view.Content.Title}.xlsx", new("export.annual-plan-form", $"导出年度建设计划表「{view.Content.Title}」", AnnualPlan.CaseKind, id));
    }
}
