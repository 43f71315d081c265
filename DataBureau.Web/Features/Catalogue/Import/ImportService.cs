using System.Text.Json;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Dictionaries;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Checks a workbook without changing anything, and imports it in one transaction as one review package.</summary>
public sealed class ImportService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>The dry run: every error at once, nothing written.</summary>
    public async Task<(ImportReport? Report, ImportRefusal? Refusal)> CheckAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (plan, refusal, layouts) = await PlanAsync(db, request, progress, cancellationToken);
        return plan is null ? (ImportReport.Unmapped(layouts), refusal) : (plan.Report(plan.Counts(), null), null);
    }

    /// <summary>Imports: all rows or none, or the good ones. The transaction is one; cancelling or losing a race leaves nothing behind.</summary>
    public async Task<(ImportReport? Report, ImportRefusal? Refusal)> ImportAsync(ImportRequest request, ImportAcceptance accept, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var (plan, refusal, layouts) = await PlanAsync(db, request, progress, cancellationToken);
            if (plan is null)
                return (ImportReport.Unmapped(layouts), refusal);
            var counts = plan.Counts();
            // An item whose entry nobody knows belongs to no row, and is lost all the same.
            if (plan.Reading.Errors.Count > 0 && accept == ImportAcceptance.All)
                return (plan.Report(new ImportCounts(counts.Rows, 0, 0, 0, counts.Rows), null), null);
            var now = clock.GetUtcNow();
            await RememberAsync(db, plan, request.Choices, now, cancellationToken);
            if (counts.Imported + counts.Updated == 0)
            {
                // There is nothing to take in; the columns were settled all the same.
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return (plan.Report(counts, null), null);
            }

            var package = await new ImportWriter(db, audit, plan.Actor, now).WriteAsync(request, plan.Target, plan.Rows, progress, cancellationToken);
            audit.Add(db, plan.Actor, "catalogue.Import", $"导入「{request.FileName}」：新增 {counts.Imported}，更新 {counts.Updated}，未变 {counts.Unchanged}，未导入 {counts.Rejected}", "review-package", package.ToString(), after: counts);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            notifier.Publish(new CaseChanged("review-package", package, 1, plan.Actor.Name));
            return (plan.Report(counts, package), null);
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return (null, new ImportRefusal("Conflict", "导入期间，有人修改或新增了同样的目录，本次没有导入任何内容。请重新检查后再导入。"));
        }
    }

    private async Task<(ImportPlan? Plan, ImportRefusal? Refusal, IReadOnlyList<ImportSheetLayout> Layouts)> PlanAsync(BureauDbContext db, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return (null, new ImportRefusal("NotSignedIn", "账号不存在或已停用，不能导入。"), []);
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.OrganisationId && o.AbolishedAt == null, cancellationToken) is not { } target)
            return (null, new ImportRefusal("UnknownOrganisation", "没有找到要导入的单位，或该单位已撤销。"), []);
        var place = new CaseLocation(target.Id, target.RegionCode, null);
        if (!actor.Holds(CataloguePermissions.Compile, place) && !actor.Holds(CataloguePermissions.ImportForRegion, place))
            return (null, new ImportRefusal("NotPermitted", $"您没有为「{target.Name}」导入目录的权限。联络员只能导入本单位的目录，数据主管部门可以为本辖区的单位导入。"), []);

        var opening = await WorkbookReader.OpenAsync(request.Path, request.FileName, null, cancellationToken);
        if (!opening.IsOpen)
            return (null, new ImportRefusal(opening.Refusal.Code, opening.Refusal.Sentence), []);
        await using var workbook = opening.Reader;
        var remembered = await RememberedLayouts.ReadAsync(db, target.Id, cancellationToken);
        try
        {
            var (reading, refusal, layouts) = new WorkbookAnalyzer(policies.For(target.RegionCode), new SheetRecogniser(request.Choices, remembered), progress).Read(workbook, cancellationToken);
            if (reading is null)
                return (null, refusal, layouts);
            progress?.Report(new ImportProgress("核对", reading.Rows.Count, reading.Rows.Count));
            ListedWords.Check(reading, await DictionaryWords.ReadAsync(db, cancellationToken));
            var unknown = await MatchProvidersAsync(db, reading, request, target, actor, cancellationToken);
            var rows = await new ImportMatcher(db, reading).MatchAsync(cancellationToken);
            return (new ImportPlan(actor, target, policies.For(target.RegionCode), reading, rows, unknown), null, layouts);
        }
        catch (WorkbookReadException damaged)
        {
            return (null, new ImportRefusal(damaged.Refusal.Code, damaged.Refusal.Sentence), []);
        }
    }

    private static async Task<IReadOnlyList<(string Name, int Rows)>> MatchProvidersAsync(BureauDbContext db, WorkbookReading reading, ImportRequest request, Organisation target, Actor actor, CancellationToken cancellationToken)
    {
        var matcher = await ProviderMatcher.CreateAsync(db, target, actor, cancellationToken);
        var layouts = reading.Layouts.Where(l => l.Kind == SheetKind.Entries).ToDictionary(l => l.Sheet, l => l.Layout!, StringComparer.Ordinal);
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in reading.Rows)
        {
            var column = layouts[row.Sheet].Find(CatalogueField.ProviderName) ?? layouts[row.Sheet].Find(CatalogueField.ProviderCode);
            var match = matcher.Match(row.ProviderName, row.ProviderCode, column is not null);
            row.ProviderId = match.OrganisationId;
            if (match.Sentence is { } sentence)
                Fail(row, column, "WrongProvider", sentence);
            if (match.UnknownName is null && match.Code is null)
                continue;
            var name = match.UnknownName ?? match.Code!;
            unknown[name] = unknown.GetValueOrDefault(name) + 1;
            if (match.UnknownName is null || !request.CreateOrganisations)
                Fail(row, column, "UnknownProvider", match.UnknownName is null
                    ? $"提供方代码 {match.Code} 没有登记，也没有写明单位名称。请补充单位名称。"
                    : $"提供方「{name}」没有登记。请核对名称，或在导入时选择「登记未知的单位」。");
            else if (name.Length > Organisation.NameLimit)
                Fail(row, column, "TooLong", $"提供方名称超过 {Organisation.NameLimit} 字。");
        }

        return [.. unknown.OrderByDescending(u => u.Value).Select(u => (u.Key, u.Value))];

        void Fail(ImportRow row, HeaderColumn? column, string code, string sentence)
        {
            row.HasError = true;
            reading.Errors.Add(new ImportError(row.Sheet, row.Number, column?.Index + 1, column?.Title ?? string.Empty, row.ProviderName ?? row.ProviderCode, code, sentence));
        }
    }

    /// <summary>What was settled for this file is known for the next of the same header.</summary>
    private static async Task RememberAsync(BureauDbContext db, ImportPlan plan, ImportChoices choices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = plan.Reading.Layouts.Where(l => l.Kind == SheetKind.Entries).Select(l => l.Layout!.Fingerprint).ToHashSet(StringComparer.Ordinal);
        foreach (var (fingerprint, mapping) in choices.Mappings.Where(m => read.Contains(m.Key) || m.Value.Columns.Count == 0))
            await RememberedLayouts.KeepAsync(db, plan.Target.Id, fingerprint, JsonSerializer.Serialize(mapping), now, cancellationToken);
    }
}
