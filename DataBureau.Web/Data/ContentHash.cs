using System.Security.Cryptography;

namespace DataBureau.Web.Data;

public static class ContentHash
{
    /// <summary>SHA-256 of a stream, in lower-case hexadecimal.</summary>
    public static async Task<string> OfAsync(Stream stream, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
}
