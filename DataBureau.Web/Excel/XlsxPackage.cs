using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace DataBureau.Web.Excel;

/// <summary>
/// The parts of an .xlsx that its sheets share: what sheets there are, which formats are dates, the repeated texts. Read with our
/// own reader, not with ExcelDataReader: that one parses each sheet twice, keeps whole rows of phantom cells, and loses error cells.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false, // stray control characters are removed and flagged rather than costing the user the file
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly string _file;
    private readonly List<CellFormat> _formats = [];

    public XlsxPackage(ZipArchive archive, string file, WorkbookLimits limits)
    {
        _archive = archive;
        _file = file;
        ReadStyles();
        SharedTexts = XlsxSharedTexts.Read(TryOpen("xl/sharedStrings.xml"), file, limits);
        Sheets = ReadSheets(limits);
    }

    public bool From1904 { get; private set; }

    public IReadOnlyList<CellValue> SharedTexts { get; }

    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    public CellFormat Format(int style) => style >= 0 && style < _formats.Count ? _formats[style] : default;

    public XmlReader? TryOpen(string part) =>
        _archive.GetEntry(part) is { } entry ? XmlReader.Create(new GuardedPartStream(entry.Open(), entry.Length, _file), Settings) : null;

    public void Dispose() => _archive.Dispose();

    private List<WorkbookSheet> ReadSheets(WorkbookLimits limits)
    {
        var targets = ReadTargets();
        var sheets = new List<WorkbookSheet>();
        using var reader = TryOpen("xl/workbook.xml") ?? throw new InvalidDataException("No workbook part.");
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") From1904 = reader.GetAttribute("date1904") is "1" or "true";
            if (reader.LocalName != "sheet" || reader.GetAttribute("name") is not { } name) continue;
            var id = RelationId(reader);
            // Chart sheets have no cells and are left out.
            if (id is not null && targets.TryGetValue(id, out var part))
                sheets.Add(new XlsxSheet(this, part, _file, name, reader.GetAttribute("state") is "hidden" or "veryHidden", limits));
        }
        return sheets;
    }

    private static string? RelationId(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    private Dictionary<string, string> ReadTargets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = TryOpen("xl/_rels/workbook.xml.rels");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship") continue;
            if (reader.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) != true) continue;
            if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private void ReadStyles()
    {
        var custom = new Dictionary<int, CellFormat>();
        var inCellFormats = false;
        using var reader = TryOpen("xl/styles.xml");
        while (reader is not null && reader.Read())
        {
            if (reader.LocalName == "cellXfs") inCellFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt") custom[Id(reader)] = CellFormat.Parse(reader.GetAttribute("formatCode") ?? "");
            else if (inCellFormats && reader.LocalName == "xf") _formats.Add(custom.TryGetValue(Id(reader), out var format) ? format : CellFormat.FromBuiltIn(Id(reader)));
        }
    }

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
