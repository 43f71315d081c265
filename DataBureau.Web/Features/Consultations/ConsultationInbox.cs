using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Consultations that wait for an opinion or a countersignature of the reader's unit, or for the reader as convenor.</summary>
internal sealed class ConsultationInbox : InboxSource
{
    public override string CountKey => "consultations";

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var tasks = new List<InboxTask>();
        if (actor.Holds(ConsultationPermissions.Answer))
        {
            var rows = await ItemsAsync(db.Consultations.AsNoTracking().AwaitingAnswerOf(actor, db), db, cancellationToken);
            Add(tasks, "会商待反馈", "邀请本单位会商的事项，逐项表态后提交。", ConsultationFilter.Answer, [.. rows.Where(r => r.State == ConsultationState.Collecting)]);
            Add(tasks, "会商纪要待会签", "已形成的会商纪要，核对后会签。", ConsultationFilter.Answer, [.. rows.Where(r => r.State == ConsultationState.Minutes)]);
        }

        if (actor.Holds(ConsultationPermissions.Convene))
            foreach (var group in (await ItemsAsync(db.Consultations.AsNoTracking().AwaitingConvenor(actor, db), db, cancellationToken)).GroupBy(r => r.State).OrderBy(g => g.Key))
                Add(tasks, $"会商{group.Key.ChineseName()}", "本单位组织的会商，等待办理下一步。", ConsultationFilter.Act, [.. group]);
        return tasks;
    }

    private static void Add(List<InboxTask> tasks, string title, string what, string view, List<Row> rows)
    {
        if (rows.Count > 0)
            tasks.Add(new InboxTask(title, what, $"/consultations?view={view}&state={rows[0].State}", rows.Count, [.. rows.Take(Shown).Select(r => new InboxItem($"/consultations/{r.Id}{(view == ConsultationFilter.Answer && r.State == ConsultationState.Collecting ? "?tab=mine" : null)}", r.Title, r.Body, r.UpdatedAt))], false));
    }

    private static Task<List<Row>> ItemsAsync(IQueryable<Consultation> consultations, BureauDbContext db, CancellationToken cancellationToken) =>
        consultations.OrderBy(c => c.UpdatedAt).ThenBy(c => c.Id).Join(db.Organisations, c => c.ConvenorId, o => o.Id, (c, o) => new Row(c.Id, c.State, c.Content.Title, o.Name, c.UpdatedAt)).ToListAsync(cancellationToken);

    private sealed record Row(Guid Id, ConsultationState State, string Title, string Body, DateTimeOffset UpdatedAt);
}
