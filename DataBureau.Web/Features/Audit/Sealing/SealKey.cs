using System.Security.Cryptography;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>
/// The key of the chain: Audit:SealKey, 32 or more bytes in base64. It belongs where the database's administrators have no hand.
/// Development makes one and keeps it beside its data.
/// </summary>
public sealed class SealKey(IConfiguration configuration, IHostEnvironment environment)
{
    public const string Setting = "Audit:SealKey";

    private const int Least = 32;

    /// <returns>Null in production when none is configured: then nothing can be sealed or verified.</returns>
    /// <exception cref="StartupRefusal">The setting is there and cannot be used.</exception>
    public byte[]? Read()
    {
        if (configuration[Setting] is { Length: > 0 } text)
            return Parse(text);
        return environment.IsDevelopment() ? OfDevelopment() : null;
    }

    private static byte[] Parse(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= Least
            ? key[..length]
            : throw new StartupRefusal($"{Setting} 的值无法使用：请填写至少 {Least} 字节随机数的 base64 编码，例如 openssl rand -base64 {Least} 的输出。");
    }

    private byte[] OfDevelopment()
    {
        var folder = configuration["Database:EmbeddedDirectory"] is { Length: > 0 } data ? Path.GetDirectoryName(Path.GetFullPath(data))! : Path.Combine(environment.ContentRootPath, "..", ".data");
        var file = Path.Combine(folder, "audit-seal.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            var made = file + "." + Guid.NewGuid().ToString("N");
            File.WriteAllText(made, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Least)));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(made, file);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process was first, and its key is the one.
                File.Delete(made);
            }
        }

        return Parse(File.ReadAllText(file).Trim());
    }
}
