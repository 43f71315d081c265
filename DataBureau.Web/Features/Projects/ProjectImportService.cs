using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>
/// Takes in the project list of an annual plan and the data list of a project. Finds everything that is wrong at once; writes all
/// rows or the good ones in one transaction. What stands here and not in the file stays; an empty cell changes nothing.
/// </summary>
public sealed class ProjectImportService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    private static readonly ImportRefusal Missing = new("NotFound", "没有找到要导入的地方，或您无权导入。");

    /// <param name="write">Null finds and changes nothing.</param>
    public Task<(ListImportReport? Report, ImportRefusal? Refusal)> ProjectsAsync(Guid planId, ImportRequest request, ImportAcceptance? write, CancellationToken cancellationToken) =>
        RunAsync(request, ProjectSheets.Projects, write, async (db, actor, lines, findings, now) =>
        {
            var plan = await db.AnnualPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
            if (plan is null || !actor.Holds(ProjectPermissions.View, plan.Location))
                return (null, Missing);
            if (!actor.Holds(ProjectPermissions.Plan, CaseSide.Authority, plan.Location))
                return (null, new ImportRefusal("NotPermitted", WorkflowRefusals.NotPermitted(ProjectPermissions.Plan).Sentence));
            if (await ProjectService.OpenPlanAsync(db, planId) is null)
                return (null, new ImportRefusal("AnnualPlanClosed", ProjectRefusals.PlanClosed(plan.Content.Title).Sentence));
            return (await MatchProjectsAsync(db, plan, actor, lines, findings, now, cancellationToken), null);
        }, counts => ("annual-plan.Import", $"导入项目清单「{request.FileName}」：新增 {counts.Imported}，更新 {counts.Updated}，未导入 {counts.Rejected}", AnnualPlan.CaseKind, planId), cancellationToken);

    public Task<(ListImportReport? Report, ImportRefusal? Refusal)> ItemsAsync(Guid projectId, ImportRequest request, ImportAcceptance? write, CancellationToken cancellationToken) =>
        RunAsync(request, ProjectSheets.Items, write, async (db, actor, lines, findings, now) =>
        {
            var project = await db.Projects.FirstOrDefaultAsync(p => p.Id == projectId, cancellationToken);
            if (project is null || !(actor.Holds(ProjectPermissions.View, project.Location) || actor.Holds(ProjectPermissions.View, CaseSide.Authority, project.Location)))
                return (null, Missing);
            project.Know(await ProjectFactsReader.ReadAsync(db, project, cancellationToken));
            if (project.TouchDataList(actor, now) is { } closed)
                return (null, new ImportRefusal(closed.Code, closed.Sentence));
            var writing = await MatchItemsAsync(db, project, policies.For(project.RegionCode), lines, findings, now, cancellationToken);
            if (await db.ProjectDataItems.CountAsync(i => i.ProjectId == projectId, cancellationToken) + writing.Counts().Imported > ProjectDataService.Limit)
                return (null, new ImportRefusal("TooMany", ProjectRefusals.TooManyItems(ProjectDataService.Limit).Sentence));
            db.History.Add(ProjectService.Step(project, ProjectSteps.ItemsImported, project.State, $"{request.FileName}", actor, now));
            return (writing, null);
        }, counts => ("project.Import", $"导入数据清单「{request.FileName}」：新增 {counts.Imported}，更新 {counts.Updated}，未导入 {counts.Rejected}", Project.CaseKind, projectId), cancellationToken);

    private static async Task<Writing> MatchProjectsAsync(BureauDbContext db, AnnualPlan plan, Actor actor, IReadOnlyList<SheetLine> lines, List<CellFinding> findings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var prefix = RegionCodes.Prefix(plan.RegionCode);
        var bodies = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && o.RegionCode.StartsWith(prefix)).Select(o => new { o.Id, o.Code, o.NameKey, o.RegionCode }).ToListAsync(cancellationToken);
        var byName = bodies.GroupBy(b => b.NameKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(b => b.RegionCode == plan.RegionCode ? 0 : 1).First(), StringComparer.Ordinal);
        var byCode = bodies.ToDictionary(b => b.Code, StringComparer.OrdinalIgnoreCase);
        var known = await db.Projects.Where(p => p.CodeKey != null && p.RegionCode.StartsWith(prefix)).ToDictionaryAsync(p => p.CodeKey!, StringComparer.Ordinal, cancellationToken);
        var named = (await db.Projects.Where(p => p.AnnualPlanId == plan.Id && p.State != ProjectState.Terminated).ToListAsync(cancellationToken)).ToLookup(p => (p.OrganisationId, NameKey.Of(p.Content.Name)));
        var (writing, ids) = (new Writing(lines), new IdSequence(now));
        var seen = new Dictionary<string, SheetLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var word = line.Text(ProjectSheets.Body);
            var body = word is null ? null : byCode.GetValueOrDefault(word) ?? byName.GetValueOrDefault(NameKey.Of(word));
            if (body is null)
                findings.Add(line.Fail(ProjectSheets.Body, "建设单位", word is null ? "没有填写建设单位。" : $"「{word}」没有登记，或不在本计划的辖区内。", "请按「组织机构」中的全称或统一社会信用代码填写。"));
            var codeKey = body is null ? null : Project.KeyOfCode(body.RegionCode, line.Text(ProjectSheets.Code));
            var project = (codeKey is not null ? known.GetValueOrDefault(codeKey) : null) ?? (body is null || line.Text(ProjectSheets.Name) is not { } name ? null : named[(body.Id, NameKey.Of(name))].FirstOrDefault(p => codeKey is null || p.CodeKey is null));
            var content = ProjectSheets.Read(line, project?.Content ?? new ProjectContent(), findings);
            if (body is null || line.Bad)
                continue;
            var key = codeKey ?? $"{body.Id}|{NameKey.Of(content.Name)}";
            if (!seen.TryAdd(key, line))
                findings.Add(line.Fail(codeKey is null ? ProjectSheets.Name : ProjectSheets.Code, "项目", codeKey is null ? $"与第 {seen[key].Number} 行「{content.Name}」是同一单位的同名项目。" : $"项目代码「{content.Code}」与第 {seen[key].Number} 行「{seen[key].Text(ProjectSheets.Name)}」重复。", "一个项目只列一行，请核对。"));
            else if (project is not null && project.AnnualPlanId != plan.Id)
                findings.Add(line.Fail(ProjectSheets.Code, "项目代码", $"项目代码「{content.Code}」已用于「{project.Content.Name}」，它不在本计划中。", "请核对代码。"));
            else if (project is not null && project.OrganisationId != body.Id)
                findings.Add(line.Fail(ProjectSheets.Body, "建设单位", $"「{project.Content.Name}」已登记的建设单位不同。", "请核对；更换建设单位的，先终止原项目。"));
            else if (project is null)
                writing.Add(() => Begin(db, plan, actor, ids.Next(), body.Id, body.RegionCode, content, now));
            else if (!ProjectFields.Differences(project.Content, content).Any())
                writing.Unchanged++;
            else if (ProjectWorkflow.Editable(project.State).HasFlag(ProjectParts.Content))
                writing.Update(() => Alter(db, project, actor, content, now));
            else
                findings.Add(line.Fail(ProjectSheets.Name, "项目名称", $"「{project.Content.Name}」已是「{project.State.ChineseName()}」，内容不能再改。", "请从文件中去掉这一行，或由建设单位撤回后再导入。"));
        }

        return writing;
    }

    private static async Task<Writing> MatchItemsAsync(BureauDbContext db, Project project, JurisdictionPolicy policy, IReadOnlyList<SheetLine> lines, List<CellFinding> findings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.ProjectDataItems.Where(i => i.ProjectId == project.Id).ToDictionaryAsync(i => i.NameKey, StringComparer.Ordinal, cancellationToken);
        var position = known.Values.Select(i => i.Position).DefaultIfEmpty().Max();
        var (writing, seen) = (new Writing(lines), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            var row = new DataItemRow(line.Text(ProjectSheets.Name) ?? string.Empty, line.Text(ProjectSheets.Description), line.Text(ProjectSheets.Planned));
            if (ProjectDataService.Check(row) is { } refusal)
            {
                findings.Add(line.Fail(ProjectSheets.Name, "数据名称", refusal.Sentence, string.Empty));
                continue;
            }

            var key = ProjectDataItem.KeyOf(row.Name);
            if (!seen.TryAdd(key, line.Number))
                findings.Add(line.Fail(ProjectSheets.Name, "数据名称", $"「{row.Name}」与第 {seen[key]} 行重复。", "请合并为一行。"));
            else if (!known.TryGetValue(key, out var item))
                writing.Add(() => db.ProjectDataItems.Add(ProjectDataItem.Of(Guid.CreateVersion7(now), project.Id, ++position, row, addedLater: project.State != ProjectState.Draft)));
            else if ((row.Description ?? item.Description) == item.Description && (row.PlannedEntry ?? item.PlannedEntry) == item.PlannedEntry && row.Name.Trim() == item.Name)
                writing.Unchanged++;
            else if (DataListRules.Rewrite(project, item, row, policy) is { } settled)
                findings.Add(line.Fail(ProjectSheets.Planned, "拟编目录名称", settled.Sentence, string.Empty));
            else
                writing.Update(() => item.Take(row));
        }

        return writing;
    }

    private static void Begin(BureauDbContext db, AnnualPlan plan, Actor actor, Guid id, Guid body, string region, ProjectContent content, DateTimeOffset now)
    {
        var project = Project.Draft(id, body, region, plan.OrganisationId, plan.Id, content, now);
        db.Projects.Add(project);
        db.History.Add(ProjectService.Step(project, "列入年度计划", null, $"由「{plan.Content.Title}」的项目清单导入。", actor, now));
    }

    private static void Alter(BureauDbContext db, Project project, Actor actor, ProjectContent content, DateTimeOffset now)
    {
        var changed = ProjectFields.Differences(project.Content, content).Select(f => f.Title).ToList();
        if (project.Change(content, now) is { } refusal)
            throw new InvalidOperationException($"{project.Id} could not be changed: {refusal.Code}.");
        db.History.Add(ProjectService.Step(project, ProjectSteps.Edited, project.State, $"由年度计划的项目清单修改了：{string.Join('、', changed)}", actor, now));
    }

    private delegate Task<(Writing? Writing, ImportRefusal? Refusal)> Match(BureauDbContext db, Actor actor, IReadOnlyList<SheetLine> lines, List<CellFinding> findings, DateTimeOffset now);

    private async Task<(ListImportReport? Report, ImportRefusal? Refusal)> RunAsync(
        ImportRequest request, IReadOnlyList<SheetColumn> columns, ImportAcceptance? write, Match match, Func<ImportCounts, (string Action, string Summary, string Kind, Guid Id)> said, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return (null, new ImportRefusal("NotSignedIn", "账号不存在或已停用，不能导入。"));
        var opening = await WorkbookReader.OpenAsync(request.Path, request.FileName, null, cancellationToken);
        if (!opening.IsOpen)
            return (null, new ImportRefusal(opening.Refusal.Code, opening.Refusal.Sentence));
        await using var workbook = opening.Reader;
        try
        {
            var heading = new ListHeading(columns, request.Choices.Lists, await RememberedLayouts.ReadAsync(db, request.OrganisationId, cancellationToken));
            var read = SheetTable.Read(workbook, heading, cancellationToken);
            var (lines, headers) = (read.Lines, read.HeaderRows);
            if (headers.Count == 0)
                return (ListImportReport.Asking(read.Question), read.NoHeading(columns));
            var (now, findings) = (clock.GetUtcNow(), new List<CellFinding>());
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var (writing, refusal) = await match(db, actor, lines, findings, now);
            if (writing is null)
                return (null, refusal);
            var counts = writing.Counts();
            if (write is null || (counts.Rejected > 0 && write == ImportAcceptance.All) || counts.Imported + counts.Updated == 0)
                return (new ListImportReport(counts, findings, headers, Written: false) { Question = read.Question }, null);
            writing.Write();
            var (action, summary, kind, id) = said(counts);
            audit.Add(db, actor, action, summary, kind, id.ToString(), after: counts);
            await RememberedLayouts.KeepAsync(db, request, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            notifier.Publish(new CaseChanged(kind, id, 0, actor.Name));
            return (new ListImportReport(counts, findings, headers, Written: true) { Question = read.Question }, null);
        }
        catch (WorkbookReadException damaged)
        {
            return (null, new ImportRefusal(damaged.Refusal.Code, damaged.Refusal.Sentence));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return (null, new ImportRefusal("Conflict", "导入期间，有人修改了同样的内容，本次没有导入任何内容。请重新检查后再导入。"));
        }
    }

    /// <summary>What the rows will do, put off until it is decided to do it.</summary>
    private sealed class Writing(IReadOnlyList<SheetLine> lines)
    {
        private readonly List<Action> _acts = [];
        private int _new;
        private int _updated;

        public int Unchanged { get; set; }

        public void Add(Action act)
        {
            _new++;
            _acts.Add(act);
        }

        public void Update(Action act)
        {
            _updated++;
            _acts.Add(act);
        }

        public ImportCounts Counts() => new(lines.Count, _new, _updated, Unchanged, lines.Count(l => l.Bad));

        public void Write() => _acts.ForEach(a => a());
    }
}
