using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Identity;
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
}
