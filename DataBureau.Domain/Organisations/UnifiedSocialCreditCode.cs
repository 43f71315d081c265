namespace DataBureau.Domain.Organisations;

/// <summary>What is odd about a 统一社会信用代码. Codes with a wrong check digit exist in the wild, so it warns and never blocks.</summary>
public enum CreditCodeFinding
{
    [ChineseName("应为18位")] Length,
    [ChineseName("含有不允许的字符（不使用I、O、S、V、Z）")] Character,
    [ChineseName("主体标识码的校验位不符")] BodyCheckDigit,
    [ChineseName("末位校验码不符")] CheckDigit,
}

/// <summary>统一社会信用代码, GB 32100-2015: 登记管理部门 1 · 机构类别 1 · 行政区划 6 · 主体标识码 9 · 校验码 1.</summary>
public static class UnifiedSocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] BodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>As it is written: capitals of half width, no space in or around it.</summary>
    public static string Tidy(string? code) => string.Concat((code ?? string.Empty).Where(c => !char.IsWhiteSpace(c)).Select(c => char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)));

    /// <summary>What is wrong with the code, or null when both check digits agree.</summary>
    public static CreditCodeFinding? Check(string code)
    {
        if (code.Length != 18)
            return CreditCodeFinding.Length;
        if (code.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)) && !IsBodyX(code))
            return CreditCodeFinding.Character;
        if (BodyCheckDigit(code.AsSpan(8, 8)) != code[16])
            return CreditCodeFinding.BodyCheckDigit;
        return CheckDigit(code.AsSpan(0, 17)) == code[17] ? null : CreditCodeFinding.CheckDigit;
    }

    /// <summary>The 18th character for the first 17.</summary>
    public static char CheckDigit(ReadOnlySpan<char> first17)
    {
        int sum = 0, weight = 1;
        foreach (var c in first17)
        {
            sum += Math.Max(Alphabet.IndexOf(c, StringComparison.Ordinal), 0) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>The check character of an organisation code (GB 11714) for its eight body characters.</summary>
    public static char BodyCheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * BodyWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var d => (char)('0' + d) };
    }

    private static bool IsBodyX(string code) => code[16] == 'X' && code.Remove(16, 1).All(c => Alphabet.Contains(c, StringComparison.Ordinal));
}
