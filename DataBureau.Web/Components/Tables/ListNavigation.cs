using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Tables;

/// <summary>A list's state lives in the address, so Back, refresh and a copied link all work.</summary>
public static class ListNavigation
{
    public static ListQuery ListQuery(this NavigationManager navigation) => Tables.ListQuery.Parse(new Uri(navigation.Uri).Query);

    public static string ListHref(this NavigationManager navigation, ListQuery query) => new Uri(navigation.Uri).AbsolutePath + query.ToQueryString();

    public static void NavigateTo(this NavigationManager navigation, ListQuery query, bool replace = false) =>
        navigation.NavigateTo(navigation.ListHref(query), replace: replace);
}
