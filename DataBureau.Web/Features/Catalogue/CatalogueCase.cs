using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The catalogue's part in the runner.</summary>
public sealed class CatalogueCase(PolicyLibrary policies, DeadlineReader deadlines, TimeProvider clock) : CaseRules<CatalogueEntry, CatalogueState, CatalogueAction>
{
    public override string Kind => CatalogueEntry.Kind;

    public override WorkflowTable<CatalogueState, CatalogueAction, CatalogueEntry> Table => CatalogueWorkflow.Table;

    public override async Task<CatalogueEntry?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.CatalogueEntries.FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (entry is { AuthorityId: null })
            entry.SendTo(await DataAuthorities.ForAsync(db, entry.RegionCode, cancellationToken));
        return entry;
    }

    public override bool IsVisible(CatalogueEntry subject, Actor actor) => actor.Holds(CataloguePermissions.View, subject.Location);

    public override int VersionOf(CatalogueEntry subject) => subject.Version;

    public override CatalogueState StateOf(CatalogueEntry subject) => subject.State;

    public override string TitleOf(CatalogueEntry subject) => subject.Content.Name;

    public override CaseLocation LocationOf(CatalogueEntry subject) => subject.Location;

    public override ImmutableArray<ClockRule<CatalogueState>> ClocksOf(CatalogueEntry subject) => CatalogueClocks.All;

    public override Decision<CatalogueState> Act(CatalogueEntry subject, CatalogueAction action, string? comment, GuardContext context)
    {
        var decision = subject.Act(action, context.Actor, comment, context.Policy, context.Now);
        if (decision is Decision<CatalogueState>.Accepted && action == CatalogueAction.Revise)
            subject.MakeRoomForRevision();
        return decision;
    }

    public override async Task<string?> AfterAsync(BureauDbContext db, CatalogueEntry subject, CatalogueAction action, Actor actor, DateTimeOffset now)
    {
        switch (action)
        {
            case CatalogueAction.Revise:
                var next = subject.NextRevision(Guid.CreateVersion7(now), actor, now);
                db.CatalogueEntries.Add(next);
                db.History.Add(CatalogueHistory.Created(next, "变更", actor, now));
                return $"已为「{subject.Content.Name}」建立第 {next.Revision} 版草稿，已发布的版本在新版发布前保持不变。";
            case CatalogueAction.Publish when subject.Revision > 1:
                var before = await db.CatalogueEntries.Where(e => e.LineageId == subject.LineageId && e.State == CatalogueState.Published && e.Id != subject.Id).ToListAsync();
                foreach (var entry in before)
                {
                    entry.Supersede(now);
                    db.History.Add(CatalogueHistory.Superseded(entry, subject.Revision, actor, now));
                }

                return null;
            case CatalogueAction.Discard when subject.Revision > 1:
                var published = await db.CatalogueEntries.Where(e => e.LineageId == subject.LineageId && e.State == CatalogueState.Published).ToListAsync();
                published.ForEach(e => e.BecomeHeadAgain());
                return null;
            default:
                return null;
        }
    }

    /// <summary>The view of the case page.</summary>
    public async Task<CatalogueDetailView> ProjectAsync(BureauDbContext db, CatalogueEntry subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.ProviderId || o.Id == subject.AuthorityId).ToDictionaryAsync(o => o.Id, cancellationToken);
        var lineage = await db.CatalogueEntries.AsNoTracking().Where(e => e.LineageId == subject.LineageId).OrderByDescending(e => e.Revision).ToListAsync(cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        var package = subject.PackageId is { } p ? await db.ReviewPackages.AsNoTracking().Where(x => x.Id == p).Select(x => x.Title).FirstOrDefaultAsync(cancellationToken) : null;
        var before = lineage.Where(e => e.Revision < subject.Revision && e.State is CatalogueState.Published or CatalogueState.Superseded).MaxBy(e => e.Revision);
        var provider = organisations[subject.ProviderId];
        return new CatalogueDetailView(
            subject.Id, subject.Version, subject.State, subject.Revision, subject.ProviderId, provider.Name, provider.Code,
            subject.AuthorityId is { } a ? organisations[a].Name : null, subject.PackageId, package, subject.Content, before?.Content, policy,
            CatalogueCheck.Findings(subject.Content, policy),
            CatalogueWorkflow.Table.Permitted(subject, new GuardContext(actor, policy, clock.GetUtcNow())),
            CatalogueWorkflow.IsEditable(subject.State) && actor.Holds(CataloguePermissions.Compile, subject.Location),
            history, [.. lineage.Select(e => new RevisionLink(e.Id, e.Revision, e.State, e.UpdatedAt))], subject.UpdatedAt,
            await deadlines.OfCaseAsync(db, Kind, subject.Id, cancellationToken))
        {
            AttachmentCount = await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken),
        };
    }
}
