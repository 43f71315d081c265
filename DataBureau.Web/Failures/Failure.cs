using System.Data.Common;
using System.Globalization;

namespace DataBureau.Web.Failures;

/// <summary>Why a request was not answered, in words for the person who sent it; the exception itself goes to the log only.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What happened.</param>
/// <param name="Sentence">What became of the request and what to do.</param>
public sealed record Failure(int Status, string Title, string Sentence)
{
    /// <summary>A form whose token no longer fits: the page stood open for long, or its reader signed in or out in another window.</summary>
    public static Failure StaleForm { get; } = new(StatusCodes.Status400BadRequest, "页面已过期", "这个页面打开得太久，或者您在别的窗口登录、退出过，刚才提交的内容没有处理。请重新打开后再填写。");

    /// <summary>The number under which the log tells more; null when there is nothing to look up.</summary>
    public string? Number { get; init; }

    public static Failure Of(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(StatusCodes.Status413PayloadTooLarge, "提交的内容太大", "服务器没有接收。请减少内容或拆分文件后再提交。"),
        BadHttpRequestException bad => new(bad.StatusCode, "请求不完整", "服务器没有看懂浏览器提交的内容，这次操作没有完成。请重新打开页面再试。"),
        _ when Causes(exception).Any(e => e is DbException) => new(StatusCodes.Status503ServiceUnavailable, "数据库暂时没有响应", "这次操作没有完成，错误已记录。请稍后重试；若仍出错，请把下面的编号告诉系统管理员。"),
        _ => new(StatusCodes.Status500InternalServerError, "系统出错了", "这次操作没有完成，错误已记录。请稍后重试；若仍出错，请把下面的编号告诉系统管理员。"),
    };

    /// <param name="what">What was done too often, as a verb: 登录, 下载, 上传.</param>
    /// <param name="wait">Until it may be tried again.</param>
    public static Failure TooOften(string what, TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests, $"{what}太频繁", string.Create(CultureInfo.InvariantCulture, $"短时间内{what}的次数太多，这一次没有执行。请等待 {Math.Max(1, Math.Ceiling(wait.TotalSeconds)):0} 秒后再试。"));

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
