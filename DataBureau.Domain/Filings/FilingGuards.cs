using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Filings;

/// <summary>The guards of filing, whatever is filed.</summary>
public static class FilingGuards
{
    public static Guard<T> RecipientKnown<T>()
        where T : IFiledCase => new(nameof(RecipientKnown), static (subject, context) =>
            subject.Filing is { RecipientNow: null, Rule: { } rule } f ? FilingRefusals.NoRecipient(rule, f.RegionName, context.Policy.BasisOf(f.Mechanism)) : null);

    public static Guard<T> RecipientInOffice<T>()
        where T : IFiledCase => new(nameof(RecipientInOffice), static (subject, _) =>
            subject.Filing.Recipient is { Abolished: true } gone ? FilingRefusals.RecipientAbolished(gone.Name) : null) { Excuses = true };

    /// <summary>Sent elsewhere only when the office it went to is gone, or is no longer the one that receives.</summary>
    public static Guard<T> RecipientGone<T>()
        where T : IFiledCase => new(nameof(RecipientGone), static (subject, _) =>
            subject.Filing is { Recipient: { Abolished: false } there } f && there.Id == f.RecipientNow?.Id ? FilingRefusals.RecipientInOffice(there.Name) : null) { Excuses = true };

    /// <summary>It lies with a body that is no more, where nobody can act on it.</summary>
    public static bool IsStranded<T>(T subject)
        where T : IFiledCase => subject.Filing.Recipient is { Abolished: true };

    /// <summary>Whoever submitted or filed it does not receive it.</summary>
    public static Guard<T> NotOwnSubmission<T>(string act)
        where T : IFiledCase => new(nameof(NotOwnSubmission), (subject, context) =>
            subject.FiledById == context.Actor.UserId || subject.SubmittedById == context.Actor.UserId ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };

    /// <param name="nameOf">The words for a material or field of the case; null when it has no such.</param>
    public static Guard<T> SupplementAtOnce<T>(Func<T, GuardContext, string, string?> nameOf)
        where T : IFiledCase => new(nameof(SupplementAtOnce), (subject, context) => SupplementRules.Check(context.Remarks, subject.Filing.Rounds, key => nameOf(subject, context, key)));

    /// <param name="textOf">What a field of the case says now, empty where nothing; null for what is no field.</param>
    public static Guard<T> SupplementAnswered<T>(Func<T, string, string?> textOf)
        where T : IFiledCase => new(nameof(SupplementAnswered), (subject, context) => SupplementRules.CheckAnswer(subject.Filing, key => textOf(subject, key), context));
}
