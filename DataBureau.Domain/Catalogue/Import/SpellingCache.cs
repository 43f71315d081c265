using System.Collections.Concurrent;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// Remembers readings per spelling. A listing of a hundred thousand rows has a few hundred spellings, so nearly every row is a
/// lookup; the bound keeps a column of free text from filling the memory.
/// </summary>
internal sealed class SpellingCache<T>(Func<string, Parsed<T>> read)
{
    private const int Capacity = 8192;
    private const int LongestKept = 200;

    private readonly ConcurrentDictionary<string, Parsed<T>> _readings = new(StringComparer.Ordinal);
    private int _kept;

    public Parsed<T> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Parsed<T>.Blank;
        if (_readings.TryGetValue(text, out var known))
            return known;
        var reading = read(text);
        if (text.Length <= LongestKept && Volatile.Read(ref _kept) < Capacity && _readings.TryAdd(text, reading))
            Interlocked.Increment(ref _kept);
        return reading;
    }
}
