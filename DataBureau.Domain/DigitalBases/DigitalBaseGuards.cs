using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.DigitalBases;

/// <summary>What has to hold for an application to go on. Two of them are the rule's own gates: no building without consent, no closing without connection.</summary>
public static class DigitalBaseGuards
{
    /// <summary>The jurisdiction asks counties for it, and the body is one that applies.</summary>
    public static readonly Guard<DigitalBase> ConsentAsked = new(nameof(ConsentAsked), static (subject, context) =>
        context.Policy.Projects.DigitalBase is not { } rule ? DigitalBaseRefusals.NothingAsked(context.Policy)
        : !rule.Levels.Contains(RegionCodes.Level(subject.RegionCode)) ? DigitalBaseRefusals.NotAskedHere(rule, context.Policy)
        : subject.Facts.MayApply ? null : DigitalBaseRefusals.NotTheApplicant(context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism)));

    public static readonly Guard<DigitalBase> Complete = new(nameof(Complete), static (subject, context) =>
    {
        var missing = DigitalBaseFields.Application.Missing(subject.Content).ToList();
        return missing.Count == 0 ? null : DigitalBaseRefusals.Incomplete(missing, context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism));
    });

    public static readonly Guard<DigitalBase> MaterialsThere = new(nameof(MaterialsThere), static (subject, context) =>
    {
        var missing = DigitalBaseFields.Materials.Where(m => m.Required && !subject.Facts.Materials.Contains(m.Key)).ToList();
        return missing.Count == 0 ? null : DigitalBaseRefusals.MaterialsMissing(missing, context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism));
    });

    public static readonly Guard<DigitalBase> AuthorityKnown = new(nameof(AuthorityKnown), static (subject, context) =>
        subject.Facts.Consent is { RecipientNow: null, Rule: { } rule } c ? DigitalBaseRefusals.NoAuthority(rule, c.RegionName, context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism)) : null);

    public static readonly Guard<DigitalBase> AuthorityInOffice = new(nameof(AuthorityInOffice), static (subject, _) =>
        subject.Facts.Consent.Recipient is { Abolished: true } gone ? DigitalBaseRefusals.AuthorityAbolished(gone.Name) : null) { Excuses = true };

    public static readonly Guard<DigitalBase> AuthorityGone = FilingGuards.RecipientGone<DigitalBase>();

    public static readonly Guard<DigitalBase> Argued = new(nameof(Argued), static (subject, context) =>
    {
        var missing = DigitalBaseFields.Argument.Missing(subject.Content).ToList();
        return missing.Count == 0 ? null : DigitalBaseRefusals.NotArgued(missing, context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism));
    });

    public static readonly Guard<DigitalBase> Verified = new(nameof(Verified), static (subject, context) =>
    {
        var missing = DigitalBaseFields.Verification.Missing(subject.Content).ToList();
        return missing.Count == 0 ? null : DigitalBaseRefusals.NotVerified(missing, context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism));
    });

    /// <summary>未经同意不得建设.</summary>
    public static readonly Guard<DigitalBase> ConsentGiven = new(nameof(ConsentGiven), static (subject, context) =>
        subject.State == DigitalBaseState.Consented ? null : DigitalBaseRefusals.NoConsent(context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism))) { Excuses = true };

    /// <summary>未连通市级底座不得办结.</summary>
    public static readonly Guard<DigitalBase> Connected = new(nameof(Connected), static (subject, context) =>
        subject.State == DigitalBaseState.Connected ? null : DigitalBaseRefusals.NotConnected(context.Policy.BasisOf(DigitalBaseWorkflow.Mechanism))) { Excuses = true };

    public static readonly Guard<DigitalBase> NotAppliedAgain = new(nameof(NotAppliedAgain), static (subject, _) =>
        subject.Facts.AppliedAgain ? DigitalBaseRefusals.AppliedAgain() : null);

    public static readonly Guard<DigitalBase> NumberFree = NumberGuards.NumberFree<DigitalBase>();

    /// <summary>Inside the applying body: whoever submitted it does not sign it off.</summary>
    public static Guard<DigitalBase> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (subject, context) =>
        subject.SubmittedById == context.Actor.UserId ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };

    /// <summary>Whoever submitted or sent it does not decide on it for the authority.</summary>
    public static Guard<DigitalBase> NotOwnApplication(string act) => FilingGuards.NotOwnSubmission<DigitalBase>(act);

    /// <summary>What the columns hold, and days that have not come.</summary>
    public static Refusal? Limits(DigitalBaseContent content, DigitalBasePart part, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(content.Application.Title))
            return DigitalBaseRefusals.TitleRequired();
        if (DigitalBaseFields.Of(part).TooLong(content) is { } tooLong)
            return tooLong;
        if (content.Application.Budget is { } budget && (budget is < 0 or > CaseText.AmountLimit || decimal.Round(budget, 2) != budget))
            return DigitalBaseRefusals.BudgetRange();
        var today = ChinaTime.DateOf(now);
        return content.Argument.Date > today ? DigitalBaseRefusals.InTheFuture(DigitalBaseFields.ArgumentDate, "论证日期")
            : content.Verification.Date > today ? DigitalBaseRefusals.InTheFuture(DigitalBaseFields.VerificationDate, "核验日期")
            : null;
    }
}
