using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DataBureau.Web.Data;

/// <summary>
/// Ids of rows that are made together, each greater than the one before: lists break a tie of times by the id, and the rows of one
/// import have one time, so that by random ids they would stand in no order. Version 7 ids with a counter in the last six bytes.
/// PostgreSQL compares a uuid from its first byte on: the same time, the same random bits, then the counter. SQL Server compares a
/// uniqueidentifier by its last six bytes first: there the counter decides at once. Ids of different imports compare there by
/// chance, as any two ids do; but those rows differ in their times.
/// </summary>
public sealed class IdSequence
{
    private const int CounterAt = 10;

    private readonly byte[] _id = new byte[16];
    private long _next;

    public IdSequence(DateTimeOffset now)
    {
        Guid.CreateVersion7(now).TryWriteBytes(_id, bigEndian: true, out _);
        // Begins anywhere in the lower half, so that it never overflows, and two imports of one moment do not meet.
        _next = RandomNumberGenerator.GetInt32(int.MaxValue) * (long)short.MaxValue;
    }

    public Guid Next()
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, _next++);
        counter[2..].CopyTo(_id.AsSpan(CounterAt));
        return new Guid(_id, bigEndian: true);
    }
}
