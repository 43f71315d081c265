using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>What has to hold for an implementation plan to go on. Not having filed one blocks nothing elsewhere: the rule names no consequence.</summary>
public static class ImplementationPlanGuards
{
    /// <summary>The jurisdiction asks departments of this level to file.</summary>
    public static readonly Guard<ImplementationPlan> FilingAsked = new(nameof(FilingAsked), static (plan, context) =>
        context.Policy.Projects.ImplementationFiling is not { } rule ? ImplementationPlanRefusals.NothingAsked(context.Policy)
        : rule.Levels.Contains(RegionCodes.Level(plan.RegionCode)) ? null : ImplementationPlanRefusals.NotAskedHere(rule, context.Policy));

    public static readonly Guard<ImplementationPlan> Complete = new(nameof(Complete), static (plan, context) =>
    {
        var missing = ImplementationPlanFields.All.Missing(plan.Content).ToList();
        return missing.Count == 0 ? null : ImplementationPlanRefusals.Incomplete(missing, context.Policy.BasisOf(ImplementationPlanWorkflow.Mechanism));
    });

    public static readonly Guard<ImplementationPlan> MaterialsThere = new(nameof(MaterialsThere), static (plan, context) =>
    {
        var missing = ImplementationPlanFields.Materials.Where(m => m.Required && !plan.Facts.Materials.Contains(m.Key)).ToList();
        return missing.Count == 0 ? null : ImplementationPlanRefusals.MaterialsMissing(missing, context.Policy.BasisOf(ImplementationPlanWorkflow.Mechanism));
    });

    public static readonly Guard<ImplementationPlan> RecipientKnown = FilingGuards.RecipientKnown<ImplementationPlan>();

    public static readonly Guard<ImplementationPlan> RecipientInOffice = FilingGuards.RecipientInOffice<ImplementationPlan>();

    public static readonly Guard<ImplementationPlan> RecipientGone = FilingGuards.RecipientGone<ImplementationPlan>();

    public static readonly Guard<ImplementationPlan> SupplementAtOnce = FilingGuards.SupplementAtOnce<ImplementationPlan>((_, _, key) => ImplementationPlanFields.NameOf(key));

    public static readonly Guard<ImplementationPlan> SupplementAnswered = FilingGuards.SupplementAnswered<ImplementationPlan>((plan, key) => ImplementationPlanFields.All.TextOf(key, plan.Content));

    public static readonly Guard<ImplementationPlan> NumberFree = NumberGuards.NumberFree<ImplementationPlan>();

    public static readonly Guard<ImplementationPlan> NoLaterEdition = new(nameof(NoLaterEdition), static (plan, _) =>
        plan.Facts.LaterEditionUnderWay ? ImplementationPlanRefusals.LaterEditionUnderWay() : null);

    /// <summary>Inside the department: whoever submitted it does not sign it off. An earlier head's filing is no submission.</summary>
    public static Guard<ImplementationPlan> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (plan, context) =>
        plan.SubmittedById == context.Actor.UserId ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };

    public static Guard<ImplementationPlan> NotOwnFiling(string act) => FilingGuards.NotOwnSubmission<ImplementationPlan>(act);

    /// <summary>What the columns hold, whatever the state.</summary>
    public static Refusal? Limits(ImplementationPlanContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title))
            return ImplementationPlanRefusals.TitleRequired();
        if (ImplementationPlanFields.All.TooLong(content) is { } tooLong)
            return tooLong;
        if (content.Budget is { } budget && (budget is < 0 or > CaseText.AmountLimit || decimal.Round(budget, 2) != budget))
            return ImplementationPlanRefusals.BudgetRange();
        return content is { Start: { } start, Finish: { } finish } && finish < start ? ImplementationPlanRefusals.MonthsBackwards() : null;
    }
}
