using System.Globalization;
using System.Text.Json;
using DataBureau.Domain;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Audit;

/// <summary>A value out of an audit row as people read it.</summary>
internal static class AuditValues
{
    public static string Text(string? kind, string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Word(kind, key, value.GetString()!),
        JsonValueKind.Number => EnumWords.OfField(kind, key, value.GetRawText()) ?? value.GetRawText(),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array => List(kind, key, value),
        JsonValueKind.Object => string.Join('；', Properties(kind, value)),
        _ => "",
    };

    private static string List(string? kind, string key, JsonElement array)
    {
        var texts = array.EnumerateArray().Select(item => Text(kind, key, item)).Where(text => text.Length > 0).ToList();
        var nested = array.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
        return string.Join(nested ? "\n" : "、", texts);
    }

    private static IEnumerable<string> Properties(string? kind, JsonElement value) =>
        from property in value.EnumerateObject()
        where property.Name != "primary" // Derived from the parts beside it.
        let text = Text(kind, property.Name, property.Value)
        where text.Length > 0
        select $"{AuditFields.Title(kind, property.Name, top: false)}：{text}";

    private static string Word(string? kind, string key, string text)
    {
        if (key.Equals("query", StringComparison.OrdinalIgnoreCase))
            return QueryText(text);
        if (key.Equals("field", StringComparison.OrdinalIgnoreCase))
            return AuditFields.Title(kind, text, top: true);
        return EnumWords.OfField(kind, key, text) ?? Time(text) ?? text;
    }

    /// <summary>An instant as it is written in JSON, in Beijing time. A day stays a day.</summary>
    private static string? Time(string text) =>
        text.Length >= 19 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? AuditWords.Time(time) : null;

    /// <summary>The query string of a list: "?q=婚姻&amp;state=Draft" → 搜索：婚姻；状态：草稿.</summary>
    private static string QueryText(string address)
    {
        var query = ListQuery.Parse(address);
        var parts = query.Filters.Select(f => $"{AuditFields.FilterTitle(f.Key)}：{FilterValue(f.Key, f.Value)}");
        if (query.Search.Length > 0)
            parts = parts.Prepend($"搜索：{query.Search}");
        var text = string.Join('；', parts);
        return text.Length == 0 ? FilterWords.None : text;
    }

    /// <summary>A value of a filter whose list is not known.</summary>
    public static string FilterValue(string key, string value) => key switch
    {
        AuditFilter.ResultKey when value is AuditFilter.SucceededWord or AuditFilter.FailedWord => AuditWords.Result(value == AuditFilter.SucceededWord),
        AuditFilter.GroupKey => AuditGroups.Find(value)?.Name ?? value,
        AuditFilter.KindKey when AuditWords.Kinds.Any(k => k.Value == value) => AuditWords.Kind(value),
        AuditFilter.KindKey when Mechanisms.IsKnown(value) => Mechanisms.NameOf(value),
        "waiting" when value == "1" => "待我办理",
        "mechanism" => Mechanisms.NameOf(value),
        "document" => PolicyLibrary.Embedded.Packs.FirstOrDefault(p => p.Id == value)?.Title ?? value,
        "status" when Enum.TryParse<PackStatus>(value, out var status) && Enum.IsDefined(status) => status.ChineseName(),
        _ => EnumWords.OfField(null, key, value) ?? value,
    };
}
