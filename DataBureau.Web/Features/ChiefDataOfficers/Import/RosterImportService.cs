using System.Text.Json;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>Checks a roster without changing anything, and takes it in within one transaction.</summary>
public sealed class RosterImportService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, PolicyLibrary policies, TimeProvider clock)
{
    private const int Chunk = 1000;

    /// <summary>The bodies that the reader imports for: the own ones.</summary>
    public async Task<IReadOnlyList<Organisation>> TargetsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return [];
        var bodies = actor.BodiesWith(OfficerPermissions.Import);
        return await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id) && o.AbolishedAt == null).OrderBy(o => o.Code).ToListAsync(cancellationToken);
    }

    /// <summary>The dry run: every error at once, nothing written.</summary>
    public async Task<(RosterReport? Report, ImportRefusal? Refusal)> CheckAsync(RosterRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (plan, refusal, layouts) = await PlanAsync(db, request, progress, cancellationToken);
        return plan is not null ? (plan.Report(plan.Counts(), done: false), null) : (layouts.Count == 0 ? null : RosterReport.Unmapped(layouts), refusal);
    }

    /// <summary>Imports all rows or none, or the good ones; cancelling or losing a race leaves nothing behind.</summary>
    public async Task<(RosterReport? Report, ImportRefusal? Refusal)> ImportAsync(RosterRequest request, ImportAcceptance accept, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var (plan, refusal, layouts) = await PlanAsync(db, request, progress, cancellationToken);
            if (plan is null)
                return (layouts.Count == 0 ? null : RosterReport.Unmapped(layouts), refusal);
            var counts = plan.Counts();
            if (counts.Rejected > 0 && accept == ImportAcceptance.All)
                return (plan.Report(new ImportCounts(counts.Rows, 0, 0, 0, counts.Rows), done: false), null);
            if (counts.Imported + counts.Updated == 0)
                return (plan.Report(counts, done: false), null);
            await WriteAsync(db, request, plan, progress, cancellationToken);
            await RememberAsync(db, request, plan, cancellationToken);
            audit.Add(db, plan.Actor, "chief-data-officer.Import", $"导入名册「{request.FileName}」（{request.Mode.ChineseName()}）：新增 {counts.Imported}，更新 {counts.Updated}，未变 {counts.Unchanged}，未导入 {counts.Rejected}", OfficerAppointment.CaseKind, after: counts);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (plan.Report(counts, done: true), null);
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return (null, new ImportRefusal("Conflict", "导入期间，有人办理了名册中的任职，本次没有导入任何内容。请重新检查后再导入。"));
        }
    }

    private async Task<(RosterPlan? Plan, ImportRefusal? Refusal, IReadOnlyList<RosterLayout> Layouts)> PlanAsync(BureauDbContext db, RosterRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return (null, new ImportRefusal("NotSignedIn", "账号不存在或已停用，不能导入。"), []);
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.OrganisationId && o.AbolishedAt == null, cancellationToken) is not { } target || !actor.BodiesWith(OfficerPermissions.Import).Contains(target.Id))
            return (null, new ImportRefusal("NotPermitted", "您没有为该单位导入名册的权限。名册由数据主管部门或备案机关导入。"), []);
        var opening = await WorkbookReader.OpenAsync(request.Path, request.FileName, null, cancellationToken);
        if (!opening.IsOpen)
            return (null, new ImportRefusal(opening.Refusal.Code, opening.Refusal.Sentence), []);
        await using var workbook = opening.Reader;
        try
        {
            var remembered = await RememberedLayouts.ReadAsync(db, target.Id, cancellationToken);
            var reader = new RosterReader(request.Choices, header => remembered.TryGetValue(header.Fingerprint, out var json) ? JsonSerializer.Deserialize<Dictionary<int, RosterField?>>(json) : null, progress);
            var (reading, refusal, layouts) = reader.Read(workbook, cancellationToken);
            if (reading is null)
                return (null, refusal, layouts);
            progress?.Report(new ImportProgress("核对", reading.Rows.Count, reading.Rows.Count));
            var matches = await new RosterMatcher(db, policies, request.Mode, reading, actor, ChinaTime.DateOf(clock.GetUtcNow())).MatchAsync(target, cancellationToken);
            return (new RosterPlan(actor, target, reading, matches), null, layouts);
        }
        catch (WorkbookReadException damaged)
        {
            return (null, new ImportRefusal(damaged.Refusal.Code, damaged.Refusal.Sentence), []);
        }
    }

    /// <summary>What was corrected for this file is known for the next of the same headers.</summary>
    private async Task RememberAsync(BureauDbContext db, RosterRequest request, RosterPlan plan, CancellationToken cancellationToken)
    {
        foreach (var layout in plan.Reading.Layouts.DistinctBy(l => l.Header.Fingerprint))
        {
            if (request.Choices.Mappings.TryGetValue(layout.Header.Fingerprint, out var corrections))
                await RememberedLayouts.KeepAsync(db, plan.Target.Id, layout.Header.Fingerprint, JsonSerializer.Serialize(corrections), clock.GetUtcNow(), cancellationToken);
        }
    }

    private async Task WriteAsync(BureauDbContext db, RosterRequest request, RosterPlan plan, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var (now, done) = (clock.GetUtcNow(), 0);
        var newIds = new IdSequence(now);
        var todo = plan.Matches.Where(m => m.Fate is ImportFate.New or ImportFate.Update).ToList();
        foreach (var some in todo.Chunk(Chunk))
        {
            var ids = some.Where(m => m.Known is not null).Select(m => m.Known!.Id).ToList();
            var known = ids.Count == 0 ? [] : await db.Officers.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            foreach (var match in some)
                Write(db, request.Mode, plan, match, match.Known is null ? null : known[match.Known.Id], newIds, now);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress?.Report(new ImportProgress("导入", done += some.Length, todo.Count));
        }
    }

    private static void Write(BureauDbContext db, RosterMode mode, RosterPlan plan, RosterMatch match, OfficerAppointment? known, IdSequence ids, DateTimeOffset now)
    {
        var (row, unit) = (match.Row, match.Unit!);
        if (known is not null)
        {
            // The version of the plan, not of this moment: what somebody changed meanwhile is not overwritten.
            db.Entry(known).Property(a => a.Version).OriginalValue = match.Known!.Version;
            var before = known.Content;
            known.Complete(row.Over(before), now);
            db.History.Add(OfficerHistory.Edited(known, $"由名册导入，修改了{OfficerHistory.Changed(before, known.Content)}。", plan.Actor, now));
            return;
        }

        var content = row.Over(new OfficerContent());
        var appointment = mode == RosterMode.Nominations
            ? OfficerAppointment.Nominate(ids.Next(), unit.Id, unit.RegionCode, row.Post!.Value, content, plan.Actor, now)
            : OfficerAppointment.TakeOver(ids.Next(), unit.Id, unit.RegionCode, row.Post!.Value, content, plan.Target.Id, row.FilingNumber!, FiledAt(row), plan.Actor, now);
        db.Officers.Add(appointment);
        db.History.Add(OfficerHistory.Imported(appointment, mode, plan.Actor, now));
    }

    /// <summary>Noon of the day in China; where the roster does not say the day, that of the document.</summary>
    private static DateTimeOffset FiledAt(RosterRow row) => new DateTimeOffset((row.FiledOn ?? row.Content.DocumentDate!.Value).ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(8)).ToUniversalTime();
}
