using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>A date typed as people write it here (2026-11-3, 2026年11月3日, 20261103) and always shown as yyyy-MM-dd.</summary>
public sealed partial class DateInput
{
    private const string Iso = "yyyy-MM-dd";

    private readonly string _id = "y" + Guid.NewGuid().ToString("N")[..8];
    private string? _unread; // what was typed and is no date: it stays for its writer to correct

    [Parameter] public DateOnly? Min { get; set; }
    [Parameter] public DateOnly? Max { get; set; }

    /// <summary>Needed only outside a field.</summary>
    [Parameter] public string? InputId { get; set; }

    private string? DescribedBy => _unread is not null ? $"{Field?.DescribedBy} {_id}-unreadable".Trim() : Field?.DescribedBy;

    /// <summary>Null when the text is no date between <paramref name="min"/> and <paramref name="max"/>.</summary>
    public static DateOnly? Read(string? text, DateOnly? min = null, DateOnly? max = null)
    {
        if (Written().Match(text ?? "") is not { Success: true } match) return null;
        var padded = $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(padded, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && !(date < min) && !(date > max) ? date : null;
    }

    private static string? Format(DateOnly? date) => date?.ToString(Iso, CultureInfo.InvariantCulture);

    private Task ChangeAsync(ChangeEventArgs change)
    {
        var text = change.Value as string;
        var date = Read(text, Min, Max);
        _unread = date is null && !string.IsNullOrWhiteSpace(text) ? text : null;
        return ValueChanged.InvokeAsync(date);
    }

    [GeneratedRegex(@"^\s*(?<y>[0-9]{4})(?:[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?|(?<m>[0-9]{2})(?<d>[0-9]{2}))\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Written();
}
