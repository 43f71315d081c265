using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The columns of the reviewers' queue.</summary>
public static class ReviewColumns
{
    public const string Deadline = "deadline";

    public static readonly IReadOnlyList<ListColumn<ReviewRow>> All =
    [
        Of(CatalogueColumns.Name),
        Of("provider"),
        Of(CatalogueColumns.State),
        new("findings", "自动检查", r => r.FindingWords) { Width = 116, ExcelWidth = 14 },
        new(Deadline, "局内时限", r => r.Deadline?.Reading.Words) { Width = 146, SortKey = nameof(ReviewRow.Deadline), ExcelWidth = 20 },
        new("due", "到期日", r => r.Deadline?.Reading.DueOn) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false },
        Of("sharing"),
        Of("opening"),
        Of("submitted") with { ShownByDefault = true },
        Of("revision"),
        Of("code") with { ShownByDefault = false },
        Of("abstract"),
        Of("package"),
    ];

    private static ListColumn<ReviewRow> Of(string key)
    {
        var column = CatalogueColumns.All.Single(c => c.Key == key);
        return new ListColumn<ReviewRow>(column.Key, column.Title, r => column.Value(r.Row))
        {
            Kind = column.Kind, Width = column.Width, Align = column.Align, SortKey = column.SortKey, Wrap = column.Wrap, ShownByDefault = column.ShownByDefault, ExcelWidth = column.ExcelWidth,
        };
    }
}
