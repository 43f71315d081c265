using DataBureau.Domain;
using DataBureau.Domain.Catalogue;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Reads back what <see cref="ResourceFormat.ToString"/> wrote into the database.</summary>
internal static class ResourceFormatText
{
    private static readonly Dictionary<string, FormatCategory> Categories = Enum.GetValues<FormatCategory>().ToDictionary(c => c.ChineseName(), StringComparer.Ordinal);

    public static ResourceFormat? Read(string? text) => string.IsNullOrEmpty(text) ? null : new ResourceFormat([.. text.Split('、').Select(Part)]);

    private static FormatPart Part(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(Categories[text], null) : new(Categories[text[..colon]], text[(colon + 1)..]);
    }
}
