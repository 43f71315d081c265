using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Users;

[Trait("Category", "Service")]
public sealed class UserAccessTests(BureauFixture bureau) : UserTests(bureau)
{
    [Fact]
    public async Task Disable_LiveUser_ActsRefusedAtOnceAndCircuitEnds()
    {
        var view = await NewAsync();
        view = Done(await AccessAsync(s => s.GrantAsync(view.Id, view.Stamp, view.OrganisationId, Role.Liaison, GrantScope.Organisation)));
        var signedIn = await PrincipalAsync(view.Id);
        await using var live = await Bureau.AsAsync(view.UserName);
        var catalogue = live.ServiceProvider.GetRequiredService<CatalogueService>();
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await catalogue.CreateAsync(Contents.Complete("停用前")));
        Assert.True(await IsValidAsync(signedIn));

        var disabled = Done(await AccessAsync(s => s.DisableAsync(view.Id, view.Stamp)));

        Assert.Equal(UserStatus.Disabled, disabled.Status);
        Assert.IsType<Outcome<CatalogueDetailView>.NotFound>(await catalogue.CreateAsync(Contents.Complete("停用后")));
        Assert.False(await IsValidAsync(signedIn));
        Assert.Equal("AlreadyDisabled", RefusalOf(await AccessAsync(s => s.DisableAsync(view.Id, disabled.Stamp))));
        Assert.Equal("AccountDisabled", RefusalOf(await AccessAsync(s => s.ResetPasswordAsync(view.Id, disabled.Stamp))));
        var enabled = Done(await AccessAsync(s => s.EnableAsync(view.Id, disabled.Stamp)));
        Assert.Equal(UserStatus.Normal, enabled.Status);
        // The old cookie stays dead: only a new sign-in counts.
        Assert.False(await IsValidAsync(signedIn));
    }

    [Fact]
    public async Task Unlock_Locked_CanSignInAgain()
    {
        var view = await NewAsync();
        await using (var db = Bureau.OpenDb())
            await db.Users.Where(u => u.Id == view.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, Bureau.Clock.Now.AddMinutes(10)).SetProperty(u => u.AccessFailedCount, 3));
        var locked = (await UsersAsync(s => s.FindAsync(view.Id, default)))!;
        Assert.Equal(UserStatus.Locked, locked.Status);
        Assert.Contains((await UsersAsync(s => s.ListAsync(new UserFilter { Status = UserStatus.Locked }, default))).Rows, r => r.Id == view.Id);

        var unlocked = Done(await AccessAsync(s => s.UnlockAsync(view.Id, locked.Stamp)));

        Assert.Equal(UserStatus.Normal, unlocked.Status);
        Assert.Equal("NotLocked", RefusalOf(await AccessAsync(s => s.UnlockAsync(view.Id, unlocked.Stamp))));
    }

    [Fact]
    public async Task ResetPassword_OldOneAndOldSessionsEnd()
    {
        var view = await NewAsync();
        var signedIn = await PrincipalAsync(view.Id);

        var reset = Done(await AccessAsync(s => s.ResetPasswordAsync(view.Id, view.Stamp)));

        Assert.NotEqual(view.Issued!.Text, reset.Issued!.Text);
        Assert.False(await IsValidAsync(signedIn));
        await using var scope = Bureau.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<BureauUser>>();
        var user = (await users.FindByIdAsync(view.Id.ToString()))!;
        Assert.False(await users.CheckPasswordAsync(user, view.Issued.Text));
        Assert.True(await users.CheckPasswordAsync(user, reset.Issued.Text));
        Assert.Single(await users.GetClaimsAsync(user));
        Assert.Null((await UsersAsync(s => s.FindAsync(view.Id, default)))!.Issued);
    }
}
