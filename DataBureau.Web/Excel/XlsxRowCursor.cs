using System.Globalization;
using System.Xml;

namespace DataBureau.Web.Excel;

/// <summary>Steps through the sheetData element of a sheet, once, front to back.</summary>
internal sealed class XlsxRowCursor(XlsxPackage package, XmlReader reader, RowBuilder builder) : RowCursor
{
    private const int ExcelRows = 1_048_576;
    private const int ExcelColumns = 16_384;

    private readonly XlsxInlineText _text = new();
    private int _row;

    public override bool Read()
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "sheetData") return false;
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row") continue;
            ReadRow();
            if (!builder.TryTake(_row, out var row)) continue;
            Current = row;
            return true;
        }
        return false;
    }

    public override void Dispose() => reader.Dispose();

    /// <summary>The column of a reference such as AB12, from 1; 0 when there is none.</summary>
    public static int ParseColumn(string reference, out int letters)
    {
        var column = 0;
        for (letters = 0; letters < reference.Length && char.IsAsciiLetter(reference[letters]); letters++)
        {
            column = column * 26 + (reference[letters] & 0x1F);
            if (column > ExcelColumns) throw new InvalidDataException("A cell lies beyond the last column of Excel.");
        }
        return column;
    }

    private void ReadRow()
    {
        // Some programs number no rows, a few number them wrongly; both are then simply counted.
        var given = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        _row = given > _row ? given : _row + 1;
        if (_row > ExcelRows) throw new InvalidDataException("A row lies beyond the last row of Excel.");
        if (reader.IsEmptyElement) return;
        var end = reader.Depth;
        var column = 0;
        while (reader.Read() && reader.Depth > end)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
            var cell = ReadCell(ref column);
            builder.Set(column - 1, _row, cell);
        }
    }

    private CellValue ReadCell(ref int column)
    {
        string? type = null;
        var style = 0;
        var given = 0;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "r": given = ParseColumn(reader.Value, out _); break;
                case "t": type = reader.Value; break;
                case "s": _ = int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style); break;
            }
        }
        reader.MoveToElement();
        column = given > 0 ? given : column + 1;
        if (reader.IsEmptyElement) return default;
        var end = reader.Depth;
        string? value = null;
        var formula = false;
        while (reader.Read() && reader.Depth > end)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            switch (reader.LocalName)
            {
                case "f": formula = true; break;
                case "v": value = _text.ReadValue(reader); break;
                case "is": value = _text.ReadItem(reader); break;
            }
        }
        // A program that does not calculate leaves the value out or empty. Only of a text (t="str") is an empty value one that was calculated.
        if (value is null || (formula && value.Length == 0 && type != "str"))
            return new(CellKind.Empty, null, formula ? CellFlags.FormulaWithoutValue : CellFlags.None);
        return Convert(value, type, style);
    }

    private CellValue Convert(string value, string? type, int style) => type switch
    {
        "s" => package.SharedTexts[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)],
        "inlineStr" => CellReading.ToCell(value),
        "str" => CellReading.ToCell(XlsxInlineText.Unescape(value)),
        "b" => new(CellKind.Boolean, value == "1" ? "TRUE" : "FALSE"),
        "e" => new(CellKind.Error, value),
        "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) => CellFormat.DateText(date),
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => package.Format(style).ToCell(number, package.From1904),
        _ => CellReading.ToCell(value),
    };
}
