using DataBureau.Web.Failures;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace DataBureau.Tests.Failures;

public sealed class FailureSentenceTests
{
    [Fact]
    public void Of_DatabaseErrorWrappedInAnother_IsTheDatabases()
    {
        var failure = Failure.Of(new InvalidOperationException("outer", new NpgsqlException("refused")));

        Assert.Equal((503, "数据库暂时没有响应"), (failure.Status, failure.Title));
    }

    [Theory]
    [InlineData(413, "提交的内容太大")]
    [InlineData(400, "请求不完整")]
    public void Of_BadRequest_KeepsItsStatus(int status, string title)
    {
        var failure = Failure.Of(new BadHttpRequestException("Request body too large.", status));

        Assert.Equal((status, title), (failure.Status, failure.Title));
    }

    [Fact]
    public void Of_AnythingElse_SaysNothingOfTheException()
    {
        var failure = Failure.Of(new InvalidOperationException("secret path"));

        Assert.Equal(500, failure.Status);
        Assert.DoesNotContain("secret", failure.Title + failure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void TooOften_LessThanASecondLeft_AsksForOne() => Assert.Contains("请等待 1 秒", Failure.TooOften("下载", TimeSpan.FromMilliseconds(40)).Sentence, StringComparison.Ordinal);
}
