using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Joins the 信息项 of a sheet of their own to the entries they name. An item that names no entry, or several, is an error.</summary>
internal sealed class ItemSheetReader(IReadOnlyList<ImportRow> entries, List<ImportError> errors, List<ImportError> warnings, List<SkippedRow> skipped)
{
    private const int RowsNamed = 5;

    private readonly ILookup<string, ImportRow> _byName = entries.ToLookup(r => r.NameKey, StringComparer.Ordinal);
    private readonly ILookup<string, ImportRow> _byCode = entries.Where(r => r.Content.Code is not null).ToLookup(r => r.Content.Code!, StringComparer.Ordinal);

    /// <summary>The entry that a row names, or why it cannot be told.</summary>
    private sealed record Owner(ImportRow? Entry, string Code, string Sentence);

    private static readonly Owner Nobody = new(null, "ItemOfUnknownEntry", "没有写明信息项属于哪条目录。请填写信息资源名称。");

    public void Read(WorkbookSheet sheet, HeaderLayout layout, CancellationToken cancellationToken)
    {
        var cells = new RowCells(sheet.Name, layout, errors, warnings);
        var owner = Nobody;
        foreach (var row in sheet.ReadRows(cancellationToken))
        {
            if (row.Number <= layout.FirstDataRow)
                continue;
            cells.MoveTo(row);
            if (cells.IsBlank)
                continue;
            if (TableFooter.LabelOf(row.Cells, static c => c.Text) is { } label)
            {
                skipped.Add(new SkippedRow(sheet.Name, row.Number, label));
                continue;
            }

            cells.Warn();
            // A row without a name goes on with the entry of the row above it.
            if (cells.Peek(CatalogueField.Name) || cells.Peek(CatalogueField.Code))
                owner = Find(cells);
            if (owner.Entry is null)
                cells.Fail(cells.Has(CatalogueField.Name) ? CatalogueField.Name : CatalogueField.Code, owner.Code, owner.Sentence);
            else
                Append(owner.Entry, cells);
        }
    }

    /// <summary>Adds the item of a row to an entry.</summary>
    public static void Append(ImportRow entry, RowCells cells)
    {
        if (EntryRowReader.ReadItem(cells) is { } item && !entry.TryAddItem(item))
            cells.Fail(CatalogueField.ItemName, "DuplicateItem", $"{Place(entry, cells)}的目录已经有信息项「{item.Name}」。请删去重复的一行，或改成能区分的名称。");
        entry.HasError |= cells.HasError;
    }

    private static string Place(ImportRow entry, RowCells cells) => $"{(entry.Sheet == cells.Sheet ? string.Empty : $"工作表「{entry.Sheet}」")}第 {entry.Number} 行";

    private Owner Find(RowCells cells)
    {
        var (name, code) = (cells.Text(CatalogueField.Name), cells.Text(CatalogueField.Code));
        if (name is null && code is null)
            return Nobody;
        var (provider, providerCode) = (cells.Text(CatalogueField.ProviderName), cells.Text(CatalogueField.ProviderCode));
        var named = (code is not null ? _byCode[code] : _byName[NameKey.Of(name)]).ToList();
        var found = named.FindAll(r => Fits(r, provider, providerCode));
        return found switch
        {
            [var entry] => new Owner(entry, string.Empty, string.Empty),
            [] when named.Count > 0 => new Owner(null, "ItemOfUnknownEntry", $"本文件里「{name ?? code}」（{Places(named, cells)}）的提供方不是「{provider ?? providerCode}」。请核对提供方，或在目录表中补上这条目录。"),
            [] => new Owner(null, "ItemOfUnknownEntry", $"信息项所属的目录「{name ?? code}」不在本文件的目录表中。请核对名称。"),
            _ => new Owner(null, "ItemOfSeveralEntries", $"有 {found.Count} 条目录都是「{name ?? code}」（{Places(found, cells)}），看不出信息项属于哪一条。请在信息项表中写明提供方或信息资源代码。"),
        };
    }

    private static bool Fits(ImportRow entry, string? provider, string? providerCode) =>
        (providerCode is null || entry.ProviderCode is null || string.Equals(providerCode, entry.ProviderCode, StringComparison.OrdinalIgnoreCase))
        && (provider is null || entry.ProviderName is null || NameKey.Of(provider) == NameKey.Of(entry.ProviderName));

    private static string Places(List<ImportRow> found, RowCells cells) =>
        string.Join('、', found.Take(RowsNamed).Select(r => Place(r, cells))) + (found.Count > RowsNamed ? "等" : string.Empty);
}
