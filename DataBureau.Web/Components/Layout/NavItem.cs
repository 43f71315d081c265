namespace DataBureau.Web.Components.Layout;

/// <summary>One entry of the left menu, registered by the feature it opens.</summary>
/// <param name="Group">The kind of work, e.g. 目录管理.</param>
/// <param name="Title">The words people see; also the last step of the breadcrumb.</param>
/// <param name="Href">Begins with a slash.</param>
/// <param name="Icon">A name listed in eng/icons.txt.</param>
/// <param name="Policy">Who sees it; null for everyone signed in.</param>
/// <param name="CountKey">The entry of <see cref="NavCounts"/> shown as its badge.</param>
/// <param name="Order">Groups follow their lowest order; within a group, entries follow theirs.</param>
public sealed record NavItem(string Group, string Title, string Href, string Icon, string? Policy = null, string? CountKey = null, int Order = 0)
{
    /// <summary>What the badge counts, for those who hear it.</summary>
    public string Counted { get; init; } = "项待办";

    /// <summary>The item a page belongs to: the longest address that is the path or a parent of it.</summary>
    public static NavItem? Closest(IEnumerable<NavItem> items, string path) =>
        items.Where(item => item.Contains(path)).MaxBy(item => item.Href.Length);

    private bool Contains(string path) =>
        path.Equals(Href, StringComparison.OrdinalIgnoreCase)
        || (Href != "/" && path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a policy permits, in words, and who grants it: registered beside the policy, shown when a page is refused.</summary>
public sealed record PermissionName(string Policy, string Name, string GrantedBy);
