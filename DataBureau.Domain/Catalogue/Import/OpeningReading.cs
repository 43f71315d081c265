namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// What the three cells on opening say together. Practice divides the matter differently: the guide asks yes or no and a
/// condition; portals put 可开放 under 开放类型 and the type under 开放条件; others have one cell with the type.
/// </summary>
/// <param name="IsOpen">Null where no cell says so.</param>
/// <param name="Type">Blank where the cells leave it open, for example 是 without a condition.</param>
/// <param name="Condition">The condition in words; null where its cell was empty or only repeated the type.</param>
/// <param name="Problems">Sentences for cells that cannot be read, or that contradict each other.</param>
public sealed record OpeningReading(bool? IsOpen, Parsed<OpeningType> Type, string? Condition, IReadOnlyList<string> Problems)
{
    private sealed record Evidence(string Column, string Words, bool Open, Parsed<OpeningType> Type)
    {
        public static Evidence Of(string column, string words, Parsed<OpeningType> type) => new(column, words, type.Value != OpeningType.NotOpened, type);
    }

    public static OpeningReading Combine(string? isOpen, string? openingType, string? openingCondition, OpeningTypeParser parser)
    {
        var said = new List<Evidence>();
        var problems = new List<string>();

        var yesNo = IsOpenParser.Parse(isOpen);
        if (parser.Parse(isOpen) is { HasValue: true } typeInYesNo)
            said.Add(Evidence.Of("是否向社会开放", isOpen!, typeInYesNo));
        else if (yesNo.HasValue)
            said.Add(new("是否向社会开放", isOpen!, yesNo.Value, Parsed<OpeningType>.Blank));
        else if (yesNo.IsUnknown)
            problems.Add(yesNo.Sentence!);

        var type = parser.Parse(openingType);
        var typeAsYesNo = type.IsUnknown ? IsOpenParser.Parse(openingType) : Parsed<bool>.Blank;
        if (type.HasValue)
            said.Add(Evidence.Of("开放类型", openingType!, type));
        else if (typeAsYesNo.HasValue)
            said.Add(new("开放类型", openingType!, typeAsYesNo.Value, Parsed<OpeningType>.Blank));
        else if (type.IsUnknown)
            problems.Add(type.Sentence!);

        var key = CellText.Key(openingCondition);
        var condition = CellText.IsPlaceholder(key) || key == "无" || parser.IsBareLabel(openingCondition) ? null : CellText.Words(openingCondition);
        if (parser.Parse(openingCondition) is { HasValue: true } conditionType)
            said.Add(Evidence.Of("开放条件", openingCondition!, conditionType));

        if (Contradiction(said) is { } contradiction)
            return new(null, Parsed<OpeningType>.Unknown(contradiction), condition, [.. problems, contradiction]);

        bool? open = said.Count == 0 ? null : said[0].Open;
        var concluded = said.Find(e => e.Type.HasValue)?.Type
            ?? (problems.Count > 0 ? Parsed<OpeningType>.Unknown(problems[0])
            : Conclude(open, key, condition, typeAsYesNo.HasValue ? type : Parsed<OpeningType>.Blank));
        if (concluded.IsUnknown && problems.Count == 0)
            problems.Add(concluded.Sentence!);
        return new(open, concluded, condition, problems);
    }

    /// <summary>No cell names the type, yet yes or no and the condition may settle it. 是 alone does not.</summary>
    private static Parsed<OpeningType> Conclude(bool? open, string conditionKey, string? condition, Parsed<OpeningType> typeCell) => open switch
    {
        false => Parsed<OpeningType>.Of(OpeningType.NotOpened),
        true when conditionKey == "无" => Parsed<OpeningType>.Of(OpeningType.Unconditional),
        true when condition is not null => Parsed<OpeningType>.Of(OpeningType.Conditional),
        _ => typeCell,
    };

    private static string? Contradiction(List<Evidence> said)
    {
        for (var i = 1; i < said.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (said[j], said[i]);
                if (a.Open != b.Open || (a.Type.HasValue && b.Type.HasValue && a.Type.Value != b.Type.Value))
                    return $"「{a.Column}」填的是{CellText.Quote(a.Words)}，「{b.Column}」填的是{CellText.Quote(b.Words)}，两者矛盾。请改成一致。";
            }
        }

        return null;
    }
}
