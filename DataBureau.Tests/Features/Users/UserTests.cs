using System.Security.Claims;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DataBureau.Tests.Features.Users;

/// <summary>What the tests of accounts share: people, calls, what was written.</summary>
public abstract class UserTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _names;

    private protected BureauFixture Bureau => bureau;

    private protected static UserView Done(Outcome<UserView> outcome) => Assert.IsType<Outcome<UserView>.Done>(outcome).View;

    private protected static string RefusalOf(Outcome<UserView> outcome) => Assert.IsType<Outcome<UserView>.Refused>(outcome).Refusal.Code;

    private protected static Task<DataBureau.Web.Features.Audit.AuditRow> AuditOfAsync(BureauDbContext db, UserView view, string action) =>
        db.Audit.SingleAsync(a => a.SubjectKind == "user" && a.SubjectId == view.Id.ToString() && a.Action == action);

    private protected Task<T> UsersAsync<T>(Func<UserService, Task<T>> call, string who = "sysadmin") => bureau.AsAsync(who, call);

    private protected Task<T> AccessAsync<T>(Func<UserAccess, Task<T>> call, string who = "secadmin") => bureau.AsAsync(who, call);

    private protected async Task<UserView> NewAsync() =>
        Done(await UsersAsync(async s => await s.CreateAsync($"new{Interlocked.Increment(ref _names)}", "新同事", await OrganisationOfAsync("liaison"))));

    private protected async Task<UserView> ViewOfAsync(string userName)
    {
        await using var db = bureau.OpenDb();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        return (await UsersAsync(s => s.FindAsync(id, default)))!;
    }

    private protected async Task<Guid> OrganisationOfAsync(string userName)
    {
        await using var db = bureau.OpenDb();
        return await db.Users.Where(u => u.UserName == userName).Select(u => u.OrganisationId).SingleAsync();
    }

    /// <summary>What sign-in puts into the cookie.</summary>
    private protected async Task<ClaimsPrincipal> PrincipalAsync(Guid id)
    {
        await using var scope = bureau.Services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<UserManager<BureauUser>>().FindByIdAsync(id.ToString()))!;
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<BureauUser>>().CreateAsync(user);
    }

    private protected async Task<bool> IsValidAsync(ClaimsPrincipal principal)
    {
        await using var scope = bureau.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var provider = new Revalidating(services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), services.GetRequiredService<AccountOptions>(), services.GetRequiredService<IOptions<IdentityOptions>>(), services.GetRequiredService<CurrentUser>());
        return await provider.AskAsync(principal);
    }

    private sealed class Revalidating(IDbContextFactory<BureauDbContext> contexts, AccountOptions options, IOptions<IdentityOptions> identity, CurrentUser current) : IDisposable
    {
        private readonly BureauAuthenticationStateProvider _provider = new(NullLoggerFactory.Instance, contexts, options, identity, current);

        // Protected, and the framework calls it on a timer only.
        public Task<bool> AskAsync(ClaimsPrincipal principal) => (Task<bool>)typeof(BureauAuthenticationStateProvider)
            .GetMethod("ValidateAuthenticationStateAsync", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .Invoke(_provider, [new AuthenticationState(principal), CancellationToken.None])!;

        public void Dispose() => ((IDisposable)_provider).Dispose();
    }
}
