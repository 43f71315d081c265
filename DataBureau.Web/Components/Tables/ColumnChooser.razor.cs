using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>Which columns a list shows; the last one cannot be taken away.</summary>
public sealed partial class ColumnChooser
{
    [Parameter, EditorRequired] public IReadOnlyList<(string Key, string Title)> Columns { get; set; } = [];
    [Parameter, EditorRequired] public ImmutableHashSet<string> Shown { get; set; } = [];
    [Parameter] public EventCallback<IReadOnlySet<string>> OnChange { get; set; }
}
