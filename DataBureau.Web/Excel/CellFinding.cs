namespace DataBureau.Web.Excel;

/// <summary>One problem of an imported workbook, located as the user sees it in Excel.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">From 1; 0 for a problem of the whole sheet, which then appears in the list only.</param>
/// <param name="Column">From 1; null when the problem is one of the whole row.</param>
/// <param name="Header">Title of the column, as in the file.</param>
/// <param name="Value">What stands in the cell.</param>
/// <param name="Rule">The rule that is broken, as a sentence.</param>
/// <param name="HowToFix">What to do about it, as a sentence.</param>
/// <param name="IsError">False for a mere warning.</param>
public sealed record CellFinding(string Sheet, int Row, int? Column, string Header, string? Value, string Rule, string HowToFix, bool IsError)
{
    /// <summary>Rule and remedy in one text, for a comment or the problem column.</summary>
    public string Sentence => $"{(IsError ? "" : "（提醒）")}{(Header.Length > 0 ? $"【{Header}】" : "")}{Rule}{HowToFix}";
}
