using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>Pages are links, so they open in another tab and work with Back.</summary>
public sealed partial class Pager
{
    private readonly string _id = "p" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired] public ListQuery Query { get; set; } = new();
    [Parameter, EditorRequired] public int Total { get; set; }
    [Parameter] public EventCallback<ListQuery> OnNavigate { get; set; }
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private int PageCount => Math.Max(1, (int)Math.Ceiling(Total / (double)Query.PageSize));
    private int From => Math.Min(Total, ((Query.Page - 1) * Query.PageSize) + 1);
    private int To => Math.Min(Total, Query.Page * Query.PageSize);

    private IEnumerable<int> Sizes => ListQuery.PageSizes.Append(Query.PageSize).Distinct().Order();

    /// <summary>First, last and the neighbours; 0 stands for a gap.</summary>
    private IEnumerable<int> Pages
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(Query.Page - 2, 5).Append(1).Append(PageCount).Where(page => page >= 1 && page <= PageCount).Distinct().Order())
            {
                if (page > last + 1) yield return page == last + 2 ? last + 1 : 0;
                yield return page;
                last = page;
            }
        }
    }

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private string Href(int page) => Navigation.ListHref(Query with { Page = page });

    // Without a handler the link itself does the work.
    private Task GoAsync(int page) => OnNavigate.InvokeAsync(Query with { Page = page });

    private Task ResizeAsync(ChangeEventArgs change)
    {
        if (!int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return Task.CompletedTask;
        var query = Query with { PageSize = size, Page = 1 };
        if (OnNavigate.HasDelegate) return OnNavigate.InvokeAsync(query);
        Navigation.NavigateTo(query);
        return Task.CompletedTask;
    }
}
