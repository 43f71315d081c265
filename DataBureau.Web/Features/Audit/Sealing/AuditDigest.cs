using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>The keyed hashes of the chain. Fields are written with their lengths, so that no two rows read alike.</summary>
internal sealed class AuditDigest(byte[] key)
{
    /// <summary>Bytes of one row in <see cref="AuditSeal.Marks"/>: its id and its mark.</summary>
    public const int MarkLength = sizeof(long) + RowHashLength;

    private const int RowHashLength = 12;

    /// <summary>The id and the mark of a row.</summary>
    public byte[] Mark(AuditRow row)
    {
        using var text = new MemoryStream();
        using (var writer = new BinaryWriter(text, Encoding.UTF8))
        {
            writer.Write("row");
            writer.Write(row.Id);
            // Microseconds: what both providers keep.
            writer.Write(row.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
            Write(writer, row.UserId?.ToString("N"));
            Write(writer, row.UserName);
            Write(writer, row.OrganisationName);
            Write(writer, row.Action);
            Write(writer, row.SubjectKind);
            Write(writer, row.SubjectId);
            Write(writer, row.Summary);
            writer.Write(row.Succeeded);
            Write(writer, row.Before);
            Write(writer, row.After);
            Write(writer, row.RequestId);
            Write(writer, row.Address);
        }

        var mark = new byte[MarkLength];
        BinaryPrimitives.WriteInt64BigEndian(mark, row.Id);
        HMACSHA256.HashData(key, text.ToArray()).AsSpan(0, RowHashLength).CopyTo(mark.AsSpan(sizeof(long)));
        return mark;
    }

    public static long IdOf(ReadOnlySpan<byte> mark) => BinaryPrimitives.ReadInt64BigEndian(mark);

    /// <summary>The hash of a link, over everything it says and over the link before.</summary>
    public byte[] Link(long firstId, long lastId, int count, byte[] previousHash, byte[] marks, DateTimeOffset at)
    {
        using var text = new MemoryStream();
        using (var writer = new BinaryWriter(text, Encoding.UTF8))
        {
            writer.Write("seal");
            writer.Write(firstId);
            writer.Write(lastId);
            writer.Write(count);
            writer.Write(at.UtcTicks / TimeSpan.TicksPerMicrosecond);
            writer.Write(previousHash.Length);
            writer.Write(previousHash);
            writer.Write(marks.Length);
            writer.Write(marks);
        }

        return HMACSHA256.HashData(key, text.ToArray());
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? string.Empty);
    }
}
