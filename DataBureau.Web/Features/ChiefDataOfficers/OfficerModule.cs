using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.ChiefDataOfficers.Training;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.ChiefDataOfficers;

public static class OfficerModule
{
    public static void AddChiefDataOfficers(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, OfficerMove>();
        services.AddScoped<OrganisationMove, EvaluationMove>();
        services.AddScoped<OrganisationMove, IndicatorMove>();
        services.AddScoped<OrganisationMove, MeetingMove>();
        services.AddScoped<OfficerCase>();
        services.AddScoped<OfficerService>();
        services.AddScoped<CoverageService>();
        services.AddScoped<UnitPostService>();
        services.AddScoped<RosterImportService>();
        services.AddOfficerEvaluation();
        services.AddJointMeetings();
        services.AddOfficerTraining();
        services.AddScoped<OfficerSchemeService>();
        services.AddSingleton<CaseFiles, OfficerFiles>();
        services.AddSingleton<InboxSource, OfficerInbox>();
        services.AddBatchActs<OfficerCase, OfficerAppointment, OfficerState, OfficerAction>(OfficerAction.Accept, OfficerAction.Record);
        services.AddSingleton<CaseBook, OfficerBook>();
        services.AddSingleton(new CaseKind(OfficerAppointment.CaseKind, "首席数据官", id => $"/chief-data-officers/{id}"));
        services.AddSingleton(OfficerCase.FilingNumbers);
        foreach (var limit in OfficerWorkflow.Limits)
            services.AddSingleton(limit);
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { OfficerPermissions.View, OfficerPermissions.Nominate, OfficerPermissions.Import, AdministrationPermissions.OfficerScheme })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
        services.AddSingleton(new NavItem("队伍建设", "首席数据官", "/chief-data-officers", "badge", OfficerPermissions.View.Key, "officers", 40));
        services.AddSingleton(new NavItem("系统管理", "岗位设置方案", "/admin/officer-scheme", "account_tree", AdministrationPermissions.OfficerScheme.Key, Order: 942));
    }

    public static void MapChiefDataOfficers(this WebApplication app)
    {
        app.MapOfficerFiles();
        app.MapRosterImport();
        app.MapOfficerEvaluation();
        app.MapJointMeetings();
        app.MapOfficerTraining();
    }
}
