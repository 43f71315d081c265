using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

internal static class TrainingModule
{
    public static void AddOfficerTraining(this IServiceCollection services)
    {
        services.AddScoped<TrainingService>();
        services.AddSingleton<CaseFiles, TrainingFiles>();
        services.AddSingleton(new CaseKind(TrainingRecord.CaseKind, "培训记录", id => $"/chief-data-officers/training/{id}"));
        services.AddSingleton(new PermissionName(TrainingPermissions.View.Key, TrainingPermissions.View.Name, ChineseNames.ChineseName(Role.SecurityAdmin)));
        services.AddSingleton(new NavItem("队伍建设", "数据官培训", "/chief-data-officers/training", "history", TrainingPermissions.View.Key, Order: 43));
    }

    public static void MapOfficerTraining(this WebApplication app) => app.MapListExport(TrainingColumns.Export);
}
