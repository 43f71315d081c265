using System.Globalization;
using System.Security.Cryptography;

namespace DataBureau.Web.Data.Embedded;

/// <summary>A data directory with its password: made once, whole or not at all.</summary>
internal sealed class PostgresCluster(string dataDirectory, ServerAccount account)
{
    public const string UserName = "app";
    private const int FirstWithIcuOption = 15;

    public string DataDirectory => dataDirectory;

    public bool Exists => File.Exists(VersionFile);

    private string VersionFile => Path.Combine(dataDirectory, "PG_VERSION");

    private string PasswordFile => dataDirectory + ".password";

    public int MajorVersion => int.Parse(File.ReadAllText(VersionFile).Trim(), CultureInfo.InvariantCulture);

    public string ReadPassword() => File.Exists(PasswordFile)
        ? File.ReadAllText(PasswordFile).Trim()
        : throw new EmbeddedPostgresException($"数据目录 {dataDirectory} 的密码文件 {PasswordFile} 不见了：请恢复该文件，或者把数据目录移走以便重新建立。");

    /// <summary>Made beside its final place and renamed when it is whole, so a half-made cluster is never used.</summary>
    public async Task InitialiseAsync(string binDirectory, int major, bool durable, CancellationToken ct)
    {
        if (Directory.Exists(dataDirectory) && Directory.EnumerateFileSystemEntries(dataDirectory).Any())
            throw new EmbeddedPostgresException($"目录 {dataDirectory} 不是空的，也不是 PostgreSQL 数据目录：请换一个目录。");
        var half = dataDirectory + ".tmp";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        await PostgresFolders.MakePrivateAsync(half, account, ct);
        await WritePasswordAsync(ct);

        List<string> arguments = ["-D", half, "-U", UserName, "-E", "UTF8", "--auth=scram-sha-256", $"--pwfile={PasswordFile}"];
        arguments.Add(OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C");
        if (major >= FirstWithIcuOption) arguments.AddRange(["--locale-provider=icu", "--icu-locale=und"]);
        if (!durable) arguments.Add("--no-sync");
        var result = await account.RunAsync(PostgresBinaries.Executable(binDirectory, "initdb"), arguments, ct);
        if (result.ExitCode != 0) throw EmbeddedPostgresException.WithLog($"无法在 {dataDirectory} 建立 PostgreSQL 数据目录。", result.Output.TakeLast(20));

        if (Directory.Exists(dataDirectory)) Directory.Delete(dataDirectory);
        Directory.Move(half, dataDirectory);
    }

    private async Task WritePasswordAsync(CancellationToken ct)
    {
        // Deleted first: the creation mode does not apply to a file that is already there.
        File.Delete(PasswordFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(PasswordFile, options))
            await writer.WriteAsync(RandomNumberGenerator.GetHexString(48, lowercase: true));
        await account.TakeOverAsync(PasswordFile, ct);
    }
}
