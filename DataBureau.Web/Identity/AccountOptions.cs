namespace DataBureau.Web.Identity;

/// <summary>Settings of sign-in, section "Account". The numbers are the bureau's choice; no rule sets them.</summary>
public sealed class AccountOptions
{
    public int MaxFailedAttempts { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 15;

    public int MinimumPasswordLength { get; set; } = 10;

    public int IdleMinutes { get; set; } = 30;

    /// <summary>How often a live circuit and a cookie are checked against the account: a disabled one is out within this time.</summary>
    public int RevalidateSeconds { get; set; } = 30;

    /// <summary>Pages one person may have open at the same time, in all browsers together.</summary>
    public int MaxOpenPages { get; set; } = 50;
}
