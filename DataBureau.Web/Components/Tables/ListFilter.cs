namespace DataBureau.Web.Components.Tables;

/// <summary>A filter of a list with its choices, in the words of its page: what was exported is told in them.</summary>
/// <param name="Key">In the address.</param>
public sealed record ListFilter(string Key, string Title, IReadOnlyList<(string Value, string Text)> Choices)
{
    /// <summary>The states of a workflow.</summary>
    public static ListFilter States<TState>()
        where TState : struct, Enum => Of<TState>("state", "状态");

    public static ListFilter Of<TEnum>(string key, string title)
        where TEnum : struct, Enum => new(key, title, [.. FilterSelect.Of<TEnum>()]);

    /// <summary>Null when a value is none of the choices; a figure may ask for several at once.</summary>
    public string? TextOf(string value)
    {
        var texts = value.Split('.').Select(string? (v) => Choices.FirstOrDefault(c => c.Value == v).Text).ToList();
        return texts.Contains(null) ? null : string.Join('、', texts);
    }
}
