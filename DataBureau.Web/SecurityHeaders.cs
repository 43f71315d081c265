using System.Security.Cryptography;
using DataBureau.Web.Files;

namespace DataBureau.Web;

public static class SecurityHeaders
{
    private const string NonceKey = "csp-nonce";

    /// <summary>Scripts from this site only; no framing, no plug-ins, no forms to elsewhere. Styles may stand inline, as the component library writes them.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.WriteSecurityHeaders();
        return next(context);
    });

    /// <summary>Once more after a failure, which clears the headers of the answer that came to nothing.</summary>
    public static void WriteSecurityHeaders(this HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
    }

    /// <summary>The one kind of response that a page of ours may frame: a file shown in place, which may neither run a script nor load or send anything.</summary>
    public static void AllowFramingBySelf(this HttpContext context, ContentKind kind)
    {
        // A sandbox would keep the browser's own PDF reader out as well.
        var sandbox = kind == ContentKind.Pdf ? string.Empty : "; sandbox";
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'{sandbox}";
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>The nonce of this request, for the one inline script: the import map.</summary>
    public static string? CspNonce(this HttpContext context) => context.Items[NonceKey] as string;
}
