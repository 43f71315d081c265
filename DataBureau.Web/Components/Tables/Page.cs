namespace DataBureau.Web.Components.Tables;

/// <summary>A page of a list, and how many rows the filter has in all.</summary>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, int Total);
