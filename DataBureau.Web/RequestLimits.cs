using System.Globalization;
using System.Threading.RateLimiting;
using DataBureau.Web.Failures;
using DataBureau.Web.Identity;

namespace DataBureau.Web;

/// <summary>How often requests that cost much, or that could try passwords, are answered: section "Limits", per minute and node. The numbers are the bureau's choice; zero sets no limit.</summary>
public sealed class RequestLimits
{
    public const string SignIn = "sign-in";
    public const string Download = "download";
    public const string Upload = "upload";

    /// <summary>Per address: lockout guards one account, this guards against one password tried on many. A whole office may share an address.</summary>
    public int SignInsPerMinute { get; set; } = 120;

    /// <summary>Lists, forms and workbooks, per person.</summary>
    public int DownloadsPerMinute { get; set; } = 120;

    /// <summary>Attachments and workbooks, per person.</summary>
    public int UploadsPerMinute { get; set; } = 120;
}

internal static class RequestLimitsModule
{
    private const string WhatKey = "limited";

    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits").Get<RequestLimits>() ?? new RequestLimits();
        services.AddRateLimiter(o =>
        {
            o.AddPolicy(RequestLimits.SignIn, c => HttpMethods.IsPost(c.Request.Method) ? Limit(c, "登录", c.Connection.RemoteIpAddress?.ToString(), limits.SignInsPerMinute) : RateLimitPartition.GetNoLimiter(""));
            o.AddPolicy(RequestLimits.Download, c => Limit(c, "下载", Person(c), limits.DownloadsPerMinute));
            o.AddPolicy(RequestLimits.Upload, c => Limit(c, "上传", Person(c), limits.UploadsPerMinute));
            o.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? given : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return new(rejected.HttpContext.FailAsync(Failure.TooOften((string)rejected.HttpContext.Items[WhatKey]!, wait)));
            };
        });
    }

    private static string? Person(HttpContext context) => CurrentUser.IdOf(context.User)?.ToString() ?? context.Connection.RemoteIpAddress?.ToString();

    /// <summary>A bucket that fills evenly: a burst of a whole minute's worth is answered, then as many as the minute allows.</summary>
    private static RateLimitPartition<string> Limit(HttpContext context, string what, string? whose, int perMinute)
    {
        context.Items[WhatKey] = what;
        return perMinute <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(whose ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
                QueueLimit = 0,
            });
    }
}
