using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Import;

internal sealed record MatchedRow(ImportRow Row, ImportFate Fate, Guid? ExistingId);

/// <summary>Finds, for rows whose provider is known, the entry they mean: by code, else by name. Same file again: nothing to do.</summary>
internal sealed class ImportMatcher(BureauDbContext db, List<ImportError> errors)
{
    private const int Chunk = 500;
    private const string NameTitle = "信息资源名称";
    private const string CodeTitle = "信息资源代码";

    private readonly Dictionary<(Guid, string), Known> _byName = [];
    private readonly Dictionary<(Guid, string), Known> _byCode = [];

    private sealed record Known(Guid Id, Guid ProviderId, string NameKey, string? Code, CatalogueState State);

    public async Task<IReadOnlyList<MatchedRow>> MatchAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        RejectTwins(rows, r => r.NameKey, "DuplicateName", NameTitle, r => r.Content.Name, "名称相同（忽略标点和空格）");
        RejectTwins(rows.Where(r => r.Content.Code is not null), r => r.Content.Code!, "DuplicateCode", CodeTitle, r => r.Content.Code!, "代码相同");
        await LoadKnownAsync([.. rows.Where(r => r.ProviderId is not null).Select(r => r.ProviderId!.Value).Distinct()], cancellationToken);

        var matched = rows.Select(r => r.HasError ? (Row: r, Known: null) : (Row: r, Known: Find(r))).ToList();
        RejectSameEntry(matched.Where(m => m.Known is not null && !m.Row.HasError).GroupBy(m => m.Known!.Id, m => m.Row).Where(g => g.Count() > 1));
        var changed = await ChangedAsync([.. matched.Where(m => m.Known is not null && !m.Row.HasError).Select(m => (m.Row, m.Known!.Id))], cancellationToken);
        return [.. matched.Select(m => new MatchedRow(m.Row, Fate(m.Row, m.Known, changed), m.Known?.Id))];
    }

    private void RejectTwins(IEnumerable<ImportRow> rows, Func<ImportRow, string> key, string code, string title, Func<ImportRow, string> value, string what)
    {
        var first = new Dictionary<(object, string), ImportRow>();
        var told = new HashSet<ImportRow>();
        foreach (var row in rows.Where(r => r.NameKey.Length > 0))
        {
            // Unknown providers are told apart by their words: they become organisations of those names.
            var place = ((object?)row.ProviderId ?? NameKey.Of(row.ProviderName), key(row));
            if (first.TryAdd(place, row))
                continue;
            var other = first[place];
            Reject(row, other);
            if (told.Add(other))
                Reject(other, row);
        }

        void Reject(ImportRow row, ImportRow twin)
        {
            row.HasError = true;
            errors.Add(new ImportError(row.Sheet, row.Number, null, title, value(row), code, $"与{(twin.Sheet == row.Sheet ? string.Empty : $"工作表「{twin.Sheet}」")}第 {twin.Number} 行是同一提供方且{what}。请合并，或改成能区分的内容。"));
        }
    }

    /// <summary>One row finds the entry by its code, another by its name: whichever came second would undo the first.</summary>
    private void RejectSameEntry(IEnumerable<IEnumerable<ImportRow>> claims)
    {
        foreach (var rows in claims.Select(c => c.ToList()))
            foreach (var row in rows)
                Reject(row, "SameEntry", $"与{string.Join('、', rows.Where(r => r != row).Select(r => $"第 {r.Number} 行"))}指的是同一条已有目录（一处代码相同，一处名称相同）。请合并成一行，或更正代码。");
    }

    private async Task LoadKnownAsync(IReadOnlyList<Guid> providers, CancellationToken cancellationToken)
    {
        foreach (var some in providers.Chunk(Chunk))
        {
            var known = db.CatalogueEntries.AsNoTracking().Where(e => e.IsHead && some.Contains(e.ProviderId)).Select(e => new Known(e.Id, e.ProviderId, e.NameKey, e.Code, e.State));
            await foreach (var entry in known.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                _byName[(entry.ProviderId, entry.NameKey)] = entry;
                if (entry.Code is not null)
                    _byCode[(entry.ProviderId, entry.Code)] = entry;
            }
        }
    }

    private Known? Find(ImportRow row)
    {
        if (row.ProviderId is not { } provider)
            return null;
        var byName = _byName.GetValueOrDefault((provider, row.NameKey));
        if (row.Content.Code is not { } code)
            return byName;
        if (_byCode.GetValueOrDefault((provider, code)) is { } byCode)
            return byName is null || byName.Id == byCode.Id ? byCode : Reject(row, "NameTaken", $"本单位另一条目录（代码 {byName.Code ?? "未编"}）已使用名称「{row.Content.Name}」。请核对代码和名称。");
        return byName is { Code: not null }
            ? Reject(row, "CodeDiffers", $"本单位已有同名目录，代码是 {byName.Code}，与本行的 {code} 不同。请核对。")
            : byName;
    }

    private Known? Reject(ImportRow row, string code, string sentence)
    {
        row.HasError = true;
        errors.Add(new ImportError(row.Sheet, row.Number, null, NameTitle, row.Content.Name, code, sentence));
        return null;
    }

    /// <summary>The entries whose content the row would change. Read in pieces: a listing may hold a hundred thousand.</summary>
    private async Task<HashSet<Guid>> ChangedAsync(IReadOnlyList<(ImportRow Row, Guid Id)> candidates, CancellationToken cancellationToken)
    {
        var changed = new HashSet<Guid>();
        foreach (var some in candidates.Chunk(Chunk))
        {
            var ids = some.Select(c => c.Id).ToList();
            var contents = await db.CatalogueEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Content }).ToDictionaryAsync(e => e.Id, e => e.Content, cancellationToken);
            changed.UnionWith(some.Where(c => c.Row.Over(contents[c.Id]) != contents[c.Id]).Select(c => c.Id));
        }

        return changed;
    }

    private ImportFate Fate(ImportRow row, Known? known, HashSet<Guid> changed)
    {
        if (!row.HasError && CatalogueLimits.Check(row.Content) is { } limit)
            Reject(row, limit.Code, limit.Sentence);
        if (row.HasError)
            return ImportFate.Rejected;
        if (known is null)
            return ImportFate.New;
        if (!changed.Contains(known.Id))
            return ImportFate.Unchanged;
        if (CatalogueWorkflow.IsEditable(known.State))
            return ImportFate.Update;
        if (known.State == CatalogueState.Published)
            return ImportFate.Revision;
        Reject(row, "NotEditable", $"本单位的目录「{row.Content.Name}」当前状态是「{known.State.ChineseName()}」，不能用导入修改。请等它办结，或先撤回。");
        return ImportFate.Rejected;
    }
}
