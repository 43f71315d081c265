using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Catalogue;

public static class CatalogueGuards
{
    /// <summary>Nothing that the guide or the jurisdiction requires is missing.</summary>
    public static readonly Guard<CatalogueEntry> Complete = new(nameof(Complete), static (entry, context) =>
    {
        var blocking = CatalogueCheck.Findings(entry.Content, context.Policy).Where(f => f.Severity == FindingSeverity.Blocking).ToList();
        return blocking.Count == 0 ? null : CatalogueRefusals.Incomplete(entry.Content.Name, blocking);
    });

    /// <summary>There is an authority to send it to.</summary>
    public static readonly Guard<CatalogueEntry> AuthorityKnown = new(nameof(AuthorityKnown), static (entry, context) =>
        entry.AuthorityId is null ? CatalogueRefusals.NoAuthority(context.Policy) : null);

    /// <summary>What is opened has been prepared for it, O05.</summary>
    public static readonly Guard<CatalogueEntry> PreparedForOpening = new(nameof(PreparedForOpening), static (entry, context) =>
    {
        var missing = CatalogueCheck.Preparations(entry.Content, context.Policy).ToList();
        return missing.Count == 0 ? null : CatalogueRefusals.NotPrepared(entry.Content.Name, missing);
    });

    /// <summary>Only one revision is compiled at a time.</summary>
    public static readonly Guard<CatalogueEntry> NoRevisionUnderWay = new(nameof(NoRevisionUnderWay), static (entry, _) =>
        entry.IsHead ? null : CatalogueRefusals.RevisionUnderWay()) { Excuses = true };

    /// <summary>Whoever submitted it, or signed it off, does not judge it.</summary>
    public static Guard<CatalogueEntry> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (entry, context) =>
        entry.SubmittedById == context.Actor.UserId || (entry.State != CatalogueState.DepartmentReview && entry.SignedOffById == context.Actor.UserId)
            ? WorkflowRefusals.OwnSubmission(act)
            : null) { Excuses = true };
}
