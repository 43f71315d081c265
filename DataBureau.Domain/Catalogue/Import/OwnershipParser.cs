namespace DataBureau.Domain.Catalogue.Import;

/// <summary>权属: whose data it is.</summary>
public static class OwnershipParser
{
    private static readonly Dictionary<string, DataOwnership> Words = new(StringComparer.Ordinal)
    {
        ["政务数据"] = DataOwnership.Government, ["政务"] = DataOwnership.Government, ["政务部门"] = DataOwnership.Government, ["政务部门数据"] = DataOwnership.Government,
        ["公益事业单位数据"] = DataOwnership.PublicInstitution, ["公益事业单位"] = DataOwnership.PublicInstitution,
        ["公用企业数据"] = DataOwnership.PublicUtility, ["公用企业"] = DataOwnership.PublicUtility,
    };

    private static readonly SpellingCache<DataOwnership> Cache = new(Read);

    public static Parsed<DataOwnership> Parse(string? text) => Cache.Read(text);

    private static Parsed<DataOwnership> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<DataOwnership>.Blank;
        if (Words.TryGetValue(key, out var ownership))
            return Parsed<DataOwnership>.Of(ownership);
        var why = key is "公共数据" ? "包括好几类单位的数据，没有说明是哪一类。" : "不是权属的填法。";
        return Parsed<DataOwnership>.Unknown($"权属{CellText.Quote(text)}{why}可填：{string.Join('、', Enum.GetValues<DataOwnership>().Select(o => o.ChineseName()))}。");
    }
}
