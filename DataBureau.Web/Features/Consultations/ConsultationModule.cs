using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Consultations;

public static class ConsultationModule
{
    public static void AddConsultations(this IServiceCollection services)
    {
        services.AddScoped<OrganisationMove, ConsultationMove>();
        services.AddSingleton<ReplyClocks>();
        services.AddSingleton<ConsultationPresence>();
        services.AddScoped<ConsultationCase>();
        services.AddSingleton<ConsultationReadings>();
        services.AddScoped<ConsultationService>();
        services.AddScoped<ConsultationConvening>();
        services.AddScoped<ConsultationAnswers>();
        services.AddScoped<OpinionService>();
        services.AddScoped<EscalationOffices>();
        services.AddScoped<ConsultationSettingService>();
        services.AddSingleton<ConsultationSubjects, PlanSubjects>();
        services.AddSingleton<SubjectLinks>();
        services.AddSingleton<CaseFiles, ConsultationFiles>();
        services.AddSingleton<CaseFiles, ReplyFiles>();
        services.AddSingleton<InboxSource, ConsultationInbox>();
        services.AddBatchActs<ConsultationCase, Consultation, ConsultationState, ConsultationAction>(ConsultationAction.CloseRound);
        services.AddSingleton<InboxSource, ReplyInbox>();
        services.AddSingleton<InboxSource, FollowUpInbox>();
        services.AddSingleton<CaseBook, ConsultationBook>();
        services.AddSingleton(new CaseKind(Consultation.CaseKind, "会商", id => $"/consultations/{id}"));
        services.AddSingleton(new CaseKind(ConsultationUnit.CaseKind, "会商反馈", id => $"/consultations/replies/{id}"));
        services.AddSingleton(new CaseKind(ConsultationFollowUp.CaseKind, "会商落实事项", id => $"/consultations/follow-ups/{id}"));
        services.AddSingleton(ConsultationCase.Numbers);
        services.AddSingleton(ConsultationCase.MinutesNumbers);
        services.AddSingleton(ConsultationWorkflow.ReplyLimit);
        services.AddSingleton(ConsultationWorkflow.FollowUpLimit);
        services.AddSingleton(new NavItem("项目与会商", "会商", "/consultations", "forum", ConsultationPermissions.View.Key, "consultations", 60));
        services.AddSingleton(new NavItem("系统管理", "会商设置", "/admin/consultations", "tune", AdministrationPermissions.TimeLimits.Key, Order: 942));
        var granter = ChineseNames.ChineseName(Role.SecurityAdmin);
        foreach (var permission in new[] { ConsultationPermissions.View, ConsultationPermissions.Convene, ConsultationPermissions.Answer })
            services.AddSingleton(new PermissionName(permission.Key, permission.Name, granter));
    }

    public static void MapConsultations(this WebApplication app) => app.MapConsultationFiles();
}
