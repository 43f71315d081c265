using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>How one column of the surrounding table is drawn, when plain text is not enough.</summary>
public sealed class Cell<TRow> : ComponentBase, IDisposable
{
    [CascadingParameter]
    private DataTable<TRow> Table { get; set; } = default!;

    /// <summary>The column's key.</summary>
    [Parameter, EditorRequired]
    public string Column { get; set; } = "";

    [Parameter, EditorRequired]
    public RenderFragment<TRow> ChildContent { get; set; } = default!;

    protected override void OnParametersSet() => Table.Draw(Column, ChildContent);

    public void Dispose() => Table.Draw(Column, null);
}
