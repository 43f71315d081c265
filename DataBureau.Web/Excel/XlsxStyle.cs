namespace DataBureau.Web.Excel;

/// <summary>Positions in the cell formats of <see cref="XlsxParts.Styles"/>; the two must be changed together.</summary>
internal enum XlsxStyle
{
    /// <summary>Excel's own "general" format; also used for decimals.</summary>
    General = 0,
    /// <summary>Text, so that a code typed over it keeps its leading zeros.</summary>
    Text = 1,
    /// <summary>Text that looks like a formula; Excel shows it as if typed after an apostrophe.</summary>
    QuotedText = 2,
    Integer = 3,
    Date = 4,
    DateTime = 5,
    Header = 6,
    Preamble = 7,
    /// <summary>Added to any of the data formats above: the same on light red, for cells that break a rule.</summary>
    HighlightOffset = 8,
}
