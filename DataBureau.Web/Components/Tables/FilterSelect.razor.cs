using DataBureau.Domain;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>One choice in the row above a list.</summary>
public sealed partial class FilterSelect
{
    private readonly string _id = "s" + Guid.NewGuid().ToString("N")[..8];

    [CascadingParameter] private FilterBar Bar { get; set; } = default!;
    [CascadingParameter] private ListQuery Query { get; set; } = default!;

    /// <summary>The filter's name in the address.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter, EditorRequired] public IEnumerable<(string Value, string Text)> Options { get; set; } = [];
    [Parameter] public string All { get; set; } = "全部";

    private string Value => Query.Filter(Key);

    /// <summary>A figure may lead here with several values at once, which nobody chooses by hand: they are one more choice, so that the list never says less than it shows.</summary>
    private string? Several => Value.Contains('.', StringComparison.Ordinal) && Value.Split('.').Select(v => Options.FirstOrDefault(o => o.Value == v).Text).OfType<string>().ToList() is { Count: > 0 } texts
        ? string.Join('、', texts) : null;

    /// <summary>The members of an enum, by their Chinese names.</summary>
    public static IEnumerable<(string Value, string Text)> Of<TEnum>() where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(member => (member.ToString(), member.ChineseName()));
}
