using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Import;

internal sealed record MatchedRow(ImportRow Row, ImportFate Fate, Guid? ExistingId);

/// <summary>Finds, for rows whose provider is known, the entry they mean: by code, else by name. Same file again: nothing to do.</summary>
internal sealed class ImportMatcher(BureauDbContext db, WorkbookReading reading)
{
    private const int Chunk = 500;

    private readonly Dictionary<(Guid, string), Known> _byName = [];
    private readonly Dictionary<(Guid, string), Known> _byCode = [];
    private readonly HashSet<ImportRow> _twins = [];

    private sealed record Known(Guid Id, Guid ProviderId, string NameKey, string? Code, CatalogueState State);

    public async Task<IReadOnlyList<MatchedRow>> MatchAsync(CancellationToken cancellationToken)
    {
        var rows = reading.Rows;
        RejectTwins(rows, r => r.NameKey, "DuplicateName", CatalogueField.Name, r => r.Content.Name, "名称相同（忽略标点和空格）");
        RejectTwins(rows.Where(r => r.Content.Code is not null), r => r.Content.Code!, "DuplicateCode", CatalogueField.Code, r => r.Content.Code!, "代码相同");
        await LoadKnownAsync([.. rows.Where(r => r.ProviderId is not null).Select(r => r.ProviderId!.Value).Distinct()], cancellationToken);

        // Rows with errors are matched too, as far as they can be read: what is wrong with them beyond that is not to wait for the next round.
        var matched = rows.Select(r => (Row: r, Known: Find(r))).ToList();
        RejectSameEntry(matched.Where(m => m.Known is not null && !_twins.Contains(m.Row)).GroupBy(m => m.Known!.Id, m => m.Row).Where(g => g.Count() > 1));
        var changed = await ChangedAsync([.. matched.Where(m => m.Known is not null).Select(m => (m.Row, m.Known!.Id))], cancellationToken);
        return [.. matched.Select(m => new MatchedRow(m.Row, Fate(m.Row, m.Known, changed), m.Known?.Id))];
    }

    private void RejectTwins(IEnumerable<ImportRow> rows, Func<ImportRow, string> key, string code, CatalogueField field, Func<ImportRow, string> value, string what)
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
            _twins.Add(row);
            reading.Fail(row, field, value(row), code, $"与{(twin.Sheet == row.Sheet ? string.Empty : $"工作表「{twin.Sheet}」")}第 {twin.Number} 行是同一提供方且{what}。请合并，或改成能区分的内容。");
        }
    }

    /// <summary>One row finds the entry by its code, another by its name: whichever came second would undo the first.</summary>
    private void RejectSameEntry(IEnumerable<IEnumerable<ImportRow>> claims)
    {
        foreach (var rows in claims.Select(c => c.ToList()))
            foreach (var row in rows)
                Reject(row, CatalogueField.Name, "SameEntry", $"与{string.Join('、', rows.Where(r => r != row).Select(r => $"第 {r.Number} 行"))}指的是同一条已有目录（一处代码相同，一处名称相同）。请合并成一行，或更正代码。");
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
        if (row.ProviderId is not { } provider || row.NameKey.Length == 0)
            return null;
        var byName = _byName.GetValueOrDefault((provider, row.NameKey));
        if (row.Content.Code is not { } code)
            return byName;
        if (_byCode.GetValueOrDefault((provider, code)) is { } byCode)
            return byName is null || byName.Id == byCode.Id ? byCode : Reject(row, CatalogueField.Name, "NameTaken", $"本单位另一条目录（代码 {byName.Code ?? "未编"}）已使用名称「{row.Content.Name}」。请核对代码和名称。");
        return byName is { Code: not null }
            ? Reject(row, CatalogueField.Code, "CodeDiffers", $"本单位已有同名目录，代码是 {byName.Code}，与本行的 {code} 不同。请核对。")
            : byName;
    }

    private Known? Reject(ImportRow row, CatalogueField field, string code, string sentence)
    {
        reading.Fail(row, field, field == CatalogueField.Code ? row.Content.Code : row.Content.Name, code, sentence);
        return null;
    }

    /// <summary>The entries whose content the row would change. Read in pieces: a listing may hold a hundred thousand.</summary>
    private async Task<HashSet<ImportRow>> ChangedAsync(IReadOnlyList<(ImportRow Row, Guid Id)> candidates, CancellationToken cancellationToken)
    {
        var changed = new HashSet<ImportRow>();
        foreach (var some in candidates.Chunk(Chunk))
        {
            var ids = some.Select(c => c.Id).ToList();
            var contents = await db.CatalogueEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Content }).ToDictionaryAsync(e => e.Id, e => e.Content, cancellationToken);
            changed.UnionWith(some.Where(c => c.Row.Over(contents[c.Id]) != contents[c.Id]).Select(c => c.Row));
        }

        return changed;
    }

    private ImportFate Fate(ImportRow row, Known? known, HashSet<ImportRow> changed)
    {
        if (row.NameKey.Length > 0 && CatalogueLimits.Check(row.Content) is { } limit)
            Reject(row, limit.Details[0].Field == nameof(CatalogueContent.Items) ? CatalogueField.ItemName : CatalogueField.Name, limit.Code, limit.Sentence);
        var isChanged = known is not null && changed.Contains(row);
        if (isChanged && !CatalogueWorkflow.IsEditable(known!.State) && known.State != CatalogueState.Published)
            Reject(row, CatalogueField.Name, "NotEditable", $"本单位的目录「{row.Content.Name}」当前状态是「{known.State.ChineseName()}」，不能用导入修改。请等它办结，或先撤回。");
        return row.HasError ? ImportFate.Rejected
            : known is null ? ImportFate.New
            : !isChanged ? ImportFate.Unchanged
            : known.State == CatalogueState.Published ? ImportFate.Revision
            : ImportFate.Update;
    }
}
