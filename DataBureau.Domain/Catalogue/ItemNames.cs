using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Domain.Catalogue;

/// <summary>The 信息项 of one entry are told apart by their names; width, case and spaces make no difference.</summary>
public static class ItemNames
{
    public static string KeyOf(string name) => CellText.Key(name);

    /// <summary>The names that more than one item has, as first written.</summary>
    public static IReadOnlyList<string> Repeated(IReadOnlyList<DataItem> items) => items.Count < 2
        ? []
        : [.. items.GroupBy(i => KeyOf(i.Name), StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Skip(1).Any()).Select(g => g.First().Name)];
}
