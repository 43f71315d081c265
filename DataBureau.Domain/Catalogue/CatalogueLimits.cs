using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Catalogue;

/// <summary>How long the texts of an entry may be: what the columns hold.</summary>
public static class CatalogueLimits
{
    public const int Items = 1000;
    public const int ItemName = CatalogueContent.NameLimit;

    /// <summary>The first text that is too long, or a missing name.</summary>
    public static Refusal? Check(CatalogueContent c)
    {
        if (string.IsNullOrWhiteSpace(c.Name))
            return CatalogueRefusals.NameRequired();
        foreach (var field in CatalogueFields.All)
            if (LengthOf(field.Value(c)) > LimitOf(field.Key))
                return CatalogueRefusals.TooLong(field.Key, field.Title, LimitOf(field.Key));
        if (c.Items.Count > Items)
            return new Refusal("TooManyItems", $"信息项超过 {Items} 个，请拆分为多条目录。") { Details = [new(nameof(c.Items), $"超过 {Items} 个。")] };
        return c.Items.Any(i => i.Name.Length > ItemName) ? CatalogueRefusals.TooLong(nameof(c.Items), "信息项名称", ItemName) : null;
    }

    public static int LimitOf(string key) => key switch
    {
        nameof(CatalogueContent.Abstract) or nameof(CatalogueContent.SharingCondition) or nameof(CatalogueContent.SharingReason)
            or nameof(CatalogueContent.SharingBasis) or nameof(CatalogueContent.OpeningCondition) or nameof(CatalogueContent.OpeningBasis) => CatalogueContent.TextLimit,
        // Codes are kept one after the other, with a mark between two.
        nameof(CatalogueContent.RelatedCodes) => CatalogueContent.TextLimit,
        nameof(CatalogueContent.Format) => CatalogueContent.FormatLimit,
        nameof(CatalogueContent.ClassificationPath) => 500,
        _ => CatalogueContent.ShortLimit,
    };

    /// <summary>How long the value is where it is kept; 0 for what is not kept as text.</summary>
    public static int LengthOf(object? value) => value switch
    {
        string text => text.Length,
        ResourceFormat format => format.ToString().Length,
        IReadOnlyList<string> { Count: > 0 } codes => codes.Sum(c => c.Length) + codes.Count - 1,
        _ => 0,
    };
}
