namespace DataBureau.Domain.Organisations;

public enum RegionLevel
{
    [ChineseName("国家")] Nation,
    [ChineseName("省级")] Province,
    [ChineseName("市级")] City,
    [ChineseName("县级")] County,
}

/// <summary>GB/T 2260 codes: six digits, two each for province, city and county. Containment is by prefix.</summary>
public static class RegionCodes
{
    /// <summary>The code that stands for the whole country where a policy or grant names none.</summary>
    public const string Nation = "000000";

    public static bool IsValid(string? code) => code is { Length: 6 } && code.All(char.IsAsciiDigit);

    /// <summary>The part of the code shared by everything in the region: "14", "1401", "140105".</summary>
    public static string Prefix(string code) =>
        code.EndsWith("000000", StringComparison.Ordinal) ? string.Empty
        : code.EndsWith("0000", StringComparison.Ordinal) ? code[..2]
        : code.EndsWith("00", StringComparison.Ordinal) ? code[..4]
        : code;

    public static bool Contains(string region, string other) => other.StartsWith(Prefix(region), StringComparison.Ordinal);

    public static RegionLevel Level(string code) => Prefix(code).Length switch
    {
        0 => RegionLevel.Nation,
        2 => RegionLevel.Province,
        4 => RegionLevel.City,
        _ => RegionLevel.County,
    };

    /// <summary>The region above: county → city → province → nation.</summary>
    public static string Parent(string code) => Prefix(code).Length switch
    {
        6 => code[..4] + "00",
        4 => code[..2] + "0000",
        _ => Nation,
    };

    /// <summary>The region of a level that a region lies in; itself where it is of that level, or above it.</summary>
    public static string At(string code, RegionLevel level)
    {
        while (Level(code) > level)
            code = Parent(code);
        return code;
    }

    /// <summary>The region itself and those above it, nearest first, without the nation.</summary>
    public static IEnumerable<string> SelfAndAbove(string code)
    {
        for (var c = code; c != Nation; c = Parent(c))
            yield return c;
    }
}
