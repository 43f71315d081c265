using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>The one row above a list: search, filters, reset, export. What is chosen goes to the address and nowhere else.</summary>
public sealed partial class FilterBar
{
    [Parameter, EditorRequired] public ListQuery Query { get; set; } = new();
    [Parameter] public bool Searchable { get; set; } = true;
    [Parameter] public string SearchPlaceholder { get; set; } = "输入关键字，按回车搜索";

    /// <summary>Whether 重置 has anything to take away, where more stands in the address than this row narrows by.</summary>
    [Parameter] public bool? Resettable { get; set; }

    /// <summary>The export's address without a query, e.g. /export/catalogue.xlsx: it gets the list's own.</summary>
    [Parameter] public string? ExportHref { get; set; }

    /// <summary><see cref="FilterSelect"/> and <see cref="FilterDate"/> elements.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public RenderFragment? Actions { get; set; }

    /// <summary>Where a change goes; the address unless handled.</summary>
    [Parameter] public EventCallback<ListQuery> OnNavigate { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    internal Task SetAsync(string key, string? value) => GoAsync(Query.WithFilter(key, value));

    private Task GoAsync(ListQuery query)
    {
        if (query == Query) return Task.CompletedTask;
        if (OnNavigate.HasDelegate) return OnNavigate.InvokeAsync(query);
        Navigation.NavigateTo(query);
        return Task.CompletedTask;
    }
}
