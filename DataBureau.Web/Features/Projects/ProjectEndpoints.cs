using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Projects;

/// <summary>What leaves and enters the projects over plain HTTP: lists, forms, templates, uploads.</summary>
internal static class ProjectEndpoints
{
    private static readonly string[] Notes =
    [
        "1. 每行一项，从第 2 行开始填写；表头不要改动，可以调整列的顺序。",
        "2. 空单元格不会改动系统中已有的内容；再次导入同一个文件不会产生重复；文件里没有的项不会被删除。",
        "3. 代码列已设为文本格式，请不要改为数字：数字格式会丢失末位或前导零。",
    ];

    public static void MapProjectFiles(this WebApplication app)
    {
        app.MapListExport(ProjectColumns.Export);
        app.MapListExport(ProjectColumns.PlanExport);
        app.MapListExport(ComponentColumns.Export);
        app.MapProjectLists();
        app.MapForm("/projects/{id:guid}/form.xlsx", "project-form", "复用检查表", ProjectPermissions.View, ReuseAsync);
        app.MapForm("/projects/{id:guid}/data-list.xlsx", "project-data-list", "验收数据清单核对表", ProjectPermissions.View, DataListAsync);
        app.MapGet("/projects/plans/template.xlsx", (HttpContext context, CancellationToken cancellationToken) => TemplateAsync(context, cancellationToken, "项目清单", ProjectSheets.Projects, ["4. 预算以万元为单位，只填数字；建设单位填「组织机构」中的全称或统一社会信用代码。"])).RequireAuthorization(ProjectPermissions.Plan.Key);
        app.MapGet("/projects/data-template.xlsx", (HttpContext context, CancellationToken cancellationToken) => TemplateAsync(context, cancellationToken, "数据清单", ProjectSheets.Items, ["4. 拟编目录名称留空时，按数据名称预编；导入后按名称与本单位的目录条目对应。"])).RequireAuthorization(ProjectPermissions.Compile.Key);
        app.MapImportUpload("/projects/plans", ProjectPermissions.Plan.Key, ProjectImports.Plans);
        app.MapImportUpload("/projects/data", ProjectPermissions.Compile.Key, ProjectImports.DataLists);
        app.MapGet("/projects/plans/{id:guid}/import/{session:guid}/errors.xlsx", (Guid id, Guid session, HttpContext context, ImportSessions sessions, ProjectImportService import) =>
            ErrorsAsync(context, sessions, ProjectImports.Plans, session, request => import.ProjectsAsync(id, request, null, context.RequestAborted))).RequireAuthorization(ProjectPermissions.Plan.Key);
        app.MapGet("/projects/{id:guid}/data-import/{session:guid}/errors.xlsx", (Guid id, Guid session, HttpContext context, ImportSessions sessions, ProjectImportService import) =>
            ErrorsAsync(context, sessions, ProjectImports.DataLists, session, request => import.ItemsAsync(id, request, null, context.RequestAborted))).RequireAuthorization(ProjectPermissions.Compile.Key);
    }

    private static async Task<IResult> ReuseAsync(Guid id, HttpContext context, ProjectService projects) =>
        await projects.FindAsync(id, context.RequestAborted) is { } view
            ? await context.SendFormAsync(ProjectWorkbook.Reuse(view), $"复用检查表-{view.Content.Name}.xlsx", new("export.project-form", $"导出复用检查表「{view.Content.Name}」", Project.CaseKind, id)) : Results.NotFound();

    private static async Task<IResult> DataListAsync(Guid id, HttpContext context, ProjectService projects, ProjectDataService data)
    {
        if (await projects.FindAsync(id, context.RequestAborted) is not { } view
            || await data.ReadAsync(id, new ListQuery { PageSize = ProjectDataService.Limit }, context.RequestAborted) is not { } list)
            return Results.NotFound();
        return await context.SendFormAsync(ProjectWorkbook.DataList(view, list.Items), $"验收数据清单核对表-{view.Content.Name}.xlsx", new("export.project-data-list", $"导出验收数据清单核对表「{view.Content.Name}」", Project.CaseKind, id));
    }

    private static Task<IResult> TemplateAsync(HttpContext context, CancellationToken cancellationToken, string name, IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> more) =>
        context.SendXlsxAsync($"{name}导入模板.xlsx", output => SheetTemplate.WriteAsync(output, name, columns, [.. Notes, .. more], cancellationToken));

    private static async Task<IResult> ErrorsAsync(HttpContext context, ImportSessions sessions, ImportKind kind, Guid id, Func<ImportRequest, Task<(ListImportReport? Report, ImportRefusal? Refusal)>> check)
    {
        if (await sessions.FindAsync(kind, id, context.RequestAborted) is not { } session)
            return Results.NotFound();
        var request = ImportRequest.Of(session, sessions);
        var (report, refusal) = await check(request);
        return report is null || refusal is not null ? Results.Problem(refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest)
            : await context.SendXlsxAsync($"{Path.GetFileNameWithoutExtension(session.FileName)}-问题.xlsx", output => ErrorWorkbook.WriteAsync(output, request.Path, request.FileName, report.Findings, report.HeaderRows, ct: context.RequestAborted));
    }
}
