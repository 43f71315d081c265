using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Dictionaries;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Words of a file against the lists that the bureau keeps: what is in none is an error of the row.</summary>
internal static class ListedWords
{
    public static void Check(WorkbookReading reading, ILookup<LocalList, string> words)
    {
        var layouts = reading.Layouts.Where(l => l.Kind == SheetKind.Entries).ToDictionary(l => l.Sheet, l => l.Layout!, StringComparer.Ordinal);
        foreach (var list in words)
        {
            var (known, field) = (list.ToHashSet(StringComparer.Ordinal), list.Key == LocalList.Theme ? CatalogueField.Theme : CatalogueField.ClassificationPath);
            foreach (var row in reading.Rows)
            {
                if (DictionaryRules.TextOf(row.Content, list.Key) is not { Length: > 0 } text || known.Contains(text))
                    continue;
                row.HasError = true;
                var column = layouts[row.Sheet].Find(field);
                reading.Errors.Add(new ImportError(row.Sheet, row.Number, column?.Index + 1, column?.Title ?? string.Empty, text, "NotInDictionary", DictionaryRules.Unknown(list.Key, text, [.. list])));
            }
        }
    }
}
