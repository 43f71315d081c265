using System.Collections.Immutable;

namespace DataBureau.Domain.Numbers;

/// <summary>Serials from one to another that have no row.</summary>
public sealed record SerialRange(int First, int Last)
{
    public int Count => Last - First + 1;

    /// <summary>「0003」, 「0007至0009」.</summary>
    public override string ToString() => First == Last ? LedgerNumber.SerialText(First) : $"{LedgerNumber.SerialText(First)}至{LedgerNumber.SerialText(Last)}";
}

public static class SerialGaps
{
    /// <summary>What is missing between one and the last serial.</summary>
    /// <param name="serials">Those that have a row, in rising order.</param>
    /// <param name="last">The last serial that the counter gave.</param>
    public static ImmutableArray<SerialRange> Find(IEnumerable<int> serials, int last)
    {
        var gaps = ImmutableArray.CreateBuilder<SerialRange>();
        var next = 1;
        foreach (var serial in serials)
        {
            if (serial > next)
                gaps.Add(new SerialRange(next, serial - 1));
            next = Math.Max(next, serial + 1);
        }

        if (next <= last)
            gaps.Add(new SerialRange(next, last));
        return gaps.ToImmutable();
    }
}
