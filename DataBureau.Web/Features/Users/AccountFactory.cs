using System.Security.Cryptography;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DataBureau.Web.Features.Users;

/// <summary>A password on its way to the person: it is drawn once and never written anywhere, logs included.</summary>
public sealed class OneTimePassword(string text)
{
    public string Text => text;

    public override string ToString() => "（不显示）";
}

/// <summary>
/// Accounts and passwords as Identity keeps them, without its managers: those share one context per scope, and a circuit is
/// one scope for hours.
/// </summary>
public sealed class AccountFactory(IPasswordHasher<BureauUser> hasher, ILookupNormalizer normalizer, IOptions<IdentityOptions> identity)
{
    public const int UserNameLimit = 50;

    public string AllowedCharacters => identity.Value.User.AllowedUserNameCharacters;

    /// <summary>Changes whenever earlier sign-ins must end: cookies and circuits carry the old one.</summary>
    public static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    public string Normalize(string userName) => normalizer.NormalizeName(userName);

    public (BureauUser User, OneTimePassword Password) Make(string userName, string displayName, Guid organisationId, DateTimeOffset now)
    {
        var user = new BureauUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = userName,
            NormalizedUserName = Normalize(userName),
            DisplayName = displayName,
            OrganisationId = organisationId,
            CreatedAt = now,
            LockoutEnabled = true,
        };
        return (user, IssuePassword(user));
    }

    /// <summary>A fresh password; every sign-in with the old one ends.</summary>
    public OneTimePassword IssuePassword(BureauUser user)
    {
        var password = PasswordGenerator.Generate(identity.Value.Password);
        user.PasswordHash = hasher.HashPassword(user, password);
        user.SecurityStamp = NewStamp();
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        return new OneTimePassword(password);
    }
}
