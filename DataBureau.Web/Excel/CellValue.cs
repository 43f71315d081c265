namespace DataBureau.Web.Excel;

/// <summary>What a cell read from a file holds.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing, or only white space.</summary>
    Empty,
    Text,
    Number,
    /// <summary>A real Excel date; its text is yyyy-MM-dd, with HH:mm:ss after it unless it is midnight.</summary>
    Date,
    /// <summary>Its text is TRUE or FALSE, as Excel shows it.</summary>
    Boolean,
    /// <summary>An Excel error such as #N/A or #REF!, which is its text.</summary>
    Error,
}

/// <summary>What the reader noticed about a cell and a rule may want to complain about.</summary>
[Flags]
public enum CellFlags : byte
{
    None = 0,
    /// <summary>Control or zero-width characters stood in the cell and were removed.</summary>
    HadControlCharacters = 1,
    /// <summary>A number of more than fifteen digits, or text such as 2.02115E+17: Excel has destroyed the last digits of a code.</summary>
    PrecisionLost = 2,
    /// <summary>Longer than Excel allows (32,767 characters); the text was cut there.</summary>
    TooLong = 4,
    /// <summary>A formula whose result was never calculated and saved.</summary>
    FormulaWithoutValue = 8,
}

/// <summary>One cell, normalised to the text a person sees.</summary>
public readonly record struct CellValue
{
    private readonly string? _text;

    internal CellValue(CellKind kind, string? text, CellFlags flags = CellFlags.None)
    {
        Kind = kind;
        Flags = flags;
        _text = text;
    }

    public CellKind Kind { get; }

    public CellFlags Flags { get; }

    /// <summary>Never null; empty for <see cref="CellKind.Empty"/>.</summary>
    public string Text => _text ?? "";

    /// <summary>True when the cell neither holds a value nor has anything to complain about.</summary>
    public bool IsBlank => Kind == CellKind.Empty && Flags == CellFlags.None;

    public override string ToString() => Text;
}
