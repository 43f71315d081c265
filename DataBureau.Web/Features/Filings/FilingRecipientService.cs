using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Filings;

/// <summary>Who receives what is filed: see it for every region, and set it otherwise than the rule.</summary>
public sealed class FilingRecipientService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, AuditLog audit, TimeProvider clock)
{
    public const string Kind = "filing-recipient";

    private static readonly Permission Needed = AdministrationPermissions.FilingRecipients;

    private int Year => ChinaTime.DateOf(clock.GetUtcNow()).Year;

    /// <summary>A page of the regions that match, and how many of all in reach have nobody who receives.</summary>
    public async Task<(Page<RecipientRow> Page, int Missing)> ListAsync(RecipientFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return (new Page<RecipientRow>([], 0), 0);
        var all = await RecipientTable.ReadAsync(db, policies, actor, Needed, Year, cancellationToken);
        var rows = all.Where(filter.Matches).ToList();
        return (new Page<RecipientRow>([.. rows.Skip(filter.Skip).Take(filter.Take)], rows.Count), all.Count(r => r.Recipient is null));
    }

    public async IAsyncEnumerable<RecipientRow> StreamAsync(RecipientFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (page, _) = await ListAsync(filter with { Skip = 0, Take = int.MaxValue }, cancellationToken);
        foreach (var row in page.Rows)
            yield return row;
    }

