using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Dictionaries;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dictionaries;

/// <summary>A line of a local list.</summary>
public sealed record DictionaryRow(Guid Id, int Version, LocalList List, string Text, bool Active, int Used);

/// <summary>The lists that a bureau keeps: read by every form, changed by the system administrator.</summary>
public sealed class DictionaryService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, TimeProvider clock)
{
    public const string Kind = "dictionary";

    /// <summary>The words that a form offers; nothing where the field is free text.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(LocalList list, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await DictionaryWords.ReadAsync(db, cancellationToken))[list]];
    }

    public async Task<IReadOnlyList<DictionaryRow>> ListAsync(LocalList list, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is null ? [] : await RowsAsync(db, list, cancellationToken);
    }

    public async IAsyncEnumerable<DictionaryRow> StreamAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var list in Enum.GetValues<LocalList>())
            foreach (var row in await ListAsync(list, cancellationToken))
                yield return row;
    }

    public async Task<Outcome<IReadOnlyList<DictionaryRow>>> AddAsync(LocalList list, string? text)
    {
        text = text?.Trim() ?? "";
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor)
            return new Outcome<IReadOnlyList<DictionaryRow>>.NotFound();
        if (DictionaryRules.CheckText(list, text) is { } refusal)
            return new Outcome<IReadOnlyList<DictionaryRow>>.Refused(refusal, null);
        var key = NameKey.Of(text);
        if (await db.Set<DictionaryItem>().AnyAsync(i => i.List == list && i.TextKey == key))
            return new Outcome<IReadOnlyList<DictionaryRow>>.Refused(DictionaryRules.Taken(text), null);
        var now = clock.GetUtcNow();
        var last = await db.Set<DictionaryItem>().Where(i => i.List == list).MaxAsync(i => (int?)i.Position) ?? 0;
        var item = new DictionaryItem { Id = Guid.CreateVersion7(now), List = list, Text = text, TextKey = key, Position = last + 1 };
        db.Add(item);
        Record(db, actor, item, "Create", "新增", null, now);
        return await SaveAsync(db, item, last == 0 ? $"已新增「{text}」。从现在起，填写{list.ChineseName()}时从字典中选择。" : $"已新增「{text}」。");
    }

    public Task<Outcome<IReadOnlyList<DictionaryRow>>> SwitchAsync(Guid id, int seenVersion, bool on) => ActAsync(id, seenVersion, (db, actor, item, now) =>
    {
        if (on == item.DisabledAt is null)
            return Task.FromResult<(Refusal?, string)>((null, "内容没有变化。"));
        item.DisabledAt = on ? null : now;
        item.Version++;
        Record(db, actor, item, on ? "Enable" : "Disable", on ? "启用" : "停用", null, now);
        return Task.FromResult<(Refusal?, string)>((null, on ? $"已启用「{item.Text}」。" : $"已停用「{item.Text}」。已填写的保留，新填写时不再出现。"));
    });

    /// <summary>Changes places with the one above or below.</summary>
    public Task<Outcome<IReadOnlyList<DictionaryRow>>> MoveAsync(Guid id, int seenVersion, bool up) => ActAsync(id, seenVersion, async (db, actor, item, now) =>
    {
        var others = db.Set<DictionaryItem>().Where(i => i.List == item.List);
        var other = up ? await others.Where(i => i.Position < item.Position).OrderByDescending(i => i.Position).FirstOrDefaultAsync() : await others.Where(i => i.Position > item.Position).OrderBy(i => i.Position).FirstOrDefaultAsync();
        if (other is null)
            return (null, "已经在最前或最后。");
        (item.Position, other.Position) = (other.Position, item.Position);
        (item.Version, other.Version) = (item.Version + 1, other.Version + 1);
        Record(db, actor, item, "Edit", "调整顺序", null, now);
        return (null, $"已调整「{item.Text}」的顺序。");
    });

    public Task<Outcome<IReadOnlyList<DictionaryRow>>> DeleteAsync(Guid id, int seenVersion) => ActAsync(id, seenVersion, async (db, actor, item, now) =>
    {
        if (await UsedAsync(db, item.List, item.Text) is > 0 and var used)
            return (DictionaryRules.InUse(item.Text, used), "");
        db.Remove(item);
        Record(db, actor, item, "Delete", "删除", null, now);
        return (null, $"已删除「{item.Text}」。");
    });

    private static Task<int> UsedAsync(BureauDbContext db, LocalList list, string text) => list switch
    {
        LocalList.Theme => db.CatalogueEntries.CountAsync(e => e.Content.Theme == text),
        LocalList.Classification => db.CatalogueEntries.CountAsync(e => e.Content.ClassificationPath == text),
    };

    private static async Task<IReadOnlyList<DictionaryRow>> RowsAsync(BureauDbContext db, LocalList list, CancellationToken cancellationToken)
    {
        var items = await db.Set<DictionaryItem>().AsNoTracking().Where(i => i.List == list).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var words = items.Select(i => i.Text).ToList();
        var used = list == LocalList.Theme
            ? await db.CatalogueEntries.Where(e => e.Content.Theme != null && EF.Parameter(words).Contains(e.Content.Theme)).GroupBy(e => e.Content.Theme).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!, g => g.Count, StringComparer.Ordinal, cancellationToken)
            : await db.CatalogueEntries.Where(e => e.Content.ClassificationPath != null && EF.Parameter(words).Contains(e.Content.ClassificationPath)).GroupBy(e => e.Content.ClassificationPath).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!, g => g.Count, StringComparer.Ordinal, cancellationToken);
        return [.. items.Select(i => new DictionaryRow(i.Id, i.Version, list, i.Text, i.DisabledAt is null, used.GetValueOrDefault(i.Text)))];
    }

    private async Task<Outcome<IReadOnlyList<DictionaryRow>>> ActAsync(Guid id, int seenVersion, Func<BureauDbContext, Actor, DictionaryItem, DateTimeOffset, Task<(Refusal? Refusal, string Sentence)>> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || await db.Set<DictionaryItem>().FirstOrDefaultAsync(i => i.Id == id) is not { } item)
            return new Outcome<IReadOnlyList<DictionaryRow>>.NotFound();
        if (item.Version != seenVersion)
            return await ConflictAsync(item.List);
        var (refusal, sentence) = await act(db, actor, item, clock.GetUtcNow());
        return refusal is null ? await SaveAsync(db, item, sentence) : new Outcome<IReadOnlyList<DictionaryRow>>.Refused(refusal, null);
    }

    private async Task<Outcome<IReadOnlyList<DictionaryRow>>> SaveAsync(BureauDbContext db, DictionaryItem item, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, DictionaryConfiguration.TextIndex))
        {
            return new Outcome<IReadOnlyList<DictionaryRow>>.Refused(DictionaryRules.Taken(item.Text), null);
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(item.List);
        }

        return new Outcome<IReadOnlyList<DictionaryRow>>.Done(await RowsAsync(db, item.List, default), sentence);
    }

    private async Task<Outcome<IReadOnlyList<DictionaryRow>>> ConflictAsync(LocalList list) =>
        new Outcome<IReadOnlyList<DictionaryRow>>.Conflict(await ListAsync(list, default), "字典刚刚由其他人修改，您的操作没有执行。请按最新内容重新确认。");

    private void Record(BureauDbContext db, Actor actor, DictionaryItem item, string act, string word, string? comment, DateTimeOffset now)
    {
        db.History.Add(CaseHistory.Note(Kind, item.Id, word, null, item.DisabledAt is null ? "在用" : "停用", comment ?? item.Text, actor, now));
        audit.Add(db, actor, $"{Kind}.{act}", $"{word}字典「{item.List.ChineseName()}」的「{item.Text}」", Kind, item.Id.ToString(), after: new Dictionary<string, string>(StringComparer.Ordinal) { ["字典"] = item.List.ChineseName(), ["内容"] = item.Text, ["状态"] = item.DisabledAt is null ? "在用" : "停用" });
    }

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(AdministrationPermissions.Dictionaries) ? actor : null;
}
