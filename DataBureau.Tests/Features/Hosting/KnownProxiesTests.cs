using System.Net;
using DataBureau.Web;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DataBureau.Tests.Features.Hosting;

/// <summary>Whose word about the client's address is taken.</summary>
public sealed class KnownProxiesTests
{
    [Theory]
    [InlineData(null, "127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData(null, "10.1.2.3", "203.0.113.9", "10.1.2.3")]
    [InlineData("10.1.2.3", "10.1.2.3", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "10.1.2.4", "203.0.113.9", "10.1.2.4")]
    [InlineData("10.1.2.0/24, fd00::/8", "10.1.2.77", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.0/24; fd00::/8", "fd00::5", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3 10.1.2.4", "10.1.2.3", "198.51.100.7, 203.0.113.9, 10.1.2.4", "203.0.113.9")]
    public async Task Forwarded_FromAProxy_BelievedOnlyWhenItIsKnown(string? known, string from, string forwarded, string address)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) }, Request = { Headers = { ["X-Forwarded-For"] = forwarded } } };

        await Middleware(Read(("Proxy:Known", known))).Invoke(context);

        Assert.Equal(address, context.Connection.RemoteIpAddress.ToString());
    }

    [Fact]
    public async Task Known_GivenAsAList_IsTheSame()
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("10.9.9.9") }, Request = { Scheme = "http", Headers = { ["X-Forwarded-For"] = "203.0.113.9", ["X-Forwarded-Proto"] = "https" } } };

        await Middleware(Read(("Proxy:Known:0", "10.1.2.3"), ("Proxy:Known:1", "10.9.9.9"))).Invoke(context);

        Assert.Equal("203.0.113.9", context.Connection.RemoteIpAddress!.ToString());
        Assert.Equal("https", context.Request.Scheme);
    }

    [Theory]
    [InlineData("proxy.local")]
    [InlineData("10.1.2")]
    [InlineData("1")]
    [InlineData("10.1.2.3/24")]
    [InlineData("10.1.2.0/33")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("10.1.2.3, *")]
    public void Known_Unusable_RefusedAtStartNamingIt(string value)
    {
        var refusal = Assert.Throws<StartupRefusal>(() => Read(("Proxy:Known", value)));

        Assert.Contains("Proxy:Known", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"「{value.Split(' ')[^1]}」", refusal.Message, StringComparison.Ordinal);
    }

    private static KnownProxies Read(params (string Key, string? Value)[] settings) =>
        KnownProxies.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build());

    private static ForwardedHeadersMiddleware Middleware(KnownProxies known)
    {
        var options = new ForwardedHeadersOptions();
        known.Apply(options);
        return new(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options));
    }
}
