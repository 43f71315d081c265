using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Consultations;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>What a meeting decided can be consulted on, once its minutes are issued. No rule asks for it: it is always by choice.</summary>
internal sealed class MeetingSubjects : ConsultationSubjects
{
    public static readonly MeetingState[] Decided = [MeetingState.MinutesIssued, MeetingState.FollowingUp, MeetingState.Closed];

    public override string Kind => FollowUp.SubjectKind;

    public override async Task<SubjectFound?> FindAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (from m in MeetingCase.VisibleTo(db, actor, MeetingPermissions.View)
                           join f in db.Set<FollowUp>() on m.Id equals f.MeetingId
                           where f.Id == id && Decided.Contains(m.State)
                           select new { m.Title, f.What }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new SubjectFound(Cut($"{found.Title}议定事项：{found.What}", Consultation.LineLimit), null);
    }

    public override Task<bool> IsVisibleAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        MeetingCase.VisibleTo(db, actor, MeetingPermissions.View).Join(db.Set<FollowUp>(), m => m.Id, f => f.MeetingId, (m, f) => f.Id).AnyAsync(f => f == id, cancellationToken);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
