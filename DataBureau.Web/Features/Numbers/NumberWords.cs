using DataBureau.Domain.Numbers;

namespace DataBureau.Web.Features.Numbers;

internal static class NumberWords
{
    /// <summary>Kind of subject, as in history and audit.</summary>
    public const string Kind = "number";

    /// <summary>A matter that no feature registers any more keeps its code as its name.</summary>
    public static string NameOf(this IEnumerable<NumberMatter> matters, string code) => matters.FirstOrDefault(m => m.Code == code)?.Name ?? code;
}
