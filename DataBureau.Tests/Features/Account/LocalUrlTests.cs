using DataBureau.Web.Features.Account;

namespace DataBureau.Tests.Features.Account;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/catalogue?state=Draft", "/catalogue?state=Draft")]
    [InlineData("catalogue", "/catalogue")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Or_AnyAddress_LeadsNowhereElse(string? url, string expected) => Assert.Equal(expected, LocalUrl.Or(url, "/"));
}
