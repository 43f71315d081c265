using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The indicator sets' part in the runner.</summary>
public sealed class IndicatorSetCase(PolicyLibrary policies, TimeProvider clock) : CaseRules<IndicatorSet, IndicatorSetState, IndicatorSetAction>
{
    public override string Kind => IndicatorSet.CaseKind;

    public override WorkflowTable<IndicatorSetState, IndicatorSetAction, IndicatorSet> Table => IndicatorWorkflow.Table;

    public override async Task<IndicatorSet?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.IndicatorSets.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } set)
            return null;
        set.Know(await db.IndicatorSets.FirstOrDefaultAsync(s => s.EnabledKey == set.LineageId && s.Id != id, cancellationToken));
        return set;
    }

    public override bool IsVisible(IndicatorSet subject, Actor actor) => actor.Holds(EvaluationPermissions.Indicators, subject.Location);

    public override int VersionOf(IndicatorSet subject) => subject.Version;

    public override IndicatorSetState StateOf(IndicatorSet subject) => subject.State;

    public override string TitleOf(IndicatorSet subject) => subject.Title;

    public override CaseLocation LocationOf(IndicatorSet subject) => subject.Location;

    public override Decision<IndicatorSetState> Act(IndicatorSet subject, IndicatorSetAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override Task<string?> AfterAsync(BureauDbContext db, IndicatorSet subject, IndicatorSetAction action, Actor actor, DateTimeOffset now)
    {
        if (action == IndicatorSetAction.Enable && subject.InForce is { } before)
        {
            db.History.Add(CaseHistory.Step(Kind, before.Id, before.Version, "停用", IndicatorSetState.Enabled.ChineseName(), before.State.ChineseName(), $"由第 {subject.Revision} 版代替。", actor, now));
            return Task.FromResult<string?>($"已启用{subject.Title}，第 {before.Revision} 版停用；已经发起的评价仍按原版本办理。");
        }

        if (action != IndicatorSetAction.Revise)
            return Task.FromResult<string?>(null);
        var next = subject.NextRevision(Guid.CreateVersion7(now), now);
        db.IndicatorSets.Add(next);
        db.History.Add(CaseHistory.Step(Kind, next.Id, next.Version, "修订", null, next.State.ChineseName(), null, actor, now));
        return Task.FromResult<string?>($"已建立{next.Title}的草稿；启用前，第 {subject.Revision} 版继续使用。");
    }

    public async Task<IndicatorSetView> ProjectAsync(BureauDbContext db, IndicatorSet subject, Actor actor, CancellationToken cancellationToken)
    {
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        return new IndicatorSetView(
            subject.Id, subject.Version, subject.Title, subject.State, subject.Content, subject.State == IndicatorSetState.Draft && actor.Holds(EvaluationPermissions.Indicators, subject.Location),
            IndicatorWorkflow.Table.Permitted(subject, new GuardContext(actor, policies.For(subject.RegionCode), clock.GetUtcNow())), history)
        {
            NextId = await db.IndicatorSets.Where(s => s.DraftKey == subject.LineageId && s.Id != subject.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken),
        };
    }
}
