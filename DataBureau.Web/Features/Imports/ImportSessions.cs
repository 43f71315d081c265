using System.Security.Cryptography;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Imports;

/// <summary>Keeps uploaded workbooks until they are imported or grow old. Each belongs to the person who uploaded it.</summary>
public sealed class ImportSessions(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
{
    public const long DefaultMaxMegabytes = 64;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private string Folder => configuration["Files:ImportFolder"] ?? Path.Combine(environment.ContentRootPath, "App_Data", "imports");

    /// <summary>What one file may have.</summary>
    public long MaxBytes => configuration.GetValue("Files:MaxUploadMegabytes", DefaultMaxMegabytes) * 1024 * 1024;

    public async Task<(ImportSession? Session, ImportRefusal? Refusal)> UploadAsync(ImportKind kind, Stream content, string fileName, long length, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || kind.TargetOf(actor) is not { } target)
            return (null, new ImportRefusal("NotPermitted", $"您没有导入{kind.Name}的权限。"));
        if (length > MaxBytes)
            return (null, new ImportRefusal("TooLarge", $"文件有 {length / 1024 / 1024} MB，超过上限 {MaxBytes / 1024 / 1024} MB。请拆分后分别导入。"));
        if (length == 0)
            return (null, new ImportRefusal("Empty", "文件是空的，没有内容可以导入。"));
        Directory.CreateDirectory(Folder);
        var now = clock.GetUtcNow();
        var session = new ImportSession
        {
            Id = Guid.CreateVersion7(now), UserId = actor.UserId, Kind = kind.Key, OrganisationId = target, FileName = Clean(fileName), FileSize = length, CreatedAt = now,
            FileHash = await StoreAsync(content, cancellationToken),
        };
        db.ImportSessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        await RemoveOldAsync(db, now, cancellationToken);
        return (session, null);
    }

    /// <returns>Null when it is not there or not the current user's.</returns>
    public async Task<ImportSession?> FindAsync(ImportKind kind, Guid id, CancellationToken cancellationToken)
    {
        var userId = await current.GetIdAsync();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = await db.ImportSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.UserId == userId && s.Kind == kind.Key, cancellationToken);
        return session is not null && File.Exists(PathOf(session.FileHash)) ? session : null;
    }

    /// <summary>What the user settled on is kept, so that a lost circuit resumes where it was.</summary>
    public async Task RememberAsync(Guid id, Guid organisationId, string? choices, bool imported)
    {
        var userId = await current.GetIdAsync();
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ImportSessions.FirstOrDefaultAsync(s => s.Id == id && s.UserId == userId) is not { } session)
            return;
        (session.OrganisationId, session.ChoicesJson) = (organisationId, choices);
        if (imported)
            session.ImportedAt = clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    /// <summary>Where the file of a session lies.</summary>
    public string PathOf(ImportSession session) => PathOf(session.FileHash);

    private static string Clean(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c)));
        return name.Length <= 260 ? name : name[..200] + Path.GetExtension(name);
    }

    private string PathOf(string hash) => Path.Combine(Folder, hash);

    private async Task<string> StoreAsync(Stream content, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Folder, Path.GetRandomFileName());
        try
        {
            string hash;
            await using (var file = File.Create(temporary))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            }

            File.Move(temporary, PathOf(hash), overwrite: true);
            return hash;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task RemoveOldAsync(BureauDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var limit = now - KeptFor;
        var old = await db.ImportSessions.Where(s => s.CreatedAt < limit).Select(s => s.FileHash).Distinct().ToListAsync(cancellationToken);
        if (old.Count == 0)
            return;
        await db.ImportSessions.Where(s => s.CreatedAt < limit).ExecuteDeleteAsync(cancellationToken);
        foreach (var hash in old)
            if (!await db.ImportSessions.AnyAsync(s => s.FileHash == hash, cancellationToken))
                File.Delete(PathOf(hash));
    }
}
