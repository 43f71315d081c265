using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Projects;

public static class ProjectModule
{
    public static void AddProjects(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, ProjectMove>();
        services.AddScoped<OrganisationMove, AnnualPlanMove>();
        services.AddScoped<OrganisationMove, ComponentMove>();
        services.AddScoped<ProjectCase>();
        services.AddScoped<ProjectService>();
        services.AddScoped<ProjectDataService>();
        services.AddScoped<ProjectImportService>();
        services.AddScoped<AnnualPlanCase>();
        services.AddScoped<AnnualPlanService>();
        services.AddScoped<AnnualPlanListService>();
        services.AddScoped<ComponentService>();
        services.AddSingleton<CaseFiles, ProjectFiles>();
        services.AddSingleton<CaseFiles, AnnualPlanFiles>();
        services.AddSingleton<InboxSource, ProjectInbox>();
        services.AddSingleton<InboxSource, AnnualPlanInbox>();
        services.AddBatchActs<ProjectCase, Project, ProjectState, ProjectAction>(ProjectAction.Approve, ProjectAction.Archive, ProjectAction.Return);
        services.AddBatchActs<AnnualPlanCase, AnnualPlan, AnnualPlanState, AnnualPlanAction>(AnnualPlanAction.Approve, AnnualPlanAction.Return);
        services.AddSingleton<CaseBook, ProjectBook>();
        services.AddSingleton<CaseBook, AnnualPlanBook>();
        services.AddSingleton<ConsultationSubjects, ProjectSubjects>();
        services.AddSingleton<ConsultationSubjects, AnnualPlanSubjects>();
        services.AddSingleton(new CaseKind(Project.CaseKind, "项目", id => $"/projects/{id}"));
        services.AddSingleton(new CaseKind(AnnualPlan.CaseKind, "年度建设计划", id => $"/projects/plans/{id}"));
        services.AddSingleton(ProjectCase.ReplyNumbers);
        foreach (var limit in ProjectWorkflow.Limits)
            services.AddSingleton(limit);
        services.AddSingleton(new NavItem("项目与会商", "项目", "/projects", "work", ProjectPermissions.View.Key, "projects", 40));
        services.AddSingleton(new NavItem("项目与会商", "年度建设计划", "/projects/plans", "event", ProjectPermissions.View.Key, AnnualPlan.CaseKind, 41));
        services.AddSingleton(new NavItem("项目与会商", "共性平台与组件", "/projects/components", "account_tree", ProjectPermissions.View.Key, Order: 42));
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { ProjectPermissions.View, ProjectPermissions.Compile, ProjectPermissions.Plan })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
    }

    public static void MapProjects(this WebApplication app) => app.MapProjectFiles();
}
