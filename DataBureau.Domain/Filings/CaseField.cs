using System.Globalization;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Filings;

/// <summary>One field of a case: its title, what it says in words, whether it must be there, and how long it may be.</summary>
public sealed record CaseField<TContent>(string Key, string Title, Func<TContent, string?> Text)
{
    public bool Required { get; init; }

    /// <summary>0: not a text of its own length.</summary>
    public int Limit { get; init; }

    /// <summary>The first content with this field as the second has it; where fields are never opened one by one, the first as it is.</summary>
    public Func<TContent, TContent, TContent> Take { get; init; } = static (to, _) => to;
}

/// <summary>A material of a case: the key it is attached under, and its name.</summary>
public sealed record CaseMaterial(string Key, string Name, bool Required);

/// <summary>What lists of fields answer, whatever the case.</summary>
public static class CaseFields
{
    public static IEnumerable<RefusalDetail> Missing<T>(this IEnumerable<CaseField<T>> fields, T content) =>
        fields.Where(f => f.Required && string.IsNullOrWhiteSpace(f.Text(content))).Select(f => new RefusalDetail(f.Key, $"请填写{f.Title}。"));

    public static Refusal? TooLong<T>(this IEnumerable<CaseField<T>> fields, T content) =>
        fields.FirstOrDefault(f => f.Limit > 0 && f.Text(content)?.Length > f.Limit) is { } field
            ? new Refusal("TooLong", $"「{field.Title}」超过 {field.Limit} 字，请精简。") { Details = [new(field.Key, $"超过 {field.Limit} 字。")] }
            : null;

    /// <summary>What a field says, empty where nothing; null for what is no field.</summary>
    public static string? TextOf<T>(this IEnumerable<CaseField<T>> fields, string key, T content) => fields.FirstOrDefault(f => f.Key == key) is { } field ? field.Text(content) ?? string.Empty : null;

    /// <summary>The fields that say something else in the second content. Empty and missing are the same.</summary>
    public static IReadOnlyList<CaseField<T>> Differences<T>(this IEnumerable<CaseField<T>> fields, T before, T after) =>
        [.. fields.Where(f => (f.Text(before) ?? string.Empty) != (f.Text(after) ?? string.Empty))];

    public static Dictionary<string, string?> Texts<T>(this IEnumerable<CaseField<T>> fields, T content) => fields.ToDictionary(f => f.Title, f => f.Text(content));
}

/// <summary>Amounts, months and days as they are typed and shown.</summary>
public static class CaseText
{
    /// <summary>Ninety-nine billion yuan is more than any project costs.</summary>
    public const decimal AmountLimit = 9_999_999.99m;

    /// <summary>1234.50.</summary>
    public static string? Amount(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>2026-03.</summary>
    public static string? Month(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads 1234, 1,234.5 and １２３４．５０; at most two places, not negative.</summary>
    public static bool TryAmount(string text, out decimal amount) =>
        decimal.TryParse(text.Normalize(System.Text.NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out amount)
        && amount <= AmountLimit && decimal.Round(amount, 2) == amount;

    /// <summary>Reads 2026-03, 2026-3, 2026/03, 2026.3 and 2026年3月.</summary>
    public static bool TryMonth(string text, out DateOnly month) =>
        DateOnly.TryParseExact(text.Normalize(System.Text.NormalizationForm.FormKC).Trim().TrimEnd('月').Replace('年', '-').Replace('/', '-').Replace('.', '-'), "yyyy-M", CultureInfo.InvariantCulture, DateTimeStyles.None, out month)
        && month.Year is >= 1990 and <= 2100;

    /// <summary>The key under which two spellings of a name are the same.</summary>
    public static string KeyOf(string name) => string.Concat(name.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
