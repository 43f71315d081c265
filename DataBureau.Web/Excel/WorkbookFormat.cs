namespace DataBureau.Web.Excel;

/// <summary>The kinds of file that can be imported.</summary>
public enum WorkbookFormat
{
    Xlsx,
    Xls,
    Csv,
}
