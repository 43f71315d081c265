using System.Security.Claims;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Account;

[Trait("Category", "Service")]
public sealed class CurrentUserTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task GetId_TheCircuitHasEnded_IsACancellationAndNoFailure()
    {
        var scope = bureau.Services.CreateAsyncScope();
        var (current, inbox) = (scope.ServiceProvider.GetRequiredService<CurrentUser>(), scope.ServiceProvider.GetRequiredService<InboxService>());
        await scope.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await current.GetIdAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inbox.CountsAsync(default));
    }

    [Fact]
    public async Task GetId_TheCircuitEndsDuringABatch_IsStillWhoBeganIt()
    {
        var signedIn = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())], "test"));
        var scope = bureau.Services.CreateAsyncScope();
        ((IHostEnvironmentAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(signedIn)));
        var current = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        var held = await current.HoldAsync();

        await scope.DisposeAsync();

        Assert.Equal(CurrentUser.IdOf(signedIn), await current.GetIdAsync());
        held.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await current.GetIdAsync());
    }
}
