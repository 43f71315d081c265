using System.Net;
using System.Text.RegularExpressions;
using DataBureau.Web.Seed;

namespace DataBureau.Tests.Browser;

/// <summary>Somebody without a browser: a cookie jar, and the token that a page would send along.</summary>
internal sealed partial class Visitor : IDisposable
{
    public Visitor(Uri address) => Client = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = address };

    public HttpClient Client { get; }

    public string? Token { get; set; }

    public static async Task<Visitor> SignInAsync(Uri address, string userName)
    {
        var visitor = new Visitor(address);
        using var answer = await visitor.TrySignInAsync(userName, DemoPeople.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        visitor.Token = await visitor.TokenOfAsync("/account/password");
        return visitor;
    }

    public async Task<HttpResponseMessage> TrySignInAsync(string userName, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await TokenOfAsync("/account/login"), ["_handler"] = "login", ["Input.UserName"] = userName, ["Input.Password"] = password,
        });
        return await Client.PostAsync("/account/login", form);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, HttpContent content, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        // Who asks first is answered before the body is sent, as happens when it is refused unread.
        request.Headers.ExpectContinue = true;
        if (Token is not null)
            request.Headers.Add("RequestVerificationToken", Token);
        return await Client.SendAsync(request, cancellationToken);
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();

    private async Task<string> TokenOfAsync(string page) => WebUtility.HtmlDecode(TokenField().Match(await Client.GetStringAsync(page)).Groups["token"].Value);
}
