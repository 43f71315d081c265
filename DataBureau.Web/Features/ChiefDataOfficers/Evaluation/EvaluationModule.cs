using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Indicators and evaluations: what they register and what leaves them over plain HTTP.</summary>
internal static class EvaluationModule
{
    public static void AddOfficerEvaluation(this IServiceCollection services)
    {
        services.AddScoped<IndicatorSetCase>();
        services.AddScoped<IndicatorSetService>();
        services.AddScoped<EvaluationCase>();
        services.AddScoped<EvaluationService>();
        services.AddSingleton<CaseFiles, EvaluationFiles>();
        services.AddSingleton<InboxSource, EvaluationInbox>();
        services.AddBatchActs<EvaluationCase, OfficerEvaluation, EvaluationState, EvaluationAction>(EvaluationAction.Return);
        services.AddSingleton<CaseBook, EvaluationBook>();
        services.AddSingleton(new CaseKind(OfficerEvaluation.CaseKind, "履职评价", id => $"/chief-data-officers/evaluations/{id}"));
        services.AddSingleton(new CaseKind(IndicatorSet.CaseKind, "评价指标", id => $"/chief-data-officers/indicators/{id}"));
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { EvaluationPermissions.View, EvaluationPermissions.Indicators })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
        services.AddSingleton(new NavItem("队伍建设", "履职评价", "/chief-data-officers/evaluations", "fact_check", EvaluationPermissions.View.Key, "officer-evaluations", 41));
    }

    public static void MapOfficerEvaluation(this WebApplication app)
    {
        app.MapListExport(EvaluationColumns.Export);
        app.MapListExport(EvaluationColumns.SetsExport);
        app.MapForm("/chief-data-officers/evaluations/{id:guid}/form.xlsx", "officer-evaluation-form", EvaluationWorkbook.FormName, EvaluationPermissions.View, async (Guid id, HttpContext context, EvaluationService evaluations) =>
            await evaluations.FindAsync(id, context.RequestAborted) is { } view
                ? await context.SendFormAsync(EvaluationWorkbook.Form(view), $"{EvaluationWorkbook.FormName}-{view.PersonName}-{view.Year}.xlsx", new("export.officer-evaluation-form", $"导出{EvaluationWorkbook.FormName}「{view.Title}」", OfficerEvaluation.CaseKind, id))
                : Results.NotFound());
        app.MapForm("/chief-data-officers/indicators/{id:guid}/form.xlsx", "indicator-set-form", EvaluationWorkbook.IndicatorsName, EvaluationPermissions.Indicators, async (Guid id, HttpContext context, IndicatorSetService sets) =>
            await sets.FindAsync(id, context.RequestAborted) is { } view
                ? await context.SendFormAsync(EvaluationWorkbook.Indicators(view), $"{EvaluationWorkbook.IndicatorsName}-{view.Title}.xlsx", new("export.indicator-set-form", $"导出{EvaluationWorkbook.IndicatorsName}「{view.Title}」", IndicatorSet.CaseKind, id))
                : Results.NotFound());
    }
}
