using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The door to evaluations: see, begin, score, act.</summary>
public sealed class EvaluationService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, EvaluationCase rules, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>How many years back an evaluation may still be begun.</summary>
    private const int YearsBack = 2;

    public async Task<Page<EvaluationRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<EvaluationRow>([], 0);
        var rows = EvaluationQueries.Rows(db, actor, EvaluationPermissions.View, query);
        return new Page<EvaluationRow>(await rows.Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<EvaluationRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in EvaluationQueries.Rows(db, actor, EvaluationPermissions.Export, query).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    /// <returns>Null when there is no such evaluation, or not for this person.</returns>
    public async Task<EvaluationView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && await rules.LoadAsync(db, id, cancellationToken) is { } evaluation && rules.IsVisible(evaluation, actor)
            ? await rules.ProjectAsync(db, evaluation, actor, cancellationToken) : null;
    }

    public async Task<EvaluationOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var year = ChinaTime.DateOf(clock.GetUtcNow()).Year;
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(EvaluationPermissions.Score))
            return new EvaluationOptions(false, [], year);
        var bodies = actor.BodiesWith(EvaluationPermissions.Score);
        var sets = await db.IndicatorSets.AsNoTracking().Where(s => bodies.Contains(s.OrganisationId) && s.State == IndicatorSetState.Enabled).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.Revision }).ToListAsync(cancellationToken);
        return new EvaluationOptions(true, [.. sets.Select(s => (s.Id, $"{s.Name}（第 {s.Revision} 版）"))], year);
    }

    /// <summary>Begins the year's evaluation of every chief data officer of the bureau's own level who has none yet.</summary>
    /// <returns>How many were begun, or why none was.</returns>
    public async Task<(int Begun, Refusal? Refusal)> StartAsync(Guid setId, int year)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return (0, WorkflowRefusals.NotPermitted(EvaluationPermissions.Score));
        var now = clock.GetUtcNow();
        if (ChinaTime.DateOf(now).Year is var today && (year > today || year < today - YearsBack))
            return (0, EvaluationRefusals.YearOutOfRange());
        if (await db.IndicatorSets.AsNoTracking().FirstOrDefaultAsync(s => s.Id == setId) is not { State: IndicatorSetState.Enabled } set)
            return (0, EvaluationRefusals.SetNotEnabled());
        if (!actor.BodiesWith(EvaluationPermissions.Score).Contains(set.OrganisationId))
            return (0, WorkflowRefusals.NotPermitted(EvaluationPermissions.Score));
        var held = OfficerQueries.Held;
        var officers = await db.Officers.AsNoTracking()
            .Where(a => a.RegionCode == set.RegionCode && a.Post == DataPost.ChiefDataOfficer && held.Contains(a.State) && !db.OfficerEvaluations.Any(e => e.AppointmentId == a.Id && e.Year == year && e.YearKey != null)).ToListAsync();
        if (officers.Count == 0)
            return (0, EvaluationRefusals.NobodyToEvaluate(year));
        foreach (var officer in officers)
        {
            var evaluation = OfficerEvaluation.Begin(Guid.CreateVersion7(now), officer, set.OrganisationId, year, set.Id, now);
            db.OfficerEvaluations.Add(evaluation);
            db.History.Add(CaseHistory.Step(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Version, "发起评价", null, evaluation.State.ChineseName(), null, actor, now));
        }

        audit.Add(db, actor, "officer-evaluation.Create", $"发起 {year} 年度履职评价，共 {officers.Count} 人（{set.Title}）", OfficerEvaluation.CaseKind, after: new { Rows = officers.Count });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return (0, EvaluationRefusals.NobodyToEvaluate(year));
        }

        return (officers.Count, null);
    }

    public async Task<Outcome<EvaluationView>> SaveAsync(Guid id, int seenVersion, IReadOnlyList<DutyReport> report, IReadOnlyDictionary<string, decimal?> scores)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await rules.LoadAsync(db, id, default) is not { } evaluation || !rules.IsVisible(evaluation, actor))
            return new Outcome<EvaluationView>.NotFound();
        if (evaluation.Version != seenVersion)
            return await ConflictAsync(id);
        var (now, before, scorer) = (clock.GetUtcNow(), evaluation.Scores, EvaluationWorkflow.ScoredBy(evaluation.State));
        if (evaluation.Edit(report, scores, actor, now) is { } refusal)
            return new Outcome<EvaluationView>.Refused(refusal, await rules.ProjectAsync(db, evaluation, actor, default));
        db.History.Add(CaseHistory.Step(OfficerEvaluation.CaseKind, id, evaluation.Version, "修改", evaluation.State.ChineseName(), evaluation.State.ChineseName(), $"填写{scorer!.Value.ChineseName()}得分。", actor, now));
        audit.Add(db, actor, "officer-evaluation.Edit", $"填写{evaluation.Title}（{scorer.Value.ChineseName()}）", OfficerEvaluation.CaseKind, id.ToString(), new { Scores = Said(evaluation, before, scorer.Value) }, new { Scores = Said(evaluation, evaluation.Scores, scorer.Value) });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(id);
        }

        notifier.Publish(new CaseChanged(OfficerEvaluation.CaseKind, id, evaluation.Version, actor.Name));
        return new Outcome<EvaluationView>.Done(await rules.ProjectAsync(db, evaluation, actor, default), "已保存。");
    }

    public Task<Outcome<EvaluationView>> ActAsync(Guid id, int seenVersion, EvaluationAction action, string? comment, IReadOnlyList<FieldRemark>? remarks = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, remarks, rules.ProjectAsync);

    private static string Said(OfficerEvaluation e, IReadOnlyList<IndicatorScore> scores, Scorer scorer) =>
        string.Join('；', e.Facts.Set.Indicators.Select(i => $"{i.Name} {scores.FirstOrDefault(s => s.Key == i.Key)?.Of(scorer):0.##}"));

    private async Task<Outcome<EvaluationView>> ConflictAsync(Guid id) => await FindAsync(id, default) is { } fresh
        ? new Outcome<EvaluationView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。") : new Outcome<EvaluationView>.NotFound();
}
