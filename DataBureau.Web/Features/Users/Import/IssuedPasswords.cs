using System.Collections.Concurrent;

namespace DataBureau.Web.Features.Users.Import;

/// <summary>One new account with its password on the way to the person.</summary>
public sealed record IssuedPassword(string UserName, string DisplayName, string Organisation, OneTimePassword Password);

/// <summary>
/// Passwords of imported accounts until whoever imported them takes the sheet: once, within minutes, and never written
/// anywhere. Who misses it has them reset one by one.
/// </summary>
public sealed class IssuedPasswords(TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, IReadOnlyList<IssuedPassword> Issued)> _waiting = new();

    public void Put(Guid userId, IReadOnlyList<IssuedPassword> issued)
    {
        Forget();
        _waiting.AddOrUpdate(userId, (clock.GetUtcNow(), issued), (_, before) => (clock.GetUtcNow(), [.. before.Issued, .. issued]));
    }

    /// <returns>Nothing where there is none, where it was taken, or where it is too late.</returns>
    public IReadOnlyList<IssuedPassword> Take(Guid userId)
    {
        Forget();
        return _waiting.TryRemove(userId, out var found) ? found.Issued : [];
    }

    private void Forget()
    {
        foreach (var (user, (at, _)) in _waiting)
            if (clock.GetUtcNow() - at > KeptFor)
                _waiting.TryRemove(user, out _);
    }
}
