using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DataBureau.Web.Excel;

/// <summary>The two things a .csv does not say of itself: its encoding and its delimiter.</summary>
internal sealed record CsvDialect(Encoding Encoding, char Delimiter)
{
    private const int BlockLength = 64 * 1024;
    private const int SampleRecords = 20;
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    private static readonly Lazy<Encoding> Gb18030 = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    });

    /// <summary>Reads the whole file once, since the first Chinese character may stand far down; null when no encoding fits.</summary>
    public static async Task<CsvDialect?> DetectAsync(Stream stream, CancellationToken ct)
    {
        if (await DetectEncodingAsync(stream, ct) is not { } encoding) return null;
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = new char[BlockLength];
        var length = await reader.ReadBlockAsync(sample, ct);
        return new(encoding, SniffDelimiter(new string(sample, 0, length)));
    }

    /// <summary>The candidate that splits the first records into the most fields and all of them alike; a comma when none does.</summary>
    public static char SniffDelimiter(string sample)
    {
        var best = (Score: 1.0, Delimiter: ',');
        foreach (var candidate in Candidates)
        {
            var score = Score(sample, candidate);
            if (score > best.Score) best = (score, candidate);
        }
        return best.Delimiter;
    }

    private static double Score(string sample, char delimiter)
    {
        using var parser = new CsvParser(new StringReader(sample), delimiter);
        var counts = new List<int>();
        while (counts.Count < SampleRecords && parser.Read() == CsvParser.Step.Record)
            if (parser.Fields.Count > 1 || parser.Fields[0].Length > 0) counts.Add(parser.Fields.Count);
        if (counts.Count == 0) return 0;
        return counts[0] * ((double)counts.Count(count => count == counts[0]) / counts.Count);
    }

    private static async Task<Encoding?> DetectEncodingAsync(Stream stream, CancellationToken ct)
    {
        stream.Position = 0;
        var head = new byte[2];
        var length = await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, ct);
        if (length == 2 && head is [0xFF, 0xFE]) return new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
        if (length == 2 && head is [0xFE, 0xFF]) return new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        if (await IsUtf8Async(stream, ct)) return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return await IsGb18030Async(stream, ct) ? Gb18030.Value : null;
    }

    private static async Task<bool> IsUtf8Async(Stream stream, CancellationToken ct)
    {
        stream.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            var kept = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(kept), ct);
                var length = kept + read;
                var whole = read == 0 ? length : length - UnfinishedTail(buffer.AsSpan(0, length));
                if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return false;
                if (read == 0) return true;
                buffer.AsSpan(whole, length - whole).CopyTo(buffer);
                kept = length - whole;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>How many bytes at the end begin a character that goes on in the next block.</summary>
    private static int UnfinishedTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if (lead < 0x80) return 0;
            if (lead >= 0xC0) return back < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }

    private static async Task<bool> IsGb18030Async(Stream stream, CancellationToken ct)
    {
        stream.Position = 0;
        var bytes = new byte[BlockLength];
        var characters = new char[BlockLength + 16];
        var decoder = Gb18030.Value.GetDecoder();
        try
        {
            int read;
            while ((read = await stream.ReadAsync(bytes, ct)) > 0) decoder.GetChars(bytes, 0, read, characters, 0, flush: false);
            decoder.GetChars([], 0, 0, characters, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
