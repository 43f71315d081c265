using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace DataBureau.Web.Features.Users;

/// <summary>Passwords that are read out or copied by hand: random, without characters that look alike, within the bureau's rules.</summary>
public static class PasswordGenerator
{
    public const int Length = 14;

    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Symbols = "+-=@#%";

    public static string Generate(PasswordOptions rules)
    {
        string[] kinds = rules.RequireNonAlphanumeric ? [Lower, Upper, Digits, Symbols] : [Lower, Upper, Digits];
        var characters = new char[Math.Max(Length, rules.RequiredLength)];
        do
        {
            // One of each kind first, so that every rule of composition is met, then anything.
            for (var i = 0; i < characters.Length; i++)
                characters[i] = RandomNumberGenerator.GetItems<char>(i < kinds.Length ? kinds[i] : string.Concat(kinds), 1)[0];
            RandomNumberGenerator.Shuffle<char>(characters);
        }
        while (characters.Distinct().Count() < rules.RequiredUniqueChars);

        return new string(characters);
    }
}
