namespace DataBureau.Domain.Policy;

public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1–999 in the words used for articles: 12 → 十二, 105 → 一百零五.</summary>
    public static string Of(int number) => number switch
    {
        < 0 or > 999 => throw new ArgumentOutOfRangeException(nameof(number)),
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Ones(number - 10),
        < 100 => $"{Digits[number / 10]}十{Ones(number % 10)}",
        _ when number % 100 == 0 => $"{Digits[number / 100]}百",
        _ when number % 100 < 10 => $"{Digits[number / 100]}百零{Of(number % 100)}",
        _ => $"{Digits[number / 100]}百{Digits[number % 100 / 10]}十{Ones(number % 10)}",
    };

    private static string Ones(int digit) => digit == 0 ? string.Empty : Digits[digit].ToString();
}
