namespace DataBureau.Domain.Catalogue.Import;

/// <summary>What a cell turned out to be.</summary>
public enum ParsedKind
{
    /// <summary>Nothing was written. Not an error: a draft may be incomplete.</summary>
    Blank,

    /// <summary>The words name exactly one value.</summary>
    Value,

    /// <summary>Something was written that names no value; <see cref="Parsed{T}.Sentence"/> says so.</summary>
    Unknown,
}

/// <summary>
/// The reading of one cell. What cannot be mapped is never guessed: it is <see cref="ParsedKind.Unknown"/> with a sentence for
/// the person who wrote it. A value may carry a note with the words that the value itself does not hold.
/// </summary>
public sealed record Parsed<T>
{
    private readonly T? _value;

    private Parsed(ParsedKind kind, T? value, string? sentence, string? note)
    {
        Kind = kind;
        _value = value;
        Sentence = sentence;
        Note = note;
    }

    /// <summary>The reading of an empty cell.</summary>
    public static Parsed<T> Blank { get; } = new(ParsedKind.Blank, default, null, null);

    public ParsedKind Kind { get; }

    public bool IsBlank => Kind == ParsedKind.Blank;

    public bool IsUnknown => Kind == ParsedKind.Unknown;

    public bool HasValue => Kind == ParsedKind.Value;

    /// <summary>What is wrong and what would be right, in Chinese. Only for <see cref="ParsedKind.Unknown"/>.</summary>
    public string? Sentence { get; }

    /// <summary>Words of the cell that the value does not hold, or a remark on how it was read.</summary>
    public string? Note { get; }

    /// <exception cref="InvalidOperationException">The cell was blank or could not be read.</exception>
    public T Value => Kind == ParsedKind.Value ? _value! : throw new InvalidOperationException($"The cell holds no value: {Kind}.");

    public static Parsed<T> Of(T value, string? note = null) => new(ParsedKind.Value, value, null, note);

    public static Parsed<T> Unknown(string sentence) => new(ParsedKind.Unknown, default, sentence, null);

    public override string ToString() => Kind switch
    {
        ParsedKind.Blank => "（空）",
        ParsedKind.Value => Note is null ? $"{_value}" : $"{_value}（{Note}）",
        ParsedKind.Unknown => Sentence!,
    };
}
