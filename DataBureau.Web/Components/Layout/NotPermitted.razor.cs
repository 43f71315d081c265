using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Layout;

/// <summary>Says which permission a refused page asks for and who grants it.</summary>
public sealed partial class NotPermitted
{
    private List<PermissionName> _missing = [];

    [Parameter]
    public Type? Page { get; set; }

    /// <summary>The policies that refused, when they are known.</summary>
    [Parameter]
    public string[]? Policies { get; set; }

    /// <summary>The address, when only that is known: the menu says what it asks for.</summary>
    [Parameter]
    public string? Path { get; set; }

    [Inject]
    private IEnumerable<NavItem> Items { get; set; } = default!;

    [Inject]
    private IEnumerable<PermissionName> Names { get; set; } = default!;

    protected override void OnParametersSet()
    {
        var policies = Page?.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).ToHashSet() ?? [];
        if (Policies is { Length: > 0 })
            policies.UnionWith(Policies);
        else if (Path is not null && NavItem.Closest(Items, Path)?.Policy is { } policy) policies.Add(policy);
        _missing = [.. Names.Where(name => policies.Contains(name.Policy))];
    }
}
