namespace DataBureau.Web.Features.Account;

/// <summary>Addresses inside this site only: a link in a mail must not lead through our sign-in to somebody else's page.</summary>
public static class LocalUrl
{
    public static string Or(string? url, string fallback) =>
        // Browsers drop tabs and line breaks from addresses and read a backslash as a slash.
        url is null || url.Any(c => char.IsControl(c) || c == '\\') ? fallback
        : url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) ? url
        : url is { Length: > 0 } && url[0] != '/' && Uri.TryCreate(url, UriKind.Relative, out _) && !url.Contains(':', StringComparison.Ordinal) ? "/" + url
        : fallback;
}
