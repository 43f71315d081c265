namespace DataBureau.Domain.Catalogue.Import;

/// <summary>是否向社会开放: yes or no. A type written there answers the question too, and is kept in the note.</summary>
public static class IsOpenParser
{
    private static readonly Dictionary<string, bool> Words = new(StringComparer.Ordinal)
    {
        ["是"] = true, ["1"] = true, ["y"] = true, ["yes"] = true, ["true"] = true, ["√"] = true,
        ["开放"] = true, ["可开放"] = true, ["已开放"] = true, ["向社会开放"] = true, ["允许开放"] = true,
        ["否"] = false, ["0"] = false, ["n"] = false, ["no"] = false, ["false"] = false, ["×"] = false,
        ["不开放"] = false, ["不予开放"] = false, ["不可开放"] = false, ["未开放"] = false, ["不向社会开放"] = false, ["禁止开放"] = false,
    };

    private static readonly SpellingCache<bool> Cache = new(Read);
    private static readonly OpeningTypeParser Types = new();

    public static Parsed<bool> Parse(string? text) => Cache.Read(text);

    private static Parsed<bool> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<bool>.Blank;
        if (Words.TryGetValue(key, out var open))
            return Parsed<bool>.Of(open);
        var type = Types.Parse(text);
        return type.HasValue
            ? Parsed<bool>.Of(type.Value != OpeningType.NotOpened, CellText.Words(text))
            : Parsed<bool>.Unknown($"是否向社会开放{CellText.Quote(text)}看不出是或否。请填：是、否。");
    }
}
