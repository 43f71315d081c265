using DataBureau.Web.Data;

namespace DataBureau.Web.Commands;

/// <summary>The file that a command writes its report to, held open while it works, so that it can be written when there is something to write.</summary>
internal sealed class ReportFile : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly bool _isNew;
    private bool _written;

    private ReportFile(FileStream file, bool isNew) => (_file, _isNew) = (file, isNew);

    /// <param name="path">Null when no report is asked for.</param>
    /// <param name="source">What the report is about, which it must not overwrite.</param>
    /// <exception cref="StartupRefusal">It cannot be written.</exception>
    public static ReportFile? Open(string? path, string source)
    {
        if (path is null)
            return null;
        if (Path.GetFullPath(path) == Path.GetFullPath(source))
            throw new StartupRefusal("报告不能写到要导入的文件上，请用 --report 指明另一个文件。没有导入任何内容。");
        try
        {
            var isNew = !File.Exists(path);
            return new ReportFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous), isNew);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new StartupRefusal($"报告不能写到「{path}」：文件夹不存在、没有写入权限，或文件正被其他程序打开。没有导入任何内容。");
        }
    }

    public async Task WriteAsync(Func<Stream, Task> write)
    {
        _file.SetLength(0);
        await write(_file);
        _written = true;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (_isNew && !_written)
            File.Delete(_file.Name);
    }
}
