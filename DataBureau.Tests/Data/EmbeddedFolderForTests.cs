using DataBureau.Web.Data.Embedded;

namespace DataBureau.Tests.Data;

/// <summary>A place for a cluster that several tests start one after the other.</summary>
public sealed class EmbeddedPostgresFolder : IDisposable
{
    // Not below TMPDIR: when tests run as root the server has another account, which may not be able to enter it.
    private readonly string _root = Path.Combine(
        OperatingSystem.IsWindows() ? Path.GetTempPath() : "/tmp", "databureau-embedded-" + Guid.NewGuid().ToString("N"));

    public string DataDirectory => Path.Combine(_root, "postgres");

    public EmbeddedPostgresOptions Options => new() { DataDirectory = DataDirectory, Durable = false };

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }
}
