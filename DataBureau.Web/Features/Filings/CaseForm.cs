using System.Globalization;
using DataBureau.Domain.Filings;

namespace DataBureau.Web.Features.Filings;

/// <summary>A case as it is being typed: texts only, so that half-typed and wrong input survives an autosave. It becomes content when it can be read.</summary>
public class CaseForm
{
    public Dictionary<string, string?> Values { get; set; } = new(StringComparer.Ordinal);

    public string? this[string key]
    {
        get => Values.GetValueOrDefault(key);
        set => Values[key] = value;
    }

    public static CaseForm Of<TContent>(IEnumerable<CaseField<TContent>> fields, TContent content)
    {
        var form = new CaseForm();
        foreach (var field in fields)
            form[field.Key] = field.Text(content);
        return form;
    }

    public string? Text(string key) => string.IsNullOrWhiteSpace(this[key]) ? null : this[key]!.Trim();

    public DateOnly? Date(string key) => DateOnly.TryParseExact(this[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Ten thousand yuan; what cannot be read gets a sentence.</summary>
    public decimal? Amount(string key, IDictionary<string, string> messages)
    {
        if (Text(key) is not { } text)
            return null;
        if (CaseText.TryAmount(text, out var amount))
            return amount;
        messages[key] = $"「{text}」不是金额，请以万元为单位填数字，最多两位小数，例如 1280.50。";
        return null;
    }

    public DateOnly? Month(string key, IDictionary<string, string> messages)
    {
        if (Text(key) is not { } text)
            return null;
        if (CaseText.TryMonth(text, out var month))
            return month;
        messages[key] = $"「{text}」不是月份，请按年-月填写，例如 2026-03。";
        return null;
    }
}

/// <summary>What the inputs of a form share: what is typed, what is wrong with it, what the receiving office asked for, and whom to tell of typing.</summary>
public record CaseEditing(CaseForm Form, Func<string, string?> TitleOf, IReadOnlyDictionary<string, string> Messages, Func<string, string?> Asked, Func<Task> Touched)
{
    /// <summary>Whether the field may be changed now.</summary>
    public Func<string, bool> IsOpen { get; init; } = static _ => true;
}

/// <summary>A field where what was typed and what somebody else saved differ.</summary>
public sealed record CaseDifference(string Title, string? Theirs, string? Mine);