    public async Task<IReadOnlyList<RecipientSettingRow>> SettingsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        var found = await (from s in db.Set<FilingRecipientSetting>().AsNoTracking()
                           join r in db.Regions.WithinReach(actor, Needed) on s.RegionCode equals r.Code
                           orderby s.Matter, s.RegionCode, s.Level, s.FromYear
                           select new { Setting = s, r.Name }).ToListAsync(cancellationToken);
        return [.. found.Select(f => new RecipientSettingRow(f.Setting.Id, NameOf(f.Setting.Matter), f.Setting.RegionCode, f.Name, f.Setting.Level, f.Setting.FromYear, f.Setting.To, f.Setting.At, f.Setting.Reason))];
    }

    public async Task<RecipientOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return RecipientOptions.None;
        var regions = (await db.Regions.AsNoTracking().WithinReach(actor, Needed).OrderBy(r => r.Code).ToListAsync(cancellationToken)).Where(r => FilingMatter.Of(policies.For(r.Code)).Any()).ToList();
        var top = regions.Count == 0 ? RegionLevel.Nation : regions.Min(r => r.Level);
        return new RecipientOptions([.. FilingMatter.All(policies).Where(m => regions.Any(r => FilingMatter.Of(policies.For(r.Code)).Any(x => x.Key == m.Key)))],
            [.. regions.Select(r => new RegionChoice(r.Code, r.Name, r.Level - top))]);
    }

    /// <returns>Null when there is no such setting, or not for this person.</returns>
    public async Task<RecipientSettingView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor && await LoadAsync(db, actor, id, cancellationToken) is { } setting ? await ProjectAsync(db, setting, cancellationToken) : null;
    }

    public async Task<Outcome<RecipientSettingView>> CreateAsync(FilingRecipientContent content)
    {
        content = content.Tidy();
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor)
            return new Outcome<RecipientSettingView>.NotFound();
        if (!actor.Holds(Needed))
            return Refused(WorkflowRefusals.NotPermitted(Needed));
        if (FilingRecipientRules.Check(content, await RegionAsync(db, actor, content.RegionCode), PolicyOf(content)) is { } refusal)
            return Refused(refusal);
        if (await db.Set<FilingRecipientSetting>().AnyAsync(s => s.Matter == content.Matter && s.RegionCode == content.RegionCode && s.Level == content.Level && s.FromYear == content.FromYear))
            return Refused(FilingRecipientRules.Taken(content));
        var now = clock.GetUtcNow();
        var setting = new FilingRecipientSetting
        {
            Id = Guid.CreateVersion7(now), Matter = content.Matter!, RegionCode = content.RegionCode!, Level = content.Level!.Value, FromYear = content.FromYear!.Value, To = content.To, At = content.At, Reason = content.Reason!,
        };
        db.Add(setting);
        Record(db, actor, setting, "Create", "新建", null, null, setting.Content, now);
        return await SaveAsync(db, setting, "已保存。从起始年度起新报送的事项按本设定确定接收机关。");
    }

    /// <summary>Changes the responsibility, the level that receives, and the reason: where and from when it holds is the setting itself.</summary>
    public Task<Outcome<RecipientSettingView>> EditAsync(Guid id, int seenVersion, FilingRecipientContent content) => ActAsync(id, seenVersion, async (db, actor, setting, now) =>
    {
        var before = setting.Content;
        content = before with { To = content.To, At = content.At, Reason = content.Tidy().Reason };
        if (FilingRecipientRules.Check(content, await RegionAsync(db, actor, setting.RegionCode), PolicyOf(before)) is { } refusal)
            return (refusal, "");
        if (content == before)
            return (null, "内容没有变化。");
        (setting.To, setting.At, setting.Reason) = (content.To, content.At, content.Reason!);
        setting.Version++;
        Record(db, actor, setting, "Edit", "修改", $"接收职责：{before.To.ChineseName()} → {content.To.ChineseName()}；接收级别：{LevelWords(before.At)} → {LevelWords(content.At)}；依据：{content.Reason}", before, content, now);
        return (null, "已保存。在办事项仍由原接收机关办理，新报送的事项按本设定执行。");
    });

    /// <summary>Takes the setting away; what was said about it stays in the history and the audit.</summary>
    public Task<Outcome<RecipientSettingView>> RemoveAsync(Guid id, int seenVersion, string? comment) => ActAsync(id, seenVersion, (db, actor, setting, now) =>
    {
        if (string.IsNullOrWhiteSpace(comment))
            return Task.FromResult<(Refusal?, string)>((WorkflowRefusals.CommentRequired("撤销设定"), ""));
        if (comment.Length > HistoryEntry.CommentLimit)
            return Task.FromResult<(Refusal?, string)>((WorkflowRefusals.CommentTooLong(HistoryEntry.CommentLimit), ""));
        db.Remove(setting);
        setting.Version++;
        Record(db, actor, setting, "Delete", "撤销", comment.Trim(), setting.Content, null, now);
        return Task.FromResult<(Refusal?, string)>((null, "已撤销设定，新报送的事项按规则或上级辖区的设定确定接收机关。"));
    });

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) => await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken);

    private static Task<FilingRecipientSetting?> LoadAsync(BureauDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        db.Set<FilingRecipientSetting>().FirstOrDefaultAsync(s => s.Id == id && db.Regions.WithinReach(actor, Needed).Any(r => r.Code == s.RegionCode), cancellationToken);

    private static async Task<Region?> RegionAsync(BureauDbContext db, Actor actor, string? code) =>
        await db.Regions.AsNoTracking().WithinReach(actor, Needed).FirstOrDefaultAsync(r => r.Code == code);

    private JurisdictionPolicy? PolicyOf(FilingRecipientContent content) => RegionCodes.IsValid(content.RegionCode) ? policies.For(content.RegionCode!) : null;

    private string NameOf(string matter) => FilingMatter.All(policies).FirstOrDefault(m => m.Key == matter)?.Name ?? Mechanisms.NameOf(matter);

    private static Outcome<RecipientSettingView> Refused(Refusal refusal, RecipientSettingView? view = null) => new Outcome<RecipientSettingView>.Refused(refusal, view);

    private async Task<RecipientSettingView> ProjectAsync(BureauDbContext db, FilingRecipientSetting setting, CancellationToken cancellationToken) => new(
        setting.Id, setting.Version, NameOf(setting.Matter), await db.Regions.Where(r => r.Code == setting.RegionCode).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken) ?? setting.RegionCode, setting.Content,
        db.Entry(setting).State == EntityState.Detached, await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == setting.Id).OrderBy(h => h.CaseVersion).ToListAsync(cancellationToken));

    private void Record(BureauDbContext db, Actor actor, FilingRecipientSetting setting, string act, string word, string? comment, FilingRecipientContent? before, FilingRecipientContent? after, DateTimeOffset now)
    {
        db.History.Add(CaseHistory.Step(Kind, setting.Id, setting.Version, word, before is null ? null : "有效", after is null ? "已撤销" : "有效", comment ?? after?.Reason, actor, now));
        audit.Add(db, actor, $"{Kind}.{act}", $"{word}备案接收机关设定「{NameOf(setting.Matter)}，{setting.RegionCode} {setting.Level.ChineseName()}，{setting.FromYear} 年起」", Kind, setting.Id.ToString(), Words(before), Words(after) ?? (object?)(comment is null ? null : new { Comment = comment }));
    }

    private static Dictionary<string, string>? Words(FilingRecipientContent? content) => content is null ? null : new(StringComparer.Ordinal)
    {
        ["备案事项"] = content.Matter!, ["辖区代码"] = content.RegionCode!, ["报送级别"] = content.Level!.Value.ChineseName(), ["起始年度"] = $"{content.FromYear}", ["接收职责"] = content.To.ChineseName(), ["接收级别"] = LevelWords(content.At), ["依据"] = content.Reason!,
    };

    private static string LevelWords(RegionLevel? level) => level?.ChineseName() ?? RecipientSettingRow.ByRule;

    private async Task<Outcome<RecipientSettingView>> ActAsync(Guid id, int seenVersion, Func<BureauDbContext, Actor, FilingRecipientSetting, DateTimeOffset, Task<(Refusal? Refusal, string Sentence)>> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || await LoadAsync(db, actor, id, default) is not { } setting)
            return new Outcome<RecipientSettingView>.NotFound();
        if (setting.Version != seenVersion)
            return await ConflictAsync(id);
        var (refusal, sentence) = await act(db, actor, setting, clock.GetUtcNow());
        return refusal is null ? await SaveAsync(db, setting, sentence) : Refused(refusal, await ProjectAsync(db, setting, default));
    }

    private async Task<Outcome<RecipientSettingView>> SaveAsync(BureauDbContext db, FilingRecipientSetting setting, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, FilingRecipientSettingConfiguration.Index))
        {
            return Refused(FilingRecipientRules.Taken(setting.Content));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(setting.Id);
        }

        return new Outcome<RecipientSettingView>.Done(await ProjectAsync(db, setting, default), sentence);
    }

    private async Task<Outcome<RecipientSettingView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<RecipientSettingView>.Conflict(fresh, "保存前，该设定已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<RecipientSettingView>.NotFound();
}
