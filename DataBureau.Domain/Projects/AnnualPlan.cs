using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>What an annual construction plan says of itself.</summary>
public sealed record AnnualPlanContent
{
    public string Title { get; init; } = string.Empty;

    public int? Year { get; init; }

    public string? Summary { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public string? ApprovalNumber { get; init; }

    public DateOnly? ApprovalDate { get; init; }
}

/// <summary>What stands around an annual plan and its guards have to know.</summary>
/// <param name="Consultation">The consultation about it.</param>
/// <param name="Projects">How many projects its list has.</param>
/// <param name="WithoutReuse">Those of them whose reuse table is not complete (J05).</param>
public sealed record AnnualPlanFacts(ConsultationFact Consultation, int Projects, IReadOnlyList<string> WithoutReuse)
{
    public static readonly AnnualPlanFacts None = new(ConsultationFact.None, 0, []);
}

/// <summary>J03: the annual construction plan of the 政务信息管理部门, with its project list.</summary>
public sealed class AnnualPlan
{
    public const string CaseKind = "annual-plan";
    public const int TitleLimit = 200;
    public const int TextLimit = 4000;

    private AnnualPlan()
    {
    }

    public Guid Id { get; private set; }

    public AnnualPlanState State { get; private set; }

    public int Version { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public AnnualPlanContent Content { get; private set; } = new();

    /// <summary>Body and year while the plan lives: one plan a year.</summary>
    public string? LiveKey { get; private set; }

    public Guid? SubmittedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>The body is the authority on its own plan: a grant for the whole region does not open another body's.</summary>
    public CaseLocation Location => new(OrganisationId, RegionCode, OrganisationId);

    public AnnualPlanFacts Facts { get; private set; } = AnnualPlanFacts.None;

    public static AnnualPlan Draft(Guid id, Guid organisationId, string regionCode, AnnualPlanContent content, DateTimeOffset now)
    {
        var plan = new AnnualPlan { Id = id, State = AnnualPlanState.Draft, Version = 1, OrganisationId = organisationId, RegionCode = regionCode, CreatedAt = now };
        plan.Take(content with { ApprovalNumber = null, ApprovalDate = null }, now);
        return plan;
    }

    public void Know(AnnualPlanFacts facts) => Facts = facts;

    /// <summary>While drafting the content, once reported the approval.</summary>
    public Refusal? Edit(AnnualPlanContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(ProjectPermissions.Plan, CaseSide.Authority, Location))
            return WorkflowRefusals.NotPermitted(ProjectPermissions.Plan);
        if (!AnnualPlanWorkflow.IsEditable(State))
            return AnnualPlanRefusals.NotEditable(State);
        var allowed = State == AnnualPlanState.Draft
            ? content with { ApprovalNumber = Content.ApprovalNumber, ApprovalDate = Content.ApprovalDate }
            : Content with { ApprovalNumber = content.ApprovalNumber, ApprovalDate = content.ApprovalDate };
        if (AnnualPlanWorkflow.Limits(allowed) is { } refusal)
            return refusal;
        Take(allowed, now);
        Version++;
        return null;
    }

    public Decision<AnnualPlanState> Act(AnnualPlanAction action, string? comment, GuardContext context)
    {
        var decision = AnnualPlanWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<AnnualPlanState>.Accepted accepted)
            return decision;
        if (action == AnnualPlanAction.Submit)
            SubmittedById = context.Actor.UserId;
        if (action == AnnualPlanAction.Report)
            ReportedAt = context.Now;
        State = accepted.To;
        if (State == AnnualPlanState.Discarded)
            LiveKey = null;
        UpdatedAt = context.Now;
        Version++;
        return decision;
    }

    /// <summary>移出计划: a project that is still a draft leaves the list. What was consulted on is another list now, so it counts as a version of the plan.</summary>
    /// <param name="dataAuthorityId">Who decides on the project from here on; null where the region has no such body.</param>
    public Refusal? Strike(Project project, Guid? dataAuthorityId, string? why, Actor actor, DateTimeOffset now)
    {
        if (AnnualPlanListRules.Strike(this, project, why, actor) is { } refusal)
            return refusal;
        project.LeavePlan(dataAuthorityId, now);
        UpdatedAt = now;
        Version++;
        return null;
    }

    /// <summary>Another body carries it on.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, UpdatedAt) = (succession.OfOwn(OrganisationId), now);
        if (LiveKey is not null && Content.Year is { } year)
            LiveKey = KeyOf(OrganisationId, year);
        Version++;
    }

    /// <summary>One plan of a body and year.</summary>
    public static string KeyOf(Guid organisationId, int year) => $"{organisationId:N}|{year}";

    public RegionLevel Level => RegionCodes.Level(RegionCode);

    private void Take(AnnualPlanContent content, DateTimeOffset now)
    {
        Content = content;
        UpdatedAt = now;
        LiveKey = content.Year is { } year ? KeyOf(OrganisationId, year) : null;
    }
}
