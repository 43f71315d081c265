using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

internal static class MeetingModule
{
    public static void AddJointMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingCase>();
        services.AddScoped<MeetingService>();
        services.AddSingleton<InboxSource, MeetingInbox>();
        services.AddSingleton<CaseBook, MeetingBook>();
        services.AddSingleton(MeetingCase.Minutes);
        services.AddSingleton(MeetingWorkflow.FollowUpLimit);
        services.AddSingleton(new CaseKind(JointMeeting.CaseKind, "联席会议", id => $"/chief-data-officers/meetings/{id}"));
        services.AddSingleton(new CaseKind(FollowUp.SubjectKind, "联席会议议定事项", id => $"/chief-data-officers/meetings/decisions/{id}"));
        services.AddSingleton<ConsultationSubjects, MeetingSubjects>();
        services.AddSingleton(new PermissionName(MeetingPermissions.View.Key, MeetingPermissions.View.Name, ChineseNames.ChineseName(Role.SecurityAdmin)));
        services.AddSingleton(new NavItem("队伍建设", "联席会议", "/chief-data-officers/meetings", "list_alt", MeetingPermissions.View.Key, "joint-meetings", 42));
    }

    public static void MapJointMeetings(this WebApplication app)
    {
        app.MapListExport(MeetingWords.Export);
        app.MapForm("/chief-data-officers/meetings/{id:guid}/form.xlsx", "joint-meeting-form", "联席会议纪要", MeetingPermissions.View, async (Guid id, HttpContext context, MeetingService meetings) =>
            await meetings.FindAsync(id, context.RequestAborted) is { } view
                ? await context.SendFormAsync(MeetingWords.Form(view), $"联席会议纪要-{view.Title}.xlsx", new("export.joint-meeting-form", $"导出联席会议纪要「{view.Title}」", JointMeeting.CaseKind, id))
                : Results.NotFound());
    }
}
