namespace DataBureau.Web.Components.Forms;

/// <summary>What a field tells the input inside it.</summary>
public sealed record FieldContext(string InputId, string? DescribedBy, bool Required, bool Invalid)
{
    public string? AriaInvalid => Invalid ? "true" : null;
    public string? AriaRequired => Required ? "true" : null;
}
