using System.Text.RegularExpressions;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>Telephone numbers as they may be shown.</summary>
public static partial class PhoneNumber
{
    public const int Limit = 30;

    /// <summary>A mobile number, or a landline with area code and extension.</summary>
    public static bool IsPlausible(string phone) => Shape().IsMatch(phone) && phone.Count(char.IsAsciiDigit) is >= 7 and <= 18;

    /// <summary>138****1234; of a shorter number only the last two digits.</summary>
    public static string? Masked(string? phone)
    {
        if (string.IsNullOrEmpty(phone))
            return null;
        var digits = phone.Where(char.IsAsciiDigit).ToArray();
        return digits.Length switch
        {
            < 3 => "****",
            < 11 => $"****{new string(digits[^2..])}",
            _ => $"{new string(digits[..3])}****{new string(digits[^4..])}",
        };
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 \-（）()转]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
