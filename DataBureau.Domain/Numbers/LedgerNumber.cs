using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Numbers;

/// <summary>
/// 「140000-GHBA-2026-0007」: region, matter, year and a serial of four digits. Beyond 9999 the serial grows a digit; it never
/// starts again within the year.
/// </summary>
public readonly record struct LedgerNumber(string RegionCode, string MatterCode, int Year, int Serial)
{
    /// <summary>Six digits, eight capitals, four digits, ten digits and what stands between them.</summary>
    public const int Limit = 31;

    public const int MatterLimit = 8;

    private const int ShortestSerial = 4;

    /// <summary>「140000-GHBA-2026」.</summary>
    public static string SeriesText(string regionCode, string matterCode, int year) => string.Create(CultureInfo.InvariantCulture, $"{regionCode}-{matterCode}-{year:0000}");

    /// <summary>「0007」.</summary>
    public static string SerialText(int serial) => serial.ToString("0000", CultureInfo.InvariantCulture);

    public static bool IsMatterCode(string? code) => code is { Length: >= 2 and <= MatterLimit } && code.All(char.IsAsciiLetterUpper);

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LedgerNumber number)
    {
        number = default;
        if (text?.Split('-') is not [var region, var matter, { Length: 4 } year, { Length: >= ShortestSerial } serial])
            return false;
        if (!RegionCodes.IsValid(region) || !IsMatterCode(matter) || !Digits(year, out var y) || !Digits(serial, out var s))
            return false;
        if (y == 0 || s == 0 || (serial.Length > ShortestSerial && serial[0] == '0'))
            return false;
        number = new LedgerNumber(region, matter, y, s);
        return true;
    }

    public override string ToString() => $"{SeriesText(RegionCode, MatterCode, Year)}-{SerialText(Serial)}";

    private static bool Digits(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
