namespace DataBureau.Web.Excel;

/// <summary>
/// RFC 4180 from a stream: quoted fields may hold delimiters, line ends and doubled quotes; records end with CRLF, LF or CR. As
/// lenient as Excel where the standard is silent: a quote inside an unquoted field, or text after a closing quote, is kept.
/// </summary>
internal sealed class CsvParser(TextReader reader, char delimiter) : IDisposable
{
    internal enum Step
    {
        Record,
        End,
        /// <summary>The file ends inside quotes that were opened in <see cref="QuoteLine"/>.</summary>
        UnterminatedQuote,
        /// <summary>A field or a record is longer than any table can have.</summary>
        TooLong,
    }

    /// <summary>Beyond this a quote was forgotten: nobody writes such a field, and it must not fill the memory.</summary>
    private const int MaxField = 4 << 20;
    private const int MaxFields = 16_384;

    private char[] _buffer = new char[32 * 1024];
    private int _position;
    private int _length;
    private bool _ended;

    /// <summary>Of the latest record; the list is used again for the next one.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>The physical line the parser has reached, from 1.</summary>
    public long Line { get; private set; } = 1;

    public long QuoteLine { get; private set; }

    public Step Read()
    {
        Fields.Clear();
        if (!Ensure(0)) return Step.End;
        while (Fields.Count < MaxFields)
        {
            var quoted = Ensure(0) && _buffer[_position] == '"';
            if ((quoted ? ReadQuoted() : ReadPlain("")) is { } failure) return failure;
            if (!Ensure(0)) return Step.Record;
            var separator = _buffer[_position++];
            if (separator == delimiter) continue;
            Line++;
            if (separator == '\r' && Ensure(0) && _buffer[_position] == '\n') _position++;
            return Step.Record;
        }
        return Step.TooLong;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Up to the next delimiter or line end, which is left unread.</summary>
    private Step? ReadPlain(string before)
    {
        for (var scanned = 0; ;)
        {
            var found = _buffer.AsSpan(_position + scanned, _length - _position - scanned).IndexOfAny(delimiter, '\r', '\n');
            if (found >= 0 || !Ensure(scanned = _length - _position))
            {
                var length = found >= 0 ? scanned + found : _length - _position;
                Fields.Add(before + new string(_buffer, _position, length));
                _position += length;
                return null;
            }
            if (scanned > MaxField) return Step.TooLong;
        }
    }

    private Step? ReadQuoted()
    {
        QuoteLine = Line;
        _position++;
        var doubled = false;
        for (var scanned = 0; ;)
        {
            if (!Ensure(scanned)) return Step.UnterminatedQuote;
            var found = _buffer.AsSpan(_position + scanned, _length - _position - scanned).IndexOf('"');
            if (found < 0)
            {
                scanned = _length - _position;
                if (scanned > MaxField) return Step.TooLong;
                continue;
            }
            var end = scanned + found;
            if (Ensure(end + 1) && _buffer[_position + end + 1] == '"')
            {
                doubled = true;
                scanned = end + 2;
                continue;
            }
            var text = new string(_buffer, _position, end);
            _position += end + 1;
            Line += text.AsSpan().Count('\n');
            return ReadPlain(doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text);
        }
    }

    /// <summary>Makes the character at the given distance available, moving what is unread to the front of the buffer; false at the end.</summary>
    private bool Ensure(int ahead)
    {
        while (_position + ahead >= _length)
        {
            if (_ended) return false;
            if (_position > 0)
            {
                _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
                _length -= _position;
                _position = 0;
            }
            if (_length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            var read = reader.Read(_buffer, _length, _buffer.Length - _length);
            _ended = read == 0;
            _length += read;
        }
        return true;
    }
}
