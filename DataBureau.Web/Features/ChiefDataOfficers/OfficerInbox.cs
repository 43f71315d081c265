using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Appointments that wait for the unit or the receiving office, terms that end soon, and posts of the own unit that stand empty.</summary>
internal sealed class OfficerInbox(PolicyLibrary policies) : CaseInbox<OfficerState>
{
    public override string Kind => OfficerAppointment.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [OfficerPermissions.Nominate, OfficerPermissions.Appoint, OfficerPermissions.Receive];

    public override string CountKey => "officers";

    protected override string Href(Guid id) => $"/chief-data-officers/{id}";

    protected override string Act(OfficerState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(OfficerState state) => state switch
    {
        OfficerState.Nominated => "核对并任命",
        OfficerState.Appointed => "上传任命文件并报备",
        OfficerState.PendingFiling => "受理报备",
        OfficerState.Supplementing => "补正报送",
        OfficerState.Accepted => "办结备案",
        OfficerState.FilingRefused => "处理后重新报备",
        OfficerState.Removed => "知悉免去",
        OfficerState.Filed => "任期届满，办理期满或延任",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<OfficerState>> Waiting(InboxReader reader) =>
        reader.Db.Officers.AsNoTracking().WaitingFor(reader.Actor, reader.Db, reader.Today).Titled().Select(t => new WaitingCase<OfficerState>
        {
            Id = t.Officer.Id,
            Title = t.Title,
            State = t.Officer.State,
            FromId = t.Officer.RecipientId != null && (t.Officer.State == OfficerState.Supplementing || t.Officer.State == OfficerState.FilingRefused) ? t.Officer.RecipientId.Value : t.Officer.OrganisationId,
            Since = t.Officer.UpdatedAt,
            Version = t.Officer.Version,
            OrganisationId = t.Officer.OrganisationId,
            RegionCode = t.Officer.RegionCode,
            AuthorityId = t.Officer.RecipientId,
            IsStranded = (t.Officer.State == OfficerState.PendingFiling || t.Officer.State == OfficerState.Accepted) && reader.Db.Organisations.Any(o => o.Id == t.Officer.RecipientId && o.AbolishedAt != null),
        });

    public override async Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) =>
        await base.CountAsync(reader, cancellationToken) + (reader.Actor.BodiesWith(OfficerPermissions.Nominate) is { Count: > 0 } bodies
            ? (await UnitPostService.VacanciesAsync(reader.Db, policies, bodies, cancellationToken)).Count + await Ending(reader, bodies).CountAsync(cancellationToken)
            : 0);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var items = await base.ItemsAsync(reader, cancellationToken);
        var bodies = reader.Actor.BodiesWith(OfficerPermissions.Nominate);
        if (bodies.Count == 0)
            return items;
        var vacant = await UnitPostService.VacanciesAsync(reader.Db, policies, bodies, cancellationToken);
        var ending = await Ending(reader, bodies).GroupBy(a => a.OrganisationId).Select(g => new { g.Key, Count = g.Count(), First = g.Min(a => a.Content.TermEndsOn) })
            .Join(reader.Db.Organisations, g => g.Key, o => o.Id, (g, o) => new { g.Count, g.First, o.Name }).ToListAsync(cancellationToken);
        return
        [
            .. items,
            .. vacant.Select(v => new InboxItem(Kind, null, $"{v.Post.ChineseName()}岗位空缺", "提名人选", $"/chief-data-officers/new?unit={v.UnitId}&post={v.Post}", v.UnitName, v.LastDay is { } day ? ChinaTime.StartOf(day) : null)),
            .. ending.Select(e => new InboxItem(Kind, null, $"{OfficerFilter.ExpiringDays} 天内任期届满的人员", "办理延任或变更", $"/chief-data-officers/roster?view={RosterView.Expiring}", e.Name, e.First is { } first ? ChinaTime.StartOf(first.AddDays(-OfficerFilter.ExpiringDays)) : null) { Count = e.Count, DueOn = e.First }),
        ];
    }

    /// <summary>Not over yet: what is over waits as a case of its own.</summary>
    private static IQueryable<OfficerAppointment> Ending(InboxReader reader, IReadOnlyList<Guid> bodies) =>
        reader.Db.Officers.AsNoTracking().Where(a => bodies.Contains(a.OrganisationId) && a.Content.TermEndsOn > reader.Today).EndingBy(reader.Today.AddDays(OfficerFilter.ExpiringDays));
}
