namespace DataBureau.Web.Excel;

/// <summary>How much an uploaded workbook may ask of the server. The defaults fit the largest real lists seen, several times over.</summary>
public sealed record WorkbookLimits
{
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Of the file as uploaded.</summary>
    public long MaxFileBytes { get; init; } = 100L << 20;

    public int MaxArchiveEntries { get; init; } = 2_000;

    /// <summary>Of all parts of an .xlsx together, unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 512L << 20;

    /// <summary>Unpacked to packed, for parts over 1 MB unpacked. Real lists stay under 40, deflate can reach 1,032.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Excel keeps repeated texts in one table, the only thing of an .xlsx that must be held in memory.</summary>
    public long MaxSharedTextCharacters { get; init; } = 48L << 20;

    public int MaxSharedTexts { get; init; } = 3_000_000;

    /// <summary>Columns that hold a value; formatted but empty ones do not count.</summary>
    public int MaxColumns { get; init; } = 200;

    /// <summary>Rows that hold a value, per sheet.</summary>
    public int MaxRows { get; init; } = 1_000_000;
}
