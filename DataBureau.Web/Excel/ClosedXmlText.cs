using ClosedXML.Excel;

namespace DataBureau.Web.Excel;

/// <summary>Puts text into a ClosedXML cell so that it stays text: the counterpart of the streaming writer's text cells.</summary>
internal static class ClosedXmlText
{
    public static IXLCell SetText(this IXLCell cell, string text)
    {
        cell.Style.NumberFormat.Format = "@";
        cell.Style.IncludeQuotePrefix = XlsxText.LooksLikeFormula(text);
        return cell.SetValue(XlsxText.Legal(text));
    }
}
