using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataBureau.Tests.Files;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Browser;

/// <summary>Attachments over real HTTP, without a page between: what is sent, what is answered, what a wrong address gives.</summary>
[Collection(BrowserTests.Name)]
public sealed class AttachmentHttpTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Upload_ThenDownload_SameBytesUnderTheChineseName()
    {
        var id = await server.EntryAsync(Contents.Complete("附件往返目录"));
        using var liaison = await SignInAsync("liaison");
        var content = SampleFiles.Pdf("往返");

        var answer = await AnswerAsync(await SendAsync(liaison, $"/files/catalogue/{id}?slot=sharing-basis", "共享依据（盖章）.pdf", content), HttpStatusCode.OK);
        var file = answer.GetProperty("id").GetGuid();
        Assert.Equal("已上传「共享依据（盖章）.pdf」。", answer.GetProperty("sentence").GetString());

        using var download = await liaison.Client.GetAsync($"/files/{file}");
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("共享依据（盖章）.pdf", download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["nosniff"], download.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(download.Headers.CacheControl!.NoStore);
        Assert.Equal(["DENY"], download.Headers.GetValues("X-Frame-Options"));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{file}") { Headers = { Range = new(2, 5) } };
        using var part = await liaison.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[2..6], await part.Content.ReadAsByteArrayAsync());
    }

    [BrowserFact]
    public async Task Download_ContentThatIsGoneFromTheStore_SaysSo()
    {
        var id = await server.EntryAsync(Contents.Complete("附件丢失目录"));
        server.ExpectedErrors.Add("is not in the store");
        using var liaison = await SignInAsync("liaison");
        var file = (await AnswerAsync(await SendAsync(liaison, $"/files/catalogue/{id}", "丢失.pdf", SampleFiles.Pdf("丢失")), HttpStatusCode.OK)).GetProperty("id").GetGuid();
        await using var db = server.OpenDb();
        File.Delete(server.Services.GetRequiredService<ContentStore>().PathOf(await db.Attachments.Where(a => a.Id == file).Select(a => a.Sha256).SingleAsync()));

        await RefusedAsync(liaison.Client.GetAsync($"/files/{file}"), "「丢失.pdf」的内容暂时读不到", HttpStatusCode.ServiceUnavailable);
    }

    [BrowserFact]
    public async Task Preview_PdfAndPicture_FramedBySelfWithoutScripts()
    {
        var id = await server.EntryAsync(Contents.Complete("附件预览目录"));
        using var liaison = await SignInAsync("liaison");
        foreach (var (name, content, sandboxed) in new[] { ("依据.pdf", SampleFiles.Pdf("预览"), false), ("盖章页.png", SampleFiles.Png, true) })
        {
            var file = (await AnswerAsync(await SendAsync(liaison, $"/files/catalogue/{id}", name, content), HttpStatusCode.OK)).GetProperty("id").GetGuid();
            using var preview = await liaison.Client.GetAsync($"/files/{file}/preview");
            var policy = Assert.Single(preview.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Equal(sandboxed, policy.EndsWith("sandbox", StringComparison.Ordinal));
            Assert.Equal("inline", preview.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(["SAMEORIGIN"], preview.Headers.GetValues("X-Frame-Options"));
        }

        var document = (await AnswerAsync(await SendAsync(liaison, $"/files/catalogue/{id}", "说明.docx", SampleFiles.Docx), HttpStatusCode.OK)).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.Client.GetAsync($"/files/{document}/preview")).StatusCode);
    }

    [BrowserFact]
    public async Task Upload_Refused_SaysWhyAsProblemJsonAndKeepsNothing()
    {
        var id = await server.EntryAsync(Contents.Complete("附件拒收目录"));
        using var liaison = await SignInAsync("liaison");
        var address = $"/files/catalogue/{id}";

        await RefusedAsync(SendAsync(liaison, address, "空.pdf", []), "「空.pdf」是空文件（0 字节）");
        await RefusedAsync(SendAsync(liaison, address, "合同.pdf", SampleFiles.Exe), "「合同.pdf」的内容是可执行程序");
        // Larger than a file may be, by little and by much; the second is refused before it is read.
        await RefusedAsync(SendAsync(liaison, address, "大.pdf", new byte[(2 << 20) + 1]), "「大.pdf」超过单个文件的上限 2 MB");
        await RefusedAsync(SendAsync(liaison, address, "很大.pdf", new byte[4 << 20]), "超过单个文件的上限 2 MB");
        await RefusedAsync(SendAsync(liaison, address + "?slot=../etc", "依据.pdf", SampleFiles.Pdf()), "没有这一项材料");
        await RefusedAsync(liaison.PostAsync(address, new FormUrlEncodedContent([])), "没有收到文件");
        await RefusedAsync(liaison.PostAsync(address, new StringContent("x", Encoding.UTF8, "multipart/form-data")), "没有收到文件");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        await RefusedAsync(liaison.PostAsync(address, form), "没有收到文件");

        await using var db = server.OpenDb();
        Assert.False(await db.Attachments.AnyAsync(a => a.CaseId == id));
    }

    [BrowserFact]
    public async Task Upload_OverTheQuota_SaysSoAfterTheBodyWasSent()
    {
        var id = await SeedAsync("liaison.shijiazhuang", "附件配额目录");
        using var liaison = await SignInAsync("liaison.shijiazhuang");
        var address = $"/files/catalogue/{id}";
        byte[] Large(byte last) => [.. SampleFiles.Pdf(), .. new byte[1_800_000], last];

        await AnswerAsync(await SendAsync(liaison, address, "一.pdf", Large(1)), HttpStatusCode.OK);
        await RefusedAsync(SendAsync(liaison, address, "二.pdf", Large(2)), "本单位的附件空间共 3 MB，已用 1.7 MB");
    }

    [BrowserFact]
    public async Task Upload_WithoutTheRight_IsRefusedAtTheDoor()
    {
        var id = await server.EntryAsync(Contents.Complete("附件权限目录"));
        using var liaison = await SignInAsync("liaison");
        var file = (await AnswerAsync(await SendAsync(liaison, $"/files/catalogue/{id}", "依据.pdf", SampleFiles.Pdf("权限")), HttpStatusCode.OK)).GetProperty("id").GetGuid();

        using var other = await SignInAsync("liaison.taiyuan");
        await RefusedAsync(SendAsync(other, $"/files/catalogue/{id}", "依据.pdf", SampleFiles.Pdf()), "没有找到该事项", HttpStatusCode.NotFound);
        await RefusedAsync(SendAsync(other, $"/files/nothing/{id}", "依据.pdf", SampleFiles.Pdf()), "没有找到该事项", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/files/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/files/{file}/preview")).StatusCode);
        using var reviewer = await SignInAsync("reviewer");
        Assert.Equal(HttpStatusCode.OK, (await reviewer.Client.GetAsync($"/files/{file}")).StatusCode);
        await RefusedAsync(SendAsync(reviewer, $"/files/catalogue/{id}", "依据.pdf", SampleFiles.Pdf()), "由编制本目录的单位维护");

        using var stranger = new Visitor(server.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Client.GetAsync($"/files/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(stranger, $"/files/catalogue/{id}", "依据.pdf", SampleFiles.Pdf())).StatusCode);
    }

    [BrowserFact]
    public async Task Upload_WithoutOrWithAForeignToken_IsRefused()
    {
        var id = await server.EntryAsync(Contents.Complete("附件令牌目录"));
        server.ExpectedErrors.Add("antiforgery");
        using var liaison = await SignInAsync("liaison");
        liaison.Token = null;
        await RefusedAsync(SendAsync(liaison, $"/files/catalogue/{id}", "依据.pdf", SampleFiles.Pdf()), "页面已过期");
        liaison.Token = "CfDJ8AAAA";
        await RefusedAsync(SendAsync(liaison, $"/files/catalogue/{id}", "依据.pdf", SampleFiles.Pdf()), "页面已过期");
    }

    [BrowserFact]
    public async Task Upload_BrokenOff_LeavesNothing()
    {
        var id = await server.EntryAsync(Contents.Complete("附件中断目录"));
        using var liaison = await SignInAsync("liaison");
        using var stop = new CancellationTokenSource();
        var sending = SendAsync(liaison, $"/files/catalogue/{id}", "依据.pdf", new StreamContent(new StallingStream(stop)), stop.Token);

        await Assert.ThrowsAnyAsync<Exception>(() => sending);

        var incoming = Path.Combine(server.Services.GetRequiredService<FileSettings>().Root, "incoming");
        for (var i = 0; i < 200 && Directory.EnumerateFiles(incoming).Any(); i++)
            await Task.Delay(100);
        Assert.Empty(Directory.GetFiles(incoming));
        await using var db = server.OpenDb();
        Assert.False(await db.Attachments.AnyAsync(a => a.CaseId == id));
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, string sentence, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        var response = await sending;
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(sentence, (await AnswerAsync(response, status)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, string name, byte[] content) => SendAsync(visitor, address, name, new ByteArrayContent(content), default);

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, string name, HttpContent content, CancellationToken cancellationToken)
    {
        // As browsers write it: the name in UTF-8 between quotes.
        using var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
        form.Add(content);
        return await visitor.PostAsync(address, form, cancellationToken);
    }

    private Task<Visitor> SignInAsync(string userName) => Visitor.SignInAsync(server.Address, userName);

    private async Task<Guid> SeedAsync(string who, string name) =>
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await server.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.CreateAsync(Contents.Complete(name)))).View.Id;

    /// <summary>Half a megabyte, and then the sender goes away.</summary>
    private sealed class StallingStream(CancellationTokenSource stop) : MemoryStream
    {
        private int _sent;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_sent < 512 * 1024)
            {
                _sent += buffer.Length;
                return buffer.Length;
            }

            stop.CancelAfter(500);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
