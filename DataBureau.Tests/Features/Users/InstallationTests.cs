using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Users;

[Trait("Category", "Service")]
public sealed class InstallationTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Run_WithUsersThenWithout_RefusedThenOrganisationAndThreeAdministrators()
    {
        var content = new OrganisationContent { Name = "厦门市数据管理局", RegionCode = "350200" };
        await using var scope = bureau.Services.CreateAsyncScope();
        var installation = scope.ServiceProvider.GetRequiredService<Installation>();
        Assert.Equal("AlreadyInitialised", (await installation.RunAsync(content)).Refusal?.Code);
        await using var db = bureau.OpenDb();
        Assert.False(await db.Organisations.AnyAsync(o => o.Name == content.Name));

        await db.Users.ExecuteDeleteAsync();
        Assert.Equal("CodeFinding", (await installation.RunAsync(content with { Code = "91350203M0001QAY9B" })).Refusal?.Code);
        Assert.False(await db.Users.AnyAsync());
        var (accounts, refusal) = await installation.RunAsync(content);

        Assert.Null(refusal);
        Assert.Equal(["sysadmin", "secadmin", "auditadmin"], accounts.Select(a => a.UserName));
        var organisation = await db.Organisations.SingleAsync(o => o.Name == content.Name);
        Assert.Equal(("350200LS000001", Responsibilities.DataAuthority), (organisation.Code, organisation.Responsibilities));
        var users = scope.ServiceProvider.GetRequiredService<UserManager<BureauUser>>();
        foreach (var account in accounts)
        {
            var user = (await users.FindByNameAsync(account.UserName))!;
            Assert.True(await users.CheckPasswordAsync(user, account.Password.Text));
            Assert.Equal(Roles.PermissionsOf(account.Role), (await db.ReadActorAsync(user.Id, default))!.Grants.Select(g => g.Permission));
        }

        Assert.Equal(4, await db.Audit.CountAsync(a => a.UserName == Installation.ActorName));
        Assert.Equal("AlreadyInitialised", (await installation.RunAsync(content)).Refusal?.Code);
    }
}
