using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;
using ExcelDataReader.Exceptions;

namespace DataBureau.Web.Excel;

/// <summary>The outcome of opening a file: a reader, or the reason why there is none.</summary>
public sealed record WorkbookOpening(WorkbookReader? Reader, WorkbookRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Reader))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOpen => Reader is not null;
}

/// <summary>
/// Reads .xlsx, .xls and .csv for import, front to back, within <see cref="WorkbookLimits"/>. What cannot or must not be read is
/// refused when opening, in a sentence; only damage deep inside a file shows later, as <see cref="WorkbookReadException"/>.
/// </summary>
public sealed class WorkbookReader : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly IDisposable? _source;

    private WorkbookReader(string fileName, WorkbookFormat format, IReadOnlyList<WorkbookSheet> sheets, Stream stream, IDisposable? source)
    {
        FileName = fileName;
        Format = format;
        Sheets = sheets;
        _stream = stream;
        _source = source;
    }

    public string FileName { get; }

    public WorkbookFormat Format { get; }

    /// <summary>In the order of the file, hidden ones included.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    public static Task<WorkbookOpening> OpenAsync(string path, string fileName, WorkbookLimits? limits = null, CancellationToken ct = default) =>
        OpenAsync(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan), fileName, limits, ct);

    /// <summary>Takes over the stream, also when it refuses. One that cannot seek (an upload) is first put into a temporary file.</summary>
    public static async Task<WorkbookOpening> OpenAsync(Stream stream, string fileName, WorkbookLimits? limits = null, CancellationToken ct = default)
    {
        limits ??= WorkbookLimits.Default;
        var name = Path.GetFileName(fileName);
        WorkbookOpening? opening = null;
        try
        {
            stream = stream.CanSeek ? stream : await UploadSpool.CopyAsync(stream, limits.MaxFileBytes, ct);
            return opening = await OpenSeekableAsync(stream, name, limits, ct);
        }
        catch (WorkbookReadException exception)
        {
            return new(null, exception.Refusal);
        }
        finally
        {
            if (opening is not { IsOpen: true }) await stream.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _source?.Dispose();
        await _stream.DisposeAsync();
    }

    private static async Task<WorkbookOpening> OpenSeekableAsync(Stream stream, string name, WorkbookLimits limits, CancellationToken ct)
    {
        if (stream.Length > limits.MaxFileBytes) return new(null, WorkbookRefusals.FileTooLarge(name, limits.MaxFileBytes));
        var (format, refusal) = await WorkbookInspector.InspectAsync(stream, name, limits, ct);
        if (refusal is not null) return new(null, refusal);
        if (format == WorkbookFormat.Csv)
        {
            return await CsvDialect.DetectAsync(stream, ct) is { } dialect
                ? new(new(name, format, [new CsvSheet(stream, dialect, name, limits)], stream, null), null)
                : new(null, WorkbookRefusals.UnknownEncoding(name));
        }
        // Parsing is synchronous work of up to seconds; it must not hold up the circuit that asked for it.
        return await Task.Run(() => OpenBinary(stream, name, format, limits), ct);
    }

    private static WorkbookOpening OpenBinary(Stream stream, string name, WorkbookFormat format, WorkbookLimits limits)
    {
        try
        {
            if (format == WorkbookFormat.Xls)
            {
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                var workbook = new XlsWorkbook(stream, name, limits);
                return new(new(name, format, workbook.Sheets, stream, workbook), null);
            }
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (ZipGuard.Check(archive, name, limits) is { } refusal) return new(null, refusal);
            var package = new XlsxPackage(archive, name, limits);
            return package.Sheets.Count == 0
                ? new(null, WorkbookRefusals.Corrupt(name))
                : new(new(name, format, package.Sheets, stream, package), null);
        }
        catch (InvalidPasswordException)
        {
            return new(null, WorkbookRefusals.PasswordProtected(name));
        }
        catch (Exception exception) when (WorkbookSheet.IsDamage(exception))
        {
            return new(null, WorkbookRefusals.Corrupt(name));
        }
    }
}
