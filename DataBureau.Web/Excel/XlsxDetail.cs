namespace DataBureau.Web.Excel;

/// <summary>A second sheet out of the same rows as the first: of each any number of lines.</summary>
/// <param name="Table">How the lines look. A line is the row it belongs to, and its place among that row's lines.</param>
/// <param name="LinesOf">How many lines a row has.</param>
public sealed record XlsxDetail<TRow>(XlsxTable<(TRow Row, int Line)> Table, Func<TRow, int> LinesOf);
