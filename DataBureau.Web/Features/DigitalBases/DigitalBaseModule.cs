using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.DigitalBases;

public static class DigitalBaseModule
{
    public const string Href = "/plans/bases";
    private const string MenuPolicy = "digital-base.menu";

    /// <summary>Both sides write: the county its application, the authority its records.</summary>
    private const string EditPolicy = "digital-base.edit";

    /// <summary>A rule of the jurisdiction asks for consent before a digital base is built.</summary>
    public static bool Asks(JurisdictionPolicy policy) => policy.Projects.DigitalBase is not null;

    public static void AddDigitalBases(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, DigitalBaseMove>();
        services.AddScoped<DigitalBaseCase>();
        services.AddScoped<DigitalBaseService>();
        services.AddSingleton<CaseFiles, DigitalBaseFiles>();
        services.AddSingleton<InboxSource, DigitalBaseInbox>();
        services.AddBatchActs<DigitalBaseCase, DigitalBase, DigitalBaseState, DigitalBaseAction>(DigitalBaseAction.Approve, DigitalBaseAction.OpenArgument, DigitalBaseAction.Close, DigitalBaseAction.Return);
        services.AddSingleton<CaseBook, DigitalBaseBook>();
        services.AddSingleton(new CaseKind(DigitalBase.CaseKind, "县级数字底座", id => $"{Href}/{id}"));
        services.AddSingleton(DigitalBaseCase.ConsentNumbers);
        foreach (var limit in DigitalBaseWorkflow.Limits)
            services.AddSingleton(limit);
        services.AddAuthorizationBuilder()
            .AddPolicy(MenuPolicy, p => p.RequireAuthenticatedUser().AddRequirements(new RuledPermissionRequirement(DigitalBasePermissions.View, Asks)))
            .AddPolicy(EditPolicy, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(DigitalBasePermissions.Apply, DigitalBasePermissions.Handle)));
        services.AddSingleton(new NavItem("规划管理", "县级数字底座", Href, "database", MenuPolicy, DigitalBase.CaseKind, 33));
        services.AddSingleton(new PermissionName(DigitalBasePermissions.View.Key, DigitalBasePermissions.View.Name, Role.SecurityAdmin.ChineseName()));
        services.AddSingleton(new PermissionName(EditPolicy, "填写县级数字底座申请或记录", Role.SecurityAdmin.ChineseName()));
    }

    public static void MapDigitalBases(this WebApplication app)
    {
        app.MapListExport(DigitalBaseColumns.Export);
        app.MapForm(Href + "/{id:guid}/form.xlsx", "digital-base-form", DigitalBaseWords.FormName, DigitalBasePermissions.View, FormAsync);
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext context, DigitalBaseService bases, AttachmentService attachments)
    {
        if (await bases.FindAsync(id, context.RequestAborted) is not { } view)
            return Results.NotFound();
        var files = await attachments.FindAsync(DigitalBase.CaseKind, id, context.RequestAborted);
        return await context.SendFormAsync(DigitalBaseWorkbook.Form(view, files?.Files ?? []), $"{DigitalBaseWords.FormName}-{view.Title}.xlsx",
            new("export.digital-base-form", $"导出{DigitalBaseWords.FormName}「{view.Title}」", DigitalBase.CaseKind, view.Id));
    }
}
