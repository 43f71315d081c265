using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Account;

/// <summary>Sign-in, sign-out and change of password, each with its audit row. For requests only: cookies cannot be set from a circuit.</summary>
public sealed class AccountService(SignInManager<BureauUser> signIn, UserManager<BureauUser> users, IDbContextFactory<BureauDbContext> contexts, AuditLog audit)
{
    // Hashed once: an unknown name costs the same time as a wrong password, so that names cannot be found out.
    private static readonly string SomeHash = new PasswordHasher<BureauUser>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <returns>Null when signed in, else a sentence for the person.</returns>
    public async Task<string?> SignInAsync(string userName, string password)
    {
        const string Wrong = "用户名或密码不正确。请核对后重试；连续多次错误，账号会被暂时锁定。";
        if (await users.FindByNameAsync(userName.Trim()) is not { } user)
        {
            new PasswordHasher<BureauUser>().VerifyHashedPassword(null!, SomeHash, password);
            await RecordAsync(null, userName.Trim(), "account.sign-in", "登录失败：用户名不存在", false);
            return Wrong;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            await RecordAsync(user, user.UserName!, "account.sign-in", "登录失败：账号已锁定", false);
            return "该账号因多次输错密码已被暂时锁定，请稍后再试，或联系安全管理员解锁。";
        }

        if (!result.Succeeded)
        {
            await RecordAsync(user, user.UserName!, "account.sign-in", "登录失败：密码错误", false);
            return Wrong;
        }

        if (user.DisabledAt is not null)
        {
            await RecordAsync(user, user.UserName!, "account.sign-in", "登录失败：账号已停用", false);
            return "该账号已停用。如需恢复，请联系安全管理员。";
        }

        // The audit first: who cannot be recorded does not get in.
        await RecordAsync(user, user.UserName!, "account.sign-in", "登录", true);
        await signIn.SignInAsync(user, isPersistent: false);
        return null;
    }

    public async Task SignOutAsync(Guid? userId)
    {
        if (userId is { } id && await users.FindByIdAsync(id.ToString()) is { } user)
            await RecordAsync(user, user.UserName!, "account.sign-out", "退出", true);
        await signIn.SignOutAsync();
    }

    /// <returns>Empty when changed, else sentences for the person.</returns>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(Guid userId, string current, string next)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { } user)
            return ["账号不存在或已停用。"];
        var result = await users.ChangePasswordAsync(user, current, next);
        await RecordAsync(user, user.UserName!, "account.change-password", result.Succeeded ? "修改密码" : "修改密码失败", result.Succeeded);
        if (!result.Succeeded)
            return [.. result.Errors.Select(e => e.Description)];
        await MustChangePassword.FulfilAsync(users, user);
        await signIn.RefreshSignInAsync(user);
        return [];
    }

    private async Task RecordAsync(BureauUser? user, string name, string action, string summary, bool succeeded)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var organisation = user is null ? null : await db.Organisations.Where(o => o.Id == user.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync();
        audit.Add(db, user?.Id, user?.DisplayName ?? name, organisation, action, summary, "account", name.Length > 80 ? name[..80] : name, succeeded: succeeded);
        await db.SaveChangesAsync();
    }
}
