using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Users;

[Trait("Category", "Service")]
public sealed class UserServiceTests(BureauFixture bureau) : UserTests(bureau)
{

    [Fact]
    public async Task Create_Complete_SignsInWithTheGeneratedPasswordAndMustChangeIt()
    {
        var view = await NewAsync();

        await using var scope = Bureau.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<BureauUser>>();
        var user = (await users.FindByNameAsync(view.UserName.ToUpperInvariant()))!;
        Assert.True(await users.CheckPasswordAsync(user, view.Issued!.Text));
        Assert.True(user.LockoutEnabled);
        Assert.Contains(await users.GetClaimsAsync(user), c => c.Type == MustChangePassword.ClaimType);
        Assert.True(view.MustChangePassword);
        await using var db = Bureau.OpenDb();
        var audit = await AuditOfAsync(db, view, "users.Create");
        Assert.DoesNotContain(view.Issued.Text, audit.Summary + audit.Before + audit.After, StringComparison.Ordinal);
        Assert.DoesNotContain(view.Issued.Text, view.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_Wrong_EverythingSaidAtOnceAndNothingWritten()
    {
        await using var db = Bureau.OpenDb();
        var before = await db.Users.CountAsync();

        var refused = Assert.IsType<Outcome<UserView>.Refused>(await UsersAsync(s => s.CreateAsync("张 三", " ", null)));

        Assert.Equal([AccountRefusals.UserName, AccountRefusals.DisplayName, AccountRefusals.Organisation], refused.Refusal.Details.Select(d => d.Field));
        Assert.Equal("UserNameTaken", RefusalOf(await UsersAsync(async s => await s.CreateAsync("LIAISON", "重名", await OrganisationOfAsync("liaison")))));
        Assert.Equal(before, await db.Users.CountAsync());
    }

    [Fact]
    public async Task Create_SameNameAtOnce_OneWins()
    {
        var organisation = await OrganisationOfAsync("liaison");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => UsersAsync(s => s.CreateAsync("twins", "双胞胎", organisation))));

        Assert.Single(outcomes.OfType<Outcome<UserView>.Done>());
        Assert.All(outcomes.OfType<Outcome<UserView>.Refused>(), r => Assert.Equal("UserNameTaken", r.Refusal.Code));
    }

    [Fact]
    public async Task Edit_NameAndOrganisation_AuditedBeforeAndAfter()
    {
        var view = await NewAsync();
        var other = await OrganisationOfAsync("liaison.taiyuan");

        var edited = Done(await UsersAsync(s => s.EditAsync(view.Id, view.Stamp, "改名", other)));

        Assert.Equal(("改名", other), (edited.DisplayName, edited.OrganisationId));
        await using var db = Bureau.OpenDb();
        var audit = await AuditOfAsync(db, view, "users.Edit");
        Assert.Contains("山西省民政厅", audit.Before, StringComparison.Ordinal);
        Assert.Contains("太原市民政局", audit.After, StringComparison.Ordinal);
        Assert.Equal("DisplayNameRequired", RefusalOf(await UsersAsync(s => s.EditAsync(view.Id, edited.Stamp, "", other))));
    }

