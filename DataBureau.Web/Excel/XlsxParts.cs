using System.Globalization;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>The parts of a workbook that do not grow with the rows.</summary>
internal static class XlsxParts
{
    /// <summary>Excel counts the space beside the characters as part of the width.</summary>
    private const double CellPadding = 0.71;
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public const string RootRelations =
        $"""{Declaration}<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    public static string Styles { get; } = BuildStyles();

    public static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder(Declaration)
            .Append("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">""")
            .Append("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>""")
            .Append(Inv($"""<Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>"""));
        for (var i = 1; i <= sheets; i++) xml.Append(Inv($"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Types}.worksheet+xml"/>"""));
        return xml.Append("</Types>").ToString();
    }

    public static string WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append(Inv($"""<Relationships xmlns="{PackageRelations}">"""));
        for (var i = 1; i <= sheets; i++) xml.Append(Inv($"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>"""));
        return xml.Append(Inv($"""<Relationship Id="rId{sheets + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""")).ToString();
    }

    public static string Workbook(IReadOnlyList<XlsxSheetInfo> sheets)
    {
        var xml = new StringBuilder(Declaration).Append(Inv($"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><bookViews><workbookView activeTab="{Math.Max(0, sheets.ToList().FindIndex(sheet => !sheet.Hidden))}"/></bookViews><sheets>"""));
        for (var i = 0; i < sheets.Count; i++)
            xml.Append(Inv($"""<sheet name="{XlsxText.Escape(sheets[i].Name)}" sheetId="{i + 1}"{(sheets[i].Hidden ? " state=\"hidden\"" : "")} r:id="rId{i + 1}"/>"""));
        xml.Append("</sheets>");
        if (sheets.Any(sheet => sheet.HeaderRow > 0)) AppendNames(xml, sheets);
        return xml.Append("</workbook>").ToString();
    }

    public static string SheetStart<TRow>(XlsxTable<TRow> table)
    {
        var header = table.Preamble.Count + 1;
        var xml = new StringBuilder(Declaration).Append(Inv($"""<worksheet xmlns="{Main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">"""));
        if (table.ShowHeader)
            xml.Append(Inv($"""<pane ySplit="{header}" topLeftCell="A{header + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A{header + 1}" sqref="A{header + 1}"/>"""));
        xml.Append("""</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>""");
        for (var i = 0; i < table.Columns.Count; i++)
            xml.Append(Inv($"""<col min="{i + 1}" max="{i + 1}" width="{Math.Clamp(table.Columns[i].Width + CellPadding, 1, 255)}" style="{(int)ColumnStyle(table.Columns[i].Kind)}" customWidth="1"/>"""));
        return xml.Append("</cols><sheetData>").ToString();
    }

    public static string SheetEnd(XlsxSheetInfo sheet) =>
        "</sheetData>"
        + (sheet.HeaderRow > 0 ? Inv($"""<autoFilter ref="A{sheet.HeaderRow}:{ColumnName(sheet.Columns)}{sheet.LastRow}"/>""") : "")
        + """<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>""";

    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    // Given to the whole column, so that a row typed in below the last one behaves like the rest.
    private static XlsxStyle ColumnStyle(XlsxColumnKind kind) => kind switch
    {
        XlsxColumnKind.Text => XlsxStyle.Text,
        XlsxColumnKind.Integer => XlsxStyle.Integer,
        XlsxColumnKind.Number => XlsxStyle.General,
        XlsxColumnKind.Date => XlsxStyle.Date,
        XlsxColumnKind.DateTime => XlsxStyle.DateTime,
    };

    private static void AppendNames(StringBuilder xml, IReadOnlyList<XlsxSheetInfo> sheets)
    {
        xml.Append("<definedNames>");
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i] is not { HeaderRow: > 0 } sheet) continue;
            var name = XlsxText.Escape($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'");
            xml.Append(Inv($"""<definedName name="_xlnm._FilterDatabase" localSheetId="{i}" hidden="1">{name}!$A${sheet.HeaderRow}:${ColumnName(sheet.Columns)}${sheet.LastRow}</definedName>"""));
            xml.Append(Inv($"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">{name}!${sheet.HeaderRow}:${sheet.HeaderRow}</definedName>"""));
        }
        xml.Append("</definedNames>");
    }

    /// <summary>The cell formats in the order of <see cref="XlsxStyle"/>, then the first six again on light red.</summary>
    private static string BuildStyles()
    {
        var data = new[] { "numFmtId=\"0\"", "numFmtId=\"49\"", "numFmtId=\"49\" quotePrefix=\"1\"", "numFmtId=\"1\"", "numFmtId=\"164\"", "numFmtId=\"165\"" };
        var xml = new StringBuilder(Declaration).Append(Inv($"""<styleSheet xmlns="{Main}">"""))
            .Append("""<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts>""")
            .Append("""<fonts count="3"><font><sz val="11"/><name val="等线"/><family val="2"/><charset val="134"/></font><font><b/><sz val="11"/><name val="等线"/><family val="2"/><charset val="134"/></font><font><b/><sz val="14"/><name val="等线"/><family val="2"/><charset val="134"/></font></fonts>""")
            .Append("""<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills>""")
            .Append("""<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF8EA9DB"/></bottom><diagonal/></border></borders>""")
            .Append("""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="14">""");
        foreach (var format in data) xml.Append(Inv($"""<xf {format} fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"""));
        xml.Append("""<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>""");
        xml.Append("""<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>""");
        foreach (var format in data) xml.Append(Inv($"""<xf {format} fontId="0" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>"""));
        return xml.Append("""</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>""").ToString();
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
