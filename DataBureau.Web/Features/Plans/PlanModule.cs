using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

public static class PlanModule
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, PlanMove>();
        services.AddScoped<PlanCase>();
        services.AddScoped<PlanService>();
        services.AddSingleton<CaseFiles, PlanFiles>();
        services.AddSingleton<InboxSource, PlanInbox>();
        services.AddBatchActs<PlanCase, Plan, PlanState, PlanAction>(PlanAction.Approve, PlanAction.Settle, PlanAction.Accept, PlanAction.Record, PlanAction.Return);
        services.AddSingleton<CaseBook, PlanBook>();
        services.AddSingleton(new CaseKind(Plan.CaseKind, "规划与备案", id => $"/plans/{id}"));
        services.AddSingleton(PlanCase.FilingNumbers);
        services.AddSingleton(new NumberHolder(Plan.CaseKind, (db, id, number) => db.Plans.Where(p => p.Id == id && p.FilingNumber == number && p.State != PlanState.Repealed).Select(p => p.Content.Title).FirstOrDefaultAsync(),
            "备案内容需要更正的，请编制单位在该件上用「变更」；规划不再执行的，用「废止」，废止后可以作废编号。"));
        foreach (var limit in PlanWorkflow.Limits)
            services.AddSingleton(limit);
        services.AddSingleton(new NavItem("规划管理", "规划与备案", "/plans", "description", PlanPermissions.View.Key, "plans", 30));
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { PlanPermissions.View, PlanPermissions.Draft })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
    }

    public static void MapPlans(this WebApplication app) => app.MapPlanFiles();
}