    [Fact]
    public async Task Grant_ThenRevoke_ActorHasItAtOnceAndLosesItAtOnce()
    {
        var view = await NewAsync();
        var granted = Done(await AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, view.OrganisationId, Role.Liaison, GrantScope.Organisation)));

        await using var db = Bureau.OpenDb();
        Assert.True((await db.ReadActorAsync(view.Id, default))!.Holds(CataloguePermissions.Compile));
        Assert.Contains("部门联络员", (await AuditOfAsync(db, view, "users.Grant")).After, StringComparison.Ordinal);
        Assert.Equal("GrantExists", RefusalOf(await AccessAsync(s => s.GrantAsync(view.Id, granted.Stamp, view.OrganisationId, Role.Liaison, GrantScope.Organisation))));
        var revoked = Done(await AccessAsync(s => s.RevokeAsync(view.Id, granted.Stamp, granted.Grants[0].Id)));
        Assert.Empty(revoked.Grants);
        Assert.Empty((await db.ReadActorAsync(view.Id, default))!.Grants);
    }

    [Fact]
    public async Task Grant_IncompatibleRoles_RefusedAndNothingWritten()
    {
        var view = await NewAsync();
        var bureauId = await OrganisationOfAsync("reviewer");
        var granted = Done(await AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, bureauId, Role.SystemAdmin, GrantScope.All)));

        Assert.Equal("SeparateAdministrators", RefusalOf(await AccessAsync(s => s.GrantAsync(view.Id, granted.Stamp, bureauId, Role.AuditAdmin, GrantScope.All))));
        Assert.Equal("AdministratorWithBusinessRole", RefusalOf(await AccessAsync(s => s.GrantAsync(view.Id, granted.Stamp, view.OrganisationId, Role.Liaison, GrantScope.Organisation))));
        await using var db = Bureau.OpenDb();
        Assert.Equal(1, await db.Grants.CountAsync(g => g.UserId == view.Id));
        Assert.Equal(granted.Stamp, (await db.Users.SingleAsync(u => u.Id == view.Id)).ConcurrencyStamp);
    }

    [Fact]
    public async Task Grant_TwoAdministratorsIncompatibleAtOnce_OneWinsTheOtherIsTold()
    {
        var view = await NewAsync();
        var bureauId = await OrganisationOfAsync("reviewer");

        var outcomes = await Task.WhenAll(
            AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, bureauId, Role.SystemAdmin, GrantScope.All)),
            AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, bureauId, Role.Reviewer, GrantScope.Region), "secadmin.taiyuan"));

        Assert.Single(outcomes.OfType<Outcome<UserView>.Done>());
        Assert.Single(outcomes.OfType<Outcome<UserView>.Conflict>());
        await using var db = Bureau.OpenDb();
        Assert.Equal(1, await db.Grants.CountAsync(g => g.UserId == view.Id));
    }

    [Fact]
    public async Task Acts_OnOneself_AllRefused()
    {
        var id = (await ViewOfAsync("secadmin")).Id;
        var self = (await UsersAsync(s => s.FindAsync(id, default), "secadmin"))!;

        Assert.True(self.IsSelf);
        Assert.All(self.Grants, g => Assert.False(g.CanRevoke));
        Assert.Equal("OwnAccount", RefusalOf(await AccessAsync(s => s.DisableAsync(self.Id, self.Stamp))));
        Assert.Equal("OwnAccount", RefusalOf(await AccessAsync(s => s.GrantAsync(self.Id, self.Stamp, self.OrganisationId, Role.Reviewer, GrantScope.Region))));
        Assert.Equal("OwnAccount", RefusalOf(await AccessAsync(s => s.RevokeAsync(self.Id, self.Stamp, self.Grants[0].Id))));
        Assert.Equal("OwnPassword", RefusalOf(await AccessAsync(s => s.ResetPasswordAsync(self.Id, self.Stamp))));
        Assert.Equal(self.Stamp, (await ViewOfAsync("secadmin")).Stamp);
    }

    [Theory]
    [InlineData("liaison")]
    [InlineData("bureaulead")]
    [InlineData("auditadmin")]
    public async Task Acts_WithoutThePermission_RefusedAndNothingSeen(string who)
    {
        var view = await NewAsync();

        Assert.Equal("NotPermitted", RefusalOf(await UsersAsync(s => s.CreateAsync("sneaky", "无权", view.OrganisationId), who)));
        Assert.IsType<Outcome<UserView>.NotFound>(await UsersAsync(s => s.EditAsync(view.Id, view.Stamp, "x", view.OrganisationId), who));
        Assert.IsType<Outcome<UserView>.NotFound>(await AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, view.OrganisationId, Role.Liaison, GrantScope.Organisation), who));
        Assert.IsType<Outcome<UserView>.NotFound>(await AccessAsync(s => s.RevokeAsync(view.Id, view.Stamp, Guid.NewGuid()), who));
        Assert.IsType<Outcome<UserView>.NotFound>(await AccessAsync(s => s.DisableAsync(view.Id, view.Stamp), who));
        Assert.IsType<Outcome<UserView>.NotFound>(await AccessAsync(s => s.EnableAsync(view.Id, view.Stamp), who));
        Assert.IsType<Outcome<UserView>.NotFound>(await AccessAsync(s => s.UnlockAsync(view.Id, view.Stamp), who));
        Assert.IsType<Outcome<UserView>.NotFound>(await AccessAsync(s => s.ResetPasswordAsync(view.Id, view.Stamp), who));
        Assert.Equal(0, (await UsersAsync(s => s.ListAsync(new UserFilter(), default), who)).Total);
    }

    [Fact]
    public async Task Acts_OfTheOtherAdministrator_RefusedByBoth()
    {
        var view = await NewAsync();

        Assert.Equal("NotPermitted", RefusalOf(await UsersAsync(s => s.CreateAsync("sneaky", "无权", view.OrganisationId), "secadmin")));
        Assert.Equal("NotPermitted", RefusalOf(await UsersAsync(s => s.EditAsync(view.Id, view.Stamp, "x", view.OrganisationId), "secadmin")));
        Assert.Equal("NotPermitted", RefusalOf(await AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, view.OrganisationId, Role.Liaison, GrantScope.Organisation), "sysadmin")));
        Assert.Equal("NotPermitted", RefusalOf(await AccessAsync(s => s.RevokeAsync(view.Id, view.Stamp, Guid.NewGuid()), "sysadmin")));
        Assert.Equal("NotPermitted", RefusalOf(await AccessAsync(s => s.DisableAsync(view.Id, view.Stamp), "sysadmin")));
        Assert.Equal("NotPermitted", RefusalOf(await AccessAsync(s => s.UnlockAsync(view.Id, view.Stamp), "sysadmin")));
        Assert.Equal("NotPermitted", RefusalOf(await AccessAsync(s => s.ResetPasswordAsync(view.Id, view.Stamp), "sysadmin")));
        await using var db = Bureau.OpenDb();
        Assert.Equal(view.Stamp, (await db.Users.SingleAsync(u => u.Id == view.Id)).ConcurrencyStamp);
        Assert.False(await db.Grants.AnyAsync(g => g.UserId == view.Id));
    }

    [Fact]
    public async Task Reach_RegionalAdministrator_OwnRegionAndNoWiderThanThemselves()
    {
        await using (var db = Bureau.OpenDb())
        {
            var id = await db.Users.Where(u => u.UserName == "secadmin.fujian").Select(u => u.Id).SingleAsync();
            await db.Grants.Where(g => g.UserId == id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Scope, GrantScope.Region));
        }

        const string Regional = "secadmin.fujian";
        Assert.All((await UsersAsync(s => s.ListAsync(new UserFilter { Take = 100 }, default), Regional)).Rows, r => Assert.Contains("福建", r.OrganisationName, StringComparison.Ordinal));
        Assert.Null(await UsersAsync(async s => await s.FindAsync((await ViewOfAsync("liaison")).Id, default), Regional));
        var inRegion = await ViewOfAsync("liaison.fujian");
        Assert.Equal("OrganisationOutOfReach", RefusalOf(await AccessAsync(async s => await s.GrantAsync(inRegion.Id, inRegion.Stamp, await OrganisationOfAsync("liaison"), Role.Liaison, GrantScope.Organisation), Regional)));
        Assert.Equal("NotPermitted", RefusalOf(await UsersAsync(async s => await s.EditAsync(inRegion.Id, inRegion.Stamp, "移走", await OrganisationOfAsync("liaison")), Regional)));
        // 系统管理员 of the same bureau reaches everything: whoever could set that password would too.
        var wider = await ViewOfAsync("sysadmin.fujian");
        Assert.Equal("AccountBeyondReach", RefusalOf(await AccessAsync(s => s.ResetPasswordAsync(wider.Id, wider.Stamp), Regional)));
        Assert.Equal("ScopeBeyondReach", RefusalOf(await AccessAsync(s => s.RevokeAsync(wider.Id, wider.Stamp, wider.Grants[0].Id), Regional)));
    }

    [Fact]
    public async Task List_Filters_NarrowByRoleAndOrganisation()
    {
        var organisation = await OrganisationOfAsync("govinfo.taiyuan");

        var row = Assert.Single((await UsersAsync(s => s.ListAsync(new UserFilter { OrganisationId = organisation, Role = Role.GovInfoOfficer }, default))).Rows);

        Assert.Equal(("govinfo.taiyuan", "政务信息管理部门经办人"), (row.UserName, row.RoleNames));
        Assert.Equal("govinfo.taiyuan", Assert.Single((await UsersAsync(s => s.ListAsync(new UserFilter { Search = "GovInfo.Tai" }, default))).Rows).UserName);
    }
}
