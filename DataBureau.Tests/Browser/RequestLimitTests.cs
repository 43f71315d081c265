using System.Net;
using System.Text.Json;

namespace DataBureau.Tests.Browser;

/// <summary>A server that answers a few requests a minute.</summary>
public sealed class HurriedServer : BureauServer
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Limits:SignInsPerMinute"] = "2",
        ["Limits:DownloadsPerMinute"] = "2",
        ["Limits:UploadsPerMinute"] = "2",
    };
}

/// <summary>Haste is answered with a sentence and a time to wait, and one person's does not hold up another.</summary>
[Collection(BrowserTests.Name)]
public sealed class RequestLimitTests(HurriedServer server) : IClassFixture<HurriedServer>
{
    [BrowserFact]
    public async Task Requests_MoreThanTheLimit_AreRefusedForTheOneInHaste()
    {
        using var liaison = await Visitor.SignInAsync(server.Address, "liaison");
        using var reviewer = await Visitor.SignInAsync(server.Address, "reviewer");
        using var guesser = new Visitor(server.Address);
        guesser.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        Assert.Contains("短时间内登录的次数太多", await RefusedAsync(() => guesser.TrySignInAsync("leader", "wrong")), StringComparison.Ordinal);
        Assert.Contains("短时间内下载的次数太多", await RefusedAsync(() => DownloadAsync(liaison)), StringComparison.Ordinal);
        Assert.Contains("短时间内上传的次数太多", await RefusedAsync(() => UploadAsync(liaison)), StringComparison.Ordinal);

        using var answer = await DownloadAsync(reviewer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The sentence, whether it comes as a page or as problem details. Asks again until that is too often: on a slow machine the wait for one more may already be over.</summary>
    private static async Task<string> RefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        for (var i = 0; i < 50; i++)
        {
            using var answer = await ask();
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                continue;
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            var text = await answer.Content.ReadAsStringAsync();
            return answer.Content.Headers.ContentType!.MediaType == "application/problem+json" ? JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()! : text;
        }

        return "";
    }

    private static Task<HttpResponseMessage> DownloadAsync(Visitor visitor) => visitor.Client.GetAsync("/export/catalogue.xlsx");

    private static async Task<HttpResponseMessage> UploadAsync(Visitor visitor)
    {
        var file = await Sheets.FileAsync("目录.xlsx", Sheets.Row("地名信息"));
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file.Buffer), "file", file.Name } };
        return await visitor.PostAsync("/catalogue/import/upload", content);
    }
}
