using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>A change with its bodies read and everything that stands in its way.</summary>
/// <param name="Named">All bodies that it names, tracked.</param>
/// <param name="Shift">What changes hands; null for a change of name.</param>
/// <param name="NewBody">The body that is to be made.</param>
internal sealed record ReadChange(OrganisationChange Change, IReadOnlyList<Organisation> Named, Organisation? Successor, Organisation? NewBody, OrganisationShift? Shift, IReadOnlyList<MoveLine> Lines, Refusal? Refusal)
{
    /// <summary>What may be given another name, whether or not one has been given yet.</summary>
    public IReadOnlyList<RenamableCase> Renamable { get; init; } = [];

    public Organisation Subject => Named.First(o => o.Id == Change.OrganisationId);
}

/// <summary>Reads a change and says what it would do: the preview and the act begin with the same.</summary>
internal sealed class OrganisationChangeCase(IEnumerable<OrganisationMove> moves)
{
    public IReadOnlyList<OrganisationMove> Moves { get; } = [.. moves.OrderBy(m => m.Order)];

    /// <returns>Null when the actor may not see the body that it begins with.</returns>
    public async Task<ReadChange?> ReadAsync(BureauDbContext db, Actor actor, OrganisationChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        change = change.Tidy();
        if (await OrganisationCase.LoadAsync(db, actor, change.OrganisationId, cancellationToken) is not { } subject)
            return null;
        var ids = change.Others.Append(change.SuccessorId ?? change.OrganisationId).ToList();
        var others = await db.Organisations.Where(o => EF.Parameter(ids).Contains(o.Id) && o.Id != subject.Id).ToListAsync(cancellationToken);
        List<Organisation> named = [subject, .. others.Where(o => o != subject).OrderBy(o => o.Code, StringComparer.Ordinal)];
        var successor = change.SuccessorId is { } id ? named.Find(o => o.Id == id) : null;
        List<Refusal> refusals =
        [
            .. OrganisationChangeRules.Check(change, new OrganisationChangeBodies(named, successor), ChinaTime.DateOf(now)),
            .. named.Where(o => !actor.Holds(AdministrationPermissions.Organisations, GrantRules.LocationOf(o))).Select(o => OrganisationChangeRefusals.OutOfReach(o.Name)),
        ];
        if (change.Kind == OrganisationChangeKind.Rename)
        {
            if (refusals.Count == 0 && await OrganisationCase.NameTakenAsync(db, change.NewName!, subject.RegionCode, subject.Id) is { } taken)
                refusals.Add(taken);
            return new ReadChange(change, named, null, null, null, [], OrganisationRefusals.All(refusals, "办理"));
        }

        var newBody = change is { Kind: OrganisationChangeKind.Merge, SuccessorId: null, NewName: not null } && refusals.Count == 0 ? await NewBodyAsync(db, change, named, refusals, now, cancellationToken) : null;
        var sources = named.Where(o => change.Sources.Contains(o.Id)).ToList();
        var shift = new OrganisationShift(sources, successor ?? newBody, change.Kind == OrganisationChangeKind.Transfer ? change.Duties : null) { NewNames = change.NewNames };
        var lines = await CountAsync(db, shift, cancellationToken);
        if (change.Kind == OrganisationChangeKind.Abolish && shift.To is null && lines.Where(l => l.IsWork).Sum(l => l.Count) is > 0 and var open)
            refusals.Add(OrganisationChangeRefusals.SuccessorNeeded(subject.Name, open));
        if (await ClashesAsync(db, shift, cancellationToken) is { Count: > 0 } clashes)
            refusals.Add(OrganisationChangeRefusals.Clashes(clashes));
        var renamable = new List<RenamableCase>();
        foreach (var move in Moves)
            renamable.AddRange(await move.RenamableAsync(db, shift, cancellationToken));
        return new ReadChange(change, named, successor, newBody, shift, lines, OrganisationRefusals.All(refusals, "办理")) { Renamable = renamable };
    }

    /// <summary>What a body has to do now, area by area.</summary>
    public async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var lines = new List<MoveLine>();
        foreach (var move in Moves)
            lines.AddRange(await move.CountAsync(db, shift, cancellationToken));
        return lines;
    }

    private async Task<IReadOnlyList<RefusalDetail>> ClashesAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var clashes = new List<RefusalDetail>();
        foreach (var move in Moves)
            clashes.AddRange(await move.ClashesAsync(db, shift, cancellationToken));
        return clashes;
    }

    /// <summary>Its name may be that of a body which ends with it, and of no other.</summary>
    private static async Task<Organisation> NewBodyAsync(BureauDbContext db, OrganisationChange change, IReadOnlyList<Organisation> named, List<Refusal> refusals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var content = OrganisationChangeRules.NewBody(change, named);
        var (key, ids) = (Domain.Catalogue.Import.NameKey.Of(content.Name), named.Select(o => o.Id).ToList());
        if (await db.Organisations.AsNoTracking().Where(o => o.RegionCode == content.RegionCode && o.NameKey == key && o.AbolishedAt == null && !EF.Parameter(ids).Contains(o.Id)).Select(o => o.Name).FirstOrDefaultAsync(cancellationToken) is { } other)
            refusals.Add(OrganisationRefusals.NameTaken(other, "本行政区划"));
        return OrganisationRules.Create(Guid.CreateVersion7(now), content, (await ProvisionalCodes.OpenAsync(db, content.RegionCode, cancellationToken)).Next());
    }
}
