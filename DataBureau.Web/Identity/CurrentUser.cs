using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace DataBureau.Web.Identity;

/// <summary>
/// Who is asking. In a circuit it is the circuit's sign-in; in a request the middleware says it; on the command line the
/// command does. Only the id is taken from there: what the person may do is read from the database for every act.
/// </summary>
public sealed class CurrentUser(IServiceProvider services)
{
    private const string AddressClaim = "databureau:address";

    private bool _set;
    private Guid? _id;
    private Guid? _held;
    private int _holds;

    /// <summary>The client's address, for the audit: the request's; in a circuit that of the connection it runs over, read with the id before every act.</summary>
    public string? Address { get; private set; }

    /// <summary>The request's id, for the audit; a circuit has none.</summary>
    public string? RequestId { get; private set; }

    /// <summary>A request, or the command line: asked once and done, unlike a circuit.</summary>
    public bool IsSaid => _set;

    public void Become(Guid? userId, string? address = null, string? requestId = null)
    {
        (_set, _id) = (true, userId);
        (Address, RequestId) = (address, requestId);
    }

    /// <exception cref="OperationCanceledException">The circuit ended while a page was still reading: nobody is asking any more.</exception>
    public async ValueTask<Guid?> GetIdAsync()
    {
        if (_set)
            return _id;
        try
        {
            // Asked for late: outside a circuit the provider has no state and would throw.
            var state = await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
            Address = state.User.FindFirstValue(AddressClaim);
            return IdOf(state.User);
        }
        catch (ObjectDisposedException) when (_held is not null)
        {
            return _held;
        }
        catch (ObjectDisposedException ex)
        {
            throw new OperationCanceledException("The circuit has ended.", ex);
        }
    }

    /// <summary>Until disposed, whoever is asking now is asking still, though the page is left meanwhile: work on many cases goes on to its end.</summary>
    public async Task<IDisposable> HoldAsync()
    {
        _held = await GetIdAsync();
        _holds++;
        return new Hold(this);
    }

    /// <summary>
    /// The same person, with the address the request comes from. A circuit sees no request, only the user of the connection
    /// that carries it, on opening and on every reconnect: so the address travels there with the user. It is no part of the
    /// cookie and nothing a client sends, and the principal is a copy, since the cookie is renewed from the original.
    /// </summary>
    public static ClaimsPrincipal From(ClaimsPrincipal user, string? address) =>
        address is null ? user : new ClaimsPrincipal([.. user.Identities, new ClaimsIdentity([new Claim(AddressClaim, address)])]);

    public static Guid? IdOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    private sealed class Hold(CurrentUser user) : IDisposable
    {
        /// <summary>Of several at once the last one lets go.</summary>
        public void Dispose()
        {
            if (--user._holds == 0)
                user._held = null;
        }
    }
}
