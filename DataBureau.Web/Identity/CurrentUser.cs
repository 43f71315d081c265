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
    private bool _set;
    private Guid? _id;

    /// <summary>The client's address and request id, for the audit; set where there is a request.</summary>
    public string? Address { get; private set; }

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
            return IdOf(state.User);
        }
        catch (ObjectDisposedException ex)
        {
            throw new OperationCanceledException("The circuit has ended.", ex);
        }
    }

    public static Guid? IdOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
}
