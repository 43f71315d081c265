using System.Collections.Immutable;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Plans;

/// <summary>What has to hold for a plan to go on; each asks the policy in force for the plan's region.</summary>
public static class PlanGuards
{
    /// <summary>The jurisdiction knows the kind, at this level, and the body may draft it.</summary>
    public static readonly Guard<Plan> KindKnown = new(nameof(KindKnown), static (plan, context) =>
        Rule(plan, context) is not { } rule ? PlanRefusals.KindUnknown(plan.Kind, context.Policy)
        : !rule.Levels.Contains(RegionCodes.Level(plan.RegionCode)) ? PlanRefusals.WrongLevel(rule, context.Policy)
        : rule.MayDraft(plan.Facts.DrafterHolds) ? null : PlanRefusals.NotTheDrafter(rule, context.Policy));

    public static readonly Guard<Plan> Complete = new(nameof(Complete), static (plan, context) =>
    {
        var missing = PlanCheck.Missing(plan.Content).ToList();
        return missing.Count == 0 ? null : PlanRefusals.Incomplete(missing, context.Policy.BasisOf(plan.Kind));
    });

    /// <summary>Every upstream plan the rule names is cited in a version, and those kept here are in force and of a region above.</summary>
    public static readonly Guard<Plan> UpstreamCited = new(nameof(UpstreamCited), static (plan, context) =>
    {
        if (Rule(plan, context) is not { } rule)
            return null;
        var findings = PlanCheck.Upstream(plan, rule).ToList();
        return findings.Count == 0 ? null : PlanRefusals.Upstream(findings, context.Policy.BasisOf(plan.Kind));
    });

    public static readonly Guard<Plan> ApprovalAsked = new(nameof(ApprovalAsked), static (plan, context) =>
        Rule(plan, context) is { Approver: PlanApprover.None } rule ? PlanRefusals.NoApprovalToAsk(rule, context.Policy) : null) { Excuses = true };

    public static readonly Guard<Plan> NoApprovalAsked = new(nameof(NoApprovalAsked), static (plan, context) =>
        Rule(plan, context) is { Approver: not PlanApprover.None } rule ? PlanRefusals.NeedsApproval(rule, context.Policy) : null) { Excuses = true };

    /// <summary>文号, date and organ are there, the organ is the government of the same level, and the number is this plan's alone.</summary>
    public static readonly Guard<Plan> ApprovalRegistered = new(nameof(ApprovalRegistered), static (plan, context) =>
    {
        var findings = PlanCheck.Approval(plan, ChinaTime.DateOf(context.Now)).ToList();
        return findings.Count == 0 ? null : PlanRefusals.ApprovalNotRegistered(findings, context.Policy.BasisOf(plan.Kind));
    });

    public static readonly Guard<Plan> FilingAsked = new(nameof(FilingAsked), static (plan, context) =>
        Rule(plan, context) is { Filing: null } rule ? PlanRefusals.NothingToFile(rule, context.Policy) : null) { Excuses = true };

    public static readonly Guard<Plan> NoFilingAsked = new(nameof(NoFilingAsked), static (plan, context) =>
        Rule(plan, context) is { Filing: not null } rule ? PlanRefusals.FileFirst(rule, context.Policy) : null) { Excuses = true };

    public static readonly Guard<Plan> PublicationAsked = new(nameof(PublicationAsked), static (plan, context) =>
        Rule(plan, context) is { Published: false } rule ? PlanRefusals.NothingToPublish(rule, context.Policy) : null) { Excuses = true };

    public static readonly Guard<Plan> NoPublicationAsked = new(nameof(NoPublicationAsked), static (plan, context) =>
        Rule(plan, context) is { Published: true } rule ? PlanRefusals.MustPublish(rule, context.Policy) : null) { Excuses = true };

    /// <summary>What these refuse, they refuse every plan of the kind: such an act is none of this plan's.</summary>
    public static readonly ImmutableArray<Guard<Plan>> AboutTheKind = [ApprovalAsked, NoApprovalAsked, FilingAsked, NoFilingAsked, PublicationAsked, NoPublicationAsked];

    public static readonly Guard<Plan> PublicationPlace = new(nameof(PublicationPlace), static (plan, _) =>
        string.IsNullOrWhiteSpace(plan.Content.PublishedIn) ? PlanRefusals.PublishedWhere() : null);

    public static readonly Guard<Plan> RecipientKnown = FilingGuards.RecipientKnown<Plan>();

    public static readonly Guard<Plan> RecipientInOffice = FilingGuards.RecipientInOffice<Plan>();

    public static readonly Guard<Plan> RecipientGone = FilingGuards.RecipientGone<Plan>();

    public static readonly Guard<Plan> SupplementAtOnce = FilingGuards.SupplementAtOnce<Plan>((plan, context, key) => PlanCheck.NameOf(key, Rule(plan, context)));

    public static readonly Guard<Plan> SupplementAnswered = FilingGuards.SupplementAnswered<Plan>((plan, key) => PlanFields.TextOf(key, plan.Content));

    public static readonly Guard<Plan> NumberFree = NumberGuards.NumberFree<Plan>();

    public static readonly Guard<Plan> NoLaterEdition = new(nameof(NoLaterEdition), static (plan, _) =>
        plan.Facts.LaterEditionUnderWay ? PlanRefusals.LaterEditionUnderWay() : null);

    public static Guard<Plan> MaterialsFor(MaterialStage stage) => new("MaterialsFor" + stage, (plan, context) =>
    {
        var missing = Rule(plan, context)?.Materials.Where(m => m.Required && m.Stage <= stage && !plan.Facts.Materials.Contains(m.Key)).ToList();
        return missing is null or [] ? null : PlanRefusals.MaterialsMissing(missing, context.Policy.BasisOf(plan.Kind));
    });

    public static Guard<Plan> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (plan, context) =>
        plan.SubmittedById == context.Actor.UserId ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };

    public static Guard<Plan> NotOwnFiling(string act) => FilingGuards.NotOwnSubmission<Plan>(act);

    private static PlanRule? Rule(Plan plan, GuardContext context) => context.Policy.Plans.Find(plan.Kind);
}
