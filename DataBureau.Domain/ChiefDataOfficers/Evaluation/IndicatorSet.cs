using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>One version of a bureau's set of indicators.</summary>
public sealed class IndicatorSet
{
    public const string CaseKind = "indicator-set";

    private IndicatorSet()
    {
    }

    public Guid Id { get; private set; }

    public Guid LineageId { get; private set; }

    /// <summary>第 n 版.</summary>
    public int Revision { get; private set; }

    public IndicatorSetState State { get; private set; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The bureau whose set it is.</summary>
    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public GradeThresholds Thresholds { get; private set; } = GradeThresholds.Default;

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? EnabledAt { get; private set; }

    /// <summary>The lineage while the version is a draft: unique, one revision at a time.</summary>
    public Guid? DraftKey { get; private set; }

    /// <summary>The lineage while the version is in force: unique.</summary>
    public Guid? EnabledKey { get; private set; }

    public IndicatorSetContent Content => new(Name, Indicators, Thresholds);

    public CaseLocation Location => new(OrganisationId, RegionCode, null);

    public string Title => $"{Name}（第 {Revision} 版）";

    /// <summary>The version in force that this one would replace; read with it, tracked.</summary>
    public IndicatorSet? InForce { get; private set; }

    public static IndicatorSet Draft(Guid id, Guid organisationId, string regionCode, IndicatorSetContent content, DateTimeOffset now) => new()
    {
        Id = id, LineageId = id, Revision = 1, Version = 1, OrganisationId = organisationId, RegionCode = regionCode, DraftKey = id,
        Name = content.Name, Indicators = content.Indicators, Thresholds = content.Thresholds, UpdatedAt = now,
    };

    public IndicatorSet NextRevision(Guid id, DateTimeOffset now)
    {
        var next = Draft(id, OrganisationId, RegionCode, Content, now);
        (next.LineageId, next.Revision, next.DraftKey) = (LineageId, Revision + 1, LineageId);
        return next;
    }

    /// <summary>Another bureau keeps it.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, UpdatedAt) = (succession.OfOwn(OrganisationId), now);
        Version++;
    }

    public void Know(IndicatorSet? inForce) => InForce = inForce;

    public Refusal? Edit(IndicatorSetContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(EvaluationPermissions.Indicators, Location))
            return WorkflowRefusals.NotPermitted(EvaluationPermissions.Indicators);
        if (State != IndicatorSetState.Draft)
            return EvaluationRefusals.SetNotEditable(State);
        if (IndicatorRules.Limits(content) is { } refusal)
            return refusal;
        (Name, Indicators, Thresholds, UpdatedAt) = (content.Name, content.Indicators, content.Thresholds, now);
        Version++;
        return null;
    }

    public Decision<IndicatorSetState> Act(IndicatorSetAction action, string? comment, GuardContext context)
    {
        var decision = IndicatorWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<IndicatorSetState>.Accepted accepted)
            return decision;
        if (action == IndicatorSetAction.Enable)
        {
            EnabledAt = context.Now;
            InForce?.Settle(IndicatorSetState.Retired, context.Now);
        }

        Settle(accepted.To, context.Now);
        return decision;
    }

    private void Settle(IndicatorSetState state, DateTimeOffset now)
    {
        (State, UpdatedAt) = (state, now);
        (DraftKey, EnabledKey) = (state == IndicatorSetState.Draft ? LineageId : null, state == IndicatorSetState.Enabled ? LineageId : null);
        Version++;
    }
}
