using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>信息资源格式, one or several: a category, and a type of that category. What stands there already can stay, in the table or not.</summary>
public sealed partial class CatalogueFormatInput
{
    private List<FormatRow> _rows = [];
    private string? _given;
    private bool _read;

    /// <summary>A format as it is being chosen.</summary>
    private sealed class FormatRow
    {
        /// <summary>In place of a category: what was typed, and is none.</summary>
        public const string AsTyped = "typed";

        public FormatCategory? Category { get; set; }

        public string? Type { get; set; }

        public string? Unread { get; set; }

        public string Value => Unread is not null ? AsTyped : Category?.ToString() ?? "";

        public string? Text => Unread ?? (Category is { } category ? new ResourceFormat([new FormatPart(category, Type)]).ToString() : null);
    }

    protected override void OnParametersSet()
    {
        // Rows that say nothing yet are not in the text: it is read when it comes from elsewhere, not when it comes back.
        if (_read && Value == _given)
            return;
        (_read, _given) = (true, Value);
        _rows = ResourceFormatParser.Parse(Value) switch
        {
            { HasValue: true } format => [.. format.Value.Parts.Select(p => new FormatRow { Category = p.Category, Type = p.Type })],
            { IsUnknown: true } => [new() { Unread = Value }],
            _ => [new()],
        };
    }

    private static IEnumerable<(string Type, string Text)> TypesOf(FormatRow row)
    {
        if (row.Category is not { } category)
            return [];
        var known = FormatVocabulary.TypesOf(category);
        var listed = known.Select(t => (t, t));
        return row.Type is { } type && !known.Contains(type, StringComparer.Ordinal) ? listed.Append((type, $"{type}（不在格式表中）")) : listed;
    }

    private Task ChooseAsync(FormatRow row, string? value)
    {
        if (value == FormatRow.AsTyped)
            return Task.CompletedTask;
        row.Unread = null;
        row.Category = Enum.TryParse<FormatCategory>(value, out var category) ? category : null;
        if (row.Category is null || (row.Type is { } type && !FormatVocabulary.TypesOf(category).Contains(type, StringComparer.Ordinal)))
            row.Type = null;
        return TellAsync();
    }

    private Task ChooseTypeAsync(FormatRow row, string? value)
    {
        row.Type = string.IsNullOrEmpty(value) ? null : value;
        return TellAsync();
    }

    private Task RemoveAsync(FormatRow row)
    {
        _rows.Remove(row);
        return TellAsync();
    }

    private Task TellAsync()
    {
        _given = string.Join('、', _rows.Select(r => r.Text).OfType<string>()) is { Length: > 0 } text ? text : null;
        return ValueChanged.InvokeAsync(_given);
    }
}
