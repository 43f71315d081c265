using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Catalogue;

public enum FindingSeverity
{
    /// <summary>Stands in the way of submission.</summary>
    [ChineseName("须补正")] Blocking,

    /// <summary>Does not stand in the way of a review, but of publication: whoever judges should know that it comes.</summary>
    [ChineseName("发布前须办")] BeforePublication,

    /// <summary>Worth a look; the compiler decides.</summary>
    [ChineseName("提示")] Advice,
}

/// <summary>Something the automatic check noticed on one field, with the rule that asks for it when one does.</summary>
public sealed record CatalogueFinding(string Field, string Sentence, FindingSeverity Severity, LegalBasis? Basis = null);
