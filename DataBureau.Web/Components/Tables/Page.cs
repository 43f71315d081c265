namespace DataBureau.Web.Components.Tables;

/// <summary>A page of a list, and how many rows the filter has in all.</summary>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, int Total)
{
    /// <summary>How many cases all rows together stand for, where a row may stand for several.</summary>
    public int? Cases { get; init; }

    /// <summary>「202 件，分 36 组」; null where a row is a case.</summary>
    public string? CasesText => Cases is not { } cases ? null : $"共 {CellText.Of(cases, ColumnKind.Integer)} 件" + (cases == Total ? "" : $"，分 {CellText.Of(Total, ColumnKind.Integer)} 组");
}
