using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Commands;

/// <summary>A command acts as a named person, with that person's permissions.</summary>
internal static class CommandUser
{
    /// <exception cref="StartupRefusal">No name was given, or nobody has it.</exception>
    public static async Task BecomeAsync(IServiceProvider services, CommandLine line, CancellationToken cancellationToken)
    {
        var name = line.Option("as") ?? throw new StartupRefusal("请用 --as USER 指明以哪个用户的身份办理。");
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync(cancellationToken);
        // Compared as Identity does, so that the case of the name does not matter.
        var normalized = name.ToUpperInvariant();
        var id = await db.Users.Where(u => u.NormalizedUserName == normalized && u.DisabledAt == null).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new StartupRefusal($"没有用户「{name}」，或该账号已停用。");
        services.GetRequiredService<CurrentUser>().Become(id, "command-line");
    }
}
