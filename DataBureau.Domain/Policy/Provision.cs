namespace DataBureau.Domain.Policy;

/// <summary>In which state a document is.</summary>
public enum PackStatus
{
    [ChineseName("现行")] InForce,
    [ChineseName("征求意见稿")] Draft,
    [ChineseName("已替代")] Superseded,
}

/// <summary>The document that took a draft's place.</summary>
public sealed record SupersedingDocument(string Title, string Number, DateOnly IssuedOn);

/// <summary>One article or paragraph: what it asks for, in our own words.</summary>
public sealed record Provision(int Article, int? Paragraph, string Title, string Gist, IReadOnlyList<string> Mechanisms);

/// <summary>One document, as data.</summary>
public sealed record RegulationPack(
    string Id, string Title, string Region, string Kind, PackStatus Status, DateOnly? AdoptedOn, DateOnly? EffectiveFrom,
    SupersedingDocument? SupersededBy, string? Note, IReadOnlyList<Provision> Provisions);

/// <summary>A provision together with the document it stands in.</summary>
public sealed record Citation(RegulationPack Pack, Provision Provision)
{
    /// <summary>Stable id, used in links: "SXM-12-3".</summary>
    public string Id => Provision.Paragraph is { } p ? $"{Pack.Id}-{Provision.Article}-{p}" : $"{Pack.Id}-{Provision.Article}";

    /// <summary>"《…办法（征求意见稿）》第十二条第三款".</summary>
    public string Text => $"《{Pack.Title}》{Place}";

    public string Place => Provision.Paragraph is { } p ? $"第{ChineseNumber.Of(Provision.Article)}条第{ChineseNumber.Of(p)}款" : $"第{ChineseNumber.Of(Provision.Article)}条";
}

/// <summary>What a mechanism rests on in a jurisdiction: one or more provisions, the nearest rule first.</summary>
public sealed record LegalBasis(string Mechanism, IReadOnlyList<Citation> Citations);
