using System.Collections.Immutable;

namespace DataBureau.Web.Components.Layout;

/// <summary>The numbers beside menu entries: one instance per circuit, filled by whoever knows them.</summary>
public sealed class NavCounts
{
    private ImmutableDictionary<string, int> _counts = ImmutableDictionary<string, int>.Empty;

    /// <summary>Raised after a change, on the caller's thread: subscribers enter their own context.</summary>
    public event EventHandler? Changed;

    public int this[string key] => _counts.GetValueOrDefault(key);

    public void Set(string key, int count) => Replace([new(key, count)]);

    /// <summary>Several at once; what others have set stays.</summary>
    public void Replace(IEnumerable<KeyValuePair<string, int>> counts)
    {
        var next = _counts.SetItems(counts);
        if (next.Count == _counts.Count && next.All(pair => _counts.TryGetValue(pair.Key, out var old) && old == pair.Value)) return;
        _counts = next;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
