using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Forms;

/// <summary>Keeps what the current user is typing. One buffer per user and subject.</summary>
public sealed class EditBuffers(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, TimeProvider clock)
{
    public const int SizeLimit = 512 * 1024;

    public async Task<EditBuffer?> FindAsync(string subject, CancellationToken cancellationToken)
    {
        if (await current.GetIdAsync() is not { } userId)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.EditBuffers.AsNoTracking().FirstOrDefaultAsync(b => b.UserId == userId && b.Subject == subject, cancellationToken);
    }

    /// <summary>Saves the typing. Not cancelled with the page: the last keystrokes are the ones that matter.</summary>
    /// <returns>When it was saved, or null when it was too large or nobody is signed in.</returns>
    public async Task<DateTimeOffset?> SaveAsync(string subject, int baseVersion, string json)
    {
        if (json.Length > SizeLimit || await current.GetIdAsync() is not { } userId)
            return null;
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync();
        var updated = await UpdateAsync();
        if (updated == 0)
        {
            try
            {
                db.EditBuffers.Add(new EditBuffer { UserId = userId, Subject = subject, BaseVersion = baseVersion, Json = json, SavedAt = now });
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // A second tab inserted it in between.
                await UpdateAsync();
            }
        }

        return now;

        Task<int> UpdateAsync() => db.EditBuffers.Where(b => b.UserId == userId && b.Subject == subject)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Json, json).SetProperty(b => b.BaseVersion, baseVersion).SetProperty(b => b.SavedAt, now));
    }

    public async Task DiscardAsync(string subject)
    {
        if (await current.GetIdAsync() is not { } userId)
            return;
        await using var db = await contexts.CreateDbContextAsync();
        await db.EditBuffers.Where(b => b.UserId == userId && b.Subject == subject).ExecuteDeleteAsync();
    }
}
