using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>
/// Builds rows as UTF-8 in one pooled array that is handed to the archive whenever it is full. Cells carry no reference: position
/// follows from order, which every reader tested here understands, and the file is a sixth smaller to compress.
/// </summary>
internal sealed class XlsxSheetBuffer : IDisposable
{
    private const int FlushAt = 48 * 1024;
    /// <summary>A size the pool has, and below the large object heap.</summary>
    private const int InitialSize = 64 * 1024;
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    // Excel believes that 1900 was a leap year: earlier serial numbers are off by one.
    private static readonly DateTime FirstReliableDate = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    public int Length => _length;

    public bool IsFull => _length >= FlushAt;

    public async ValueTask FlushToAsync(Stream stream, CancellationToken ct)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _length), ct);
        _length = 0;
    }

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    public void Raw(string text)
    {
        Reserve(text.Length * 3);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public void Text(string? value, bool highlight) =>
        Text(value, XlsxText.LooksLikeFormula(value) ? XlsxStyle.QuotedText : XlsxStyle.Text, highlight);

    public void Text(string? value, XlsxStyle style, bool highlight = false)
    {
        if (string.IsNullOrEmpty(value))
        {
            Empty(style, highlight);
            return;
        }
        var text = XlsxText.Cut(value);
        if (!XlsxText.IsPlain(text)) text = XlsxText.Escape(text);
        if (text.IsEmpty)
        {
            Empty(style, highlight);
            return;
        }
        Reserve(text.Length * 3 + 96);
        if (style == XlsxStyle.Text && !highlight && !XlsxText.NeedsPreserve(text))
        {
            Raw("<c s=\"1\" t=\"inlineStr\"><is><t>"u8); // nearly every cell of a list: one copy instead of five
        }
        else
        {
            Open(style, highlight);
            Raw(XlsxText.NeedsPreserve(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        }
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        Raw("</t></is></c>"u8);
    }

    public void Integer(long? value, bool highlight)
    {
        // Excel keeps fifteen digits; a longer number is an identifier and survives only as text.
        if (value is null) Empty(XlsxStyle.Integer, highlight);
        else if (value is >= 1_000_000_000_000_000 or <= -1_000_000_000_000_000) Text(value.Value.ToString(Invariant), highlight);
        else Value(value.Value, XlsxStyle.Integer, highlight);
    }

    public void Number(decimal? value, bool highlight)
    {
        if (value is null) Empty(XlsxStyle.General, highlight);
        else Value(value.Value, XlsxStyle.General, highlight);
    }

    public void Date(DateTime? value, XlsxStyle style, bool highlight)
    {
        if (value is null) Empty(style, highlight);
        else if (value < FirstReliableDate) Text(value.Value.ToString(style == XlsxStyle.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", Invariant), highlight);
        else Value(Math.Round((value.Value - Epoch).TotalDays, 9), style, highlight);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private static IFormatProvider Invariant => CultureInfo.InvariantCulture;

    private void Value<T>(T value, XlsxStyle style, bool highlight) where T : IUtf8SpanFormattable
    {
        Reserve(128);
        Open(style, highlight);
        Raw("><v>"u8);
        value.TryFormat(_bytes.AsSpan(_length), out var written, default, Invariant);
        _length += written;
        Raw("</v></c>"u8);
    }

    private void Empty(XlsxStyle style, bool highlight)
    {
        Reserve(32);
        Open(style, highlight);
        Raw("/>"u8);
    }

    private void Open(XlsxStyle style, bool highlight)
    {
        Raw("<c s=\""u8);
        Utf8Formatter.TryFormat((int)style + (highlight ? (int)XlsxStyle.HighlightOffset : 0), _bytes.AsSpan(_length), out var written);
        _length += written;
        Raw("\""u8);
    }

    private void Reserve(int more)
    {
        if (_length + more <= _bytes.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, _bytes.Length * 2));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
