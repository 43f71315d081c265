using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Consultations that wait for the reader as convenor.</summary>
internal sealed class ConsultationInbox : CaseInbox<ConsultationState>
{
    public override string Kind => Consultation.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [ConsultationPermissions.Convene];

    public override string CountKey => "consultations";

    protected override string Href(Guid id) => $"/consultations/{id}";

    protected override string Act(ConsultationState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(ConsultationState state) => state switch
    {
        ConsultationState.Preparing => "备齐材料并发出",
        ConsultationState.Collecting => "截止本轮",
        ConsultationState.Summarising => "汇总并作出结论",
        ConsultationState.Meeting => "记录会议并作出结论",
        ConsultationState.Concluded => "形成纪要",
        ConsultationState.Minutes => "进入落实或归档",
        ConsultationState.FollowUp => "跟踪并完成落实",
        ConsultationState.FollowedUp => "归档",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<ConsultationState>> Waiting(InboxReader reader) =>
        reader.Db.Consultations.AsNoTracking().AwaitingConvenor(reader.Actor, reader.Db, reader.Today)
            .Select(c => new WaitingCase<ConsultationState>
            {
                Id = c.Id,
                Title = c.Content.Title,
                State = c.State,
                FromId = c.ConvenorId,
                Since = c.UpdatedAt,
                Version = c.Version,
                OrganisationId = c.ConvenorId,
                RegionCode = c.RegionCode,
                AuthorityId = c.ConvenorId,
            });
}

/// <summary>Consultations that wait for an opinion or a countersignature of the reader's unit. Each unit has a clock of its own.</summary>
internal sealed class ReplyInbox : InboxSource
{
    public override string Kind => Consultation.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [ConsultationPermissions.Answer];

    public override string CountKey => "consultations";

    public override Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) => Waiting(reader).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var bodies = reader.Actor.BodiesWith(ConsultationPermissions.Answer);
        var rows = await Waiting(reader).Join(reader.Db.Organisations, c => c.ConvenorId, o => o.Id, (c, o) => new
        {
            c.Id, c.State, c.Content.Title, From = o.Name, c.UpdatedAt, Unit = c.Units.Where(u => u.LeftAt == null && bodies.Contains(u.OrganisationId)).Select(u => (Guid?)u.Id).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new InboxItem(Kind, r.Id, r.Title, r.State == ConsultationState.Collecting ? "反馈意见" : "会签纪要", $"/consultations/{r.Id}?tab={(r.State == ConsultationState.Collecting ? ConsultationNotices.Answering : ConsultationNotices.Minutes)}", r.From, r.UpdatedAt)
        {
            Clock = r.Unit is { } unit ? (ConsultationUnit.CaseKind, unit) : null,
        })];
    }

    private static IQueryable<Consultation> Waiting(InboxReader reader) => reader.Db.Consultations.AsNoTracking().AwaitingAnswerOf(reader.Actor, reader.Db);
}

/// <summary>What consultations gave the reader's unit to do and it has not reported yet: a line for each, with its own day.</summary>
internal sealed class FollowUpInbox : InboxSource
{
    public override string Kind => Consultation.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [ConsultationPermissions.Answer];

    public override string CountKey => "consultations";

    public override Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) => Waiting(reader).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var rows = await Waiting(reader).Join(reader.Db.Consultations, f => f.ConsultationId, c => c.Id, (f, c) => new { c.Id, Item = f.Id, f.Text, f.DueOn, c.UpdatedAt, c.ConvenorId })
            .Join(reader.Db.Organisations, f => f.ConvenorId, o => o.Id, (f, o) => new { f.Id, f.Item, f.Text, f.DueOn, f.UpdatedAt, From = o.Name }).ToListAsync(cancellationToken);
        // The same words may have been given twice: the line leads to its own item.
        return [.. rows.Select(r => new InboxItem(Kind, r.Id, r.Text, "落实并办结", $"/consultations/{r.Id}?tab={ConsultationNotices.FollowUps}#{r.Item}", r.From, r.UpdatedAt) { DueOn = r.DueOn })];
    }

    private static IQueryable<ConsultationFollowUp> Waiting(InboxReader reader)
    {
        var bodies = reader.Actor.BodiesWith(ConsultationPermissions.Answer);
        var running = reader.Db.Consultations.Where(c => c.State == ConsultationState.FollowUp).Select(c => c.Id);
        return reader.Db.Set<ConsultationFollowUp>().AsNoTracking().Where(f => f.DoneAt == null && f.DroppedAt == null && bodies.Contains(f.OwnerId) && running.Contains(f.ConsultationId));
    }
}
