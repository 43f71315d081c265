using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>A component as the register's rules see it.</summary>
public sealed record ComponentLink(Guid Id, string Name, Guid? ReplacesId);

/// <summary>What the register asks of an entry, and which entries suggest themselves for a needed capability.</summary>
public static class ComponentRules
{
    public static Refusal? Check(ComponentContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Name))
            return ComponentRefusals.NameRequired();
        if (content.Capabilities.Count == 0)
            return ComponentRefusals.CapabilityRequired();
        return content.Name.Length > SharedComponent.NameLimit || content.Description?.Length > SharedComponent.TextLimit || content.Capabilities.Count > SharedComponent.CapabilityLimit
            || content.Capabilities.Any(c => c.Length > SharedComponent.NameLimit) ? ComponentRefusals.TooLong() : null;
    }

    /// <summary>Follows 替代 from what is to be replaced; coming back to the component itself is a circle.</summary>
    public static Refusal? Circle(Guid id, string name, Guid? replaces, IReadOnlyDictionary<Guid, ComponentLink> register)
    {
        var way = new List<string> { name };
        var seen = new HashSet<Guid>();
        for (var next = replaces; next is { } at; )
        {
            if (at == id)
                return ComponentRefusals.Circle([.. way, name]);
            if (!register.TryGetValue(at, out var link))
                return at == replaces ? ComponentRefusals.ReplacedGone() : null;
            // A circle among others is not this one's to report, and must not be walked for ever.
            if (!seen.Add(at))
                return null;
            way.Add(link.Name);
            next = link.ReplacesId;
        }

        return null;
    }

    /// <summary>The capabilities written with any of the usual separators, each once.</summary>
    public static IReadOnlyList<string> Split(string? text) =>
        [.. (text ?? string.Empty).Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DistinctBy(NameKey.Of)];

    /// <summary>How well a component answers a needed capability, by words: 0 is not at all.</summary>
    public static int Fit(string capability, string name, IReadOnlyList<string> capabilities)
    {
        var wanted = NameKey.Of(capability);
        if (wanted.Length == 0)
            return 0;
        var best = Score(wanted, NameKey.Of(name));
        foreach (var offered in capabilities)
            best = Math.Max(best, Score(wanted, NameKey.Of(offered)));
        return best;
    }

    /// <summary>The same, one within the other, or at least half of the shorter one's pairs of characters in common.</summary>
    private static int Score(string wanted, string offered)
    {
        if (offered.Length == 0)
            return 0;
        if (wanted == offered)
            return 100;
        if (Math.Min(wanted.Length, offered.Length) >= 2 && (offered.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(offered, StringComparison.Ordinal)))
            return 80;
        var pairs = Pairs(offered);
        var ours = Pairs(wanted);
        if (ours.Count == 0 || pairs.Count == 0)
            return 0;
        var common = 100 * ours.Count(pairs.Contains) / Math.Min(ours.Count, pairs.Count);
        return common >= 50 ? common / 2 : 0;
    }

    private static HashSet<string> Pairs(string key) => [.. Enumerable.Range(0, Math.Max(0, key.Length - 1)).Select(i => key.Substring(i, 2))];
}
