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
            if (field.Value(c) is string text && text.Length > LimitOf(field.Key))
                return CatalogueRefusals.TooLong(field.Key, field.Title, LimitOf(field.Key));
        if (c.Items.Count > Items)
            return new Refusal("TooManyItems", $"信息项超过 {Items} 个，请拆分为多条目录。") { Details = [new(nameof(c.Items), $"超过 {Items} 个。")] };
        return c.Items.Any(i => i.Name.Length > ItemName) ? CatalogueRefusals.TooLong(nameof(c.Items), "信息项名称", ItemName) : null;
    }

    public static int LimitOf(string key) => key switch
    {
        nameof(CatalogueContent.Abstract) or nameof(CatalogueContent.SharingCondition) or nameof(CatalogueContent.SharingReason)
            or nameof(CatalogueContent.SharingBasis) or nameof(CatalogueContent.OpeningCondition) or nameof(CatalogueContent.OpeningBasis) => CatalogueContent.TextLimit,
        nameof(CatalogueContent.ClassificationPath) => 500,
        _ => CatalogueContent.ShortLimit,
    };
}
