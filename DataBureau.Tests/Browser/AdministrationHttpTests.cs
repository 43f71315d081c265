using System.Net;
using DataBureau.Domain.Access;
using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Browser;

/// <summary>Every address of the administration against every role: opened by whoever holds its permission, by nobody else.</summary>
[Collection(BrowserTests.Name)]
public sealed class AdministrationHttpTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserTheory]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    [InlineData("auditadmin")]
    [InlineData("liaison")]
    [InlineData("head")]
    [InlineData("reviewer")]
    [InlineData("bureaulead")]
    [InlineData("leader")]
    [InlineData("govinfo")]
    [InlineData("filing")]
    public async Task Addresses_OfTheAdministration_OpenByPermissionOnly(string who)
    {
        using var visitor = await Visitor.SignInAsync(server.Address, who);
        var held = Roles.PermissionsOf(DemoPeople.Find(who)!.Role).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (address, policy, post) in Addresses())
        {
            using var content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "名单.xlsx" } };
            using var answer = post ? await visitor.PostAsync(address, content) : await visitor.Client.GetAsync(address);
            var refused = answer.StatusCode is HttpStatusCode.Forbidden || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/account/denied", StringComparison.Ordinal));
            if (refused == held.Contains(policy))
                wrong.Add($"{address} ({policy}): {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [BrowserFact]
    public void Addresses_OfTheAdministration_AreManyAndAllDeclared() => Assert.True(Addresses().Count > 25, $"{Addresses().Count}");

    /// <summary>Pages, templates, uploads and exports, as the program itself maps them.</summary>
    private List<(string Address, string Policy, bool Post)> Addresses() =>
    [
        .. from endpoint in server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
           let policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(p => p?.StartsWith("admin.", StringComparison.Ordinal) == true)
           where policy is not null
           let address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.OrdinalIgnoreCase).Replace("{Year:int}", "2026", StringComparison.OrdinalIgnoreCase)
           where !address.Contains('{', StringComparison.Ordinal)
           select (address, policy, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && !endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")),
    ];
}
