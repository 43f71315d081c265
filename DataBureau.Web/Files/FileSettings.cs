using DataBureau.Web.Data;

namespace DataBureau.Web.Files;

/// <summary>Attachments: where they are kept and how much of them.</summary>
/// <param name="Root">`Files:Root`: a folder that is backed up with the database, shared by all servers of an installation.</param>
/// <param name="MaxBytes">`Files:MaxAttachmentMegabytes`: what one file may have; 200 unless told.</param>
/// <param name="QuotaBytes">`Files:QuotaMegabytes`: what all files of an organisation may have; 20480 unless told.</param>
public sealed record FileSettings(string Root, long MaxBytes, long QuotaBytes)
{
    private const long Megabyte = 1024 * 1024;

    /// <exception cref="StartupRefusal">Production without a folder: files beside the program would vanish with the next version of it.</exception>
    public static FileSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var root = configuration["Files:Root"];
        if (string.IsNullOrWhiteSpace(root))
            root = environment.IsDevelopment() ? Path.Combine(environment.ContentRootPath, "App_Data", "files")
                : throw new StartupRefusal("没有配置附件目录：请把 Files:Root 设为程序目录之外、会随数据库一起备份的目录后再启动。");
        return new FileSettings(Path.GetFullPath(root), Megabytes(configuration, "Files:MaxAttachmentMegabytes", 200), Megabytes(configuration, "Files:QuotaMegabytes", 20 * 1024));
    }

    public long MaxMegabytes => MaxBytes / Megabyte;

    private static long Megabytes(IConfiguration configuration, string key, long otherwise)
    {
        var value = configuration[key] is { Length: > 0 } text ? long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0 : otherwise;
        return value is > 0 and <= 1L << 40 ? value * Megabyte : throw new StartupRefusal($"{key} 必须是大于 0 的整数，单位为 MB。");
    }
}
