using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Writes a plan, inside the caller's transaction and in pieces, so that memory does not grow with the file.</summary>
internal sealed class ImportWriter(BureauDbContext db, AuditLog audit, Actor actor, DateTimeOffset now)
{
    private const int Chunk = 1000;

    private readonly IdSequence _ids = new(now);
    private readonly Dictionary<string, Guid?> _authorities = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _regions = [];

    /// <returns>The review package.</returns>
    public async Task<Guid> WriteAsync(ImportRequest request, Organisation target, IReadOnlyList<MatchedRow> rows, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var package = new ReviewPackage
        {
            Id = Guid.CreateVersion7(now),
            Title = Cut(Path.GetFileNameWithoutExtension(request.FileName), ReviewPackage.TitleLimit),
            OrganisationId = target.Id,
            CreatedById = actor.UserId,
            CreatedAt = now,
            SourceFile = Cut(request.FileName, 260),
        };
        db.ReviewPackages.Add(package);
        var todo = rows.Where(r => r.Fate is ImportFate.New or ImportFate.Update or ImportFate.Revision).ToList();
        await CreateOrganisationsAsync(target, todo, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        var done = 0;
        foreach (var some in todo.Chunk(Chunk))
        {
            var ids = some.Where(r => r.ExistingId is not null).Select(r => r.ExistingId!.Value).ToList();
            var existing = ids.Count == 0 ? [] : await db.CatalogueEntries.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
            var revisions = some.Where(r => r.Fate == ImportFate.Revision).ToList();
            foreach (var row in revisions)
                existing[row.ExistingId!.Value].MakeRoomForRevision();
            if (revisions.Count > 0)
                await db.SaveChangesAsync(cancellationToken);
            foreach (var row in some)
                await WriteAsync(row, existing, package.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress?.Report(new ImportProgress("导入", done += some.Length, todo.Count));
        }

        return package.Id;
    }

    private async Task WriteAsync(MatchedRow row, Dictionary<Guid, CatalogueEntry> existing, Guid package, CancellationToken cancellationToken)
    {
        CatalogueEntry entry;
        switch (row.Fate)
        {
            case ImportFate.New:
                var provider = row.Row.ProviderId!.Value;
                var region = await RegionOfAsync(provider, cancellationToken);
                entry = CatalogueEntry.Draft(_ids.Next(), provider, region, await AuthorityOfAsync(region, cancellationToken), row.Row.Content, actor, now);
                db.CatalogueEntries.Add(entry);
                db.History.Add(CatalogueHistory.Created(entry, "导入", actor, now));
                break;
            case ImportFate.Revision:
                entry = existing[row.ExistingId!.Value].NextRevision(_ids.Next(), actor, now);
                db.CatalogueEntries.Add(entry);
                db.History.Add(CatalogueHistory.Created(entry, "变更", actor, now));
                Edit(entry, row.Row);
                break;
            default:
                entry = existing[row.ExistingId!.Value];
                Edit(entry, row.Row);
                break;
        }

        entry.PutInPackage(package);
    }

    private void Edit(CatalogueEntry entry, ImportRow row)
    {
        var (before, after) = (entry.Content, row.Over(entry.Content));
        if (entry.Edit(after, actor, actor.Holds(CataloguePermissions.Compile, entry.Location) ? CataloguePermissions.Compile : CataloguePermissions.ImportForRegion, now) is { } refusal)
            throw new InvalidOperationException($"The plan let through what the entry refuses: {refusal.Code}.");
        db.History.Add(CatalogueHistory.Edited(entry, CatalogueFields.Differences(before, after).Select(f => f.Title), actor, now));
    }

    /// <summary>Registers the unknown providers of the rows that come in, with a provisional code that cannot pass for a 统一社会信用代码.</summary>
    private async Task CreateOrganisationsAsync(Organisation target, List<MatchedRow> todo, CancellationToken cancellationToken)
    {
        var unknown = todo.Where(r => r.Row.ProviderId is null).GroupBy(r => NameKey.Of(r.Row.ProviderName), StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return;
        var provisional = await ProvisionalCodes.OpenAsync(db, target.RegionCode, cancellationToken);
        foreach (var rows in unknown)
        {
            var given = rows.Select(r => r.Row.ProviderCode).FirstOrDefault(c => c is { Length: 18 });
            var organisation = new Organisation
            {
                Id = _ids.Next(),
                Code = given ?? provisional.Next(),
                Name = rows.First().Row.ProviderName!,
                NameKey = rows.Key,
                Kind = OrganisationKind.GovernmentDepartment,
                RegionCode = target.RegionCode,
                CodeOverrideReason = given is not null && UnifiedSocialCreditCode.Check(given) is { } finding ? $"由导入文件带入：{Domain.ChineseNames.ChineseName(finding)}" : null,
            };
            OrganisationCase.Register(db, audit, actor, organisation, now);
            _regions[organisation.Id] = organisation.RegionCode;
            foreach (var row in rows)
                row.Row.ProviderId = organisation.Id;
        }
    }

    private async Task<string> RegionOfAsync(Guid provider, CancellationToken cancellationToken) =>
        _regions.TryGetValue(provider, out var region) ? region : _regions[provider] = await db.Organisations.Where(o => o.Id == provider).Select(o => o.RegionCode).SingleAsync(cancellationToken);

    private async Task<Guid?> AuthorityOfAsync(string region, CancellationToken cancellationToken) =>
        _authorities.TryGetValue(region, out var authority) ? authority : _authorities[region] = await DataAuthorities.ForAsync(db, region, cancellationToken);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
