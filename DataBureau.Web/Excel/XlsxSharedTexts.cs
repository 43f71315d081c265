using System.Xml;

namespace DataBureau.Web.Excel;

/// <summary>The table of repeated texts; each is normalised once, however many cells refer to it.</summary>
internal static class XlsxSharedTexts
{
    public static IReadOnlyList<CellValue> Read(XmlReader? reader, string file, WorkbookLimits limits)
    {
        if (reader is null) return [];
        using var owned = reader;
        var texts = new List<CellValue>();
        var inline = new XlsxInlineText();
        long characters = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si") continue;
            var text = inline.ReadItem(reader);
            characters += text.Length;
            if (characters > limits.MaxSharedTextCharacters || texts.Count >= limits.MaxSharedTexts)
                throw new WorkbookReadException(WorkbookRefusals.TooMuchText(file));
            texts.Add(CellReading.ToCell(text));
        }
        return texts;
    }
}
