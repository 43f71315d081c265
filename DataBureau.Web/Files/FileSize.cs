using System.Globalization;

namespace DataBureau.Web.Files;

internal static class FileSize
{
    private static readonly (long Unit, string Name)[] Units = [(1L << 30, "GB"), (1L << 20, "MB"), (1L << 10, "KB")];

    /// <summary>1.5 MB, 12 KB, 300 字节.</summary>
    public static string Text(long bytes)
    {
        foreach (var (unit, name) in Units)
            if (bytes >= unit)
                return ((double)bytes / unit).ToString(bytes < 10 * unit ? "0.#" : "0", CultureInfo.InvariantCulture) + " " + name;
        return $"{bytes} 字节";
    }
}
