using System.Security.Cryptography;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Files;

/// <summary>A content that is not what its attachments say.</summary>
/// <param name="Missing">It is not there; otherwise it is there and has changed.</param>
/// <param name="Attachments">The files that hang on it, newest first, as people know them.</param>
public sealed record ContentFinding(string Sha256, bool Missing, IReadOnlyList<string> Attachments);

/// <summary>What a verification found. The rest is as it was uploaded.</summary>
public sealed record ContentVerdict(int Contents, long Bytes, IReadOnlyList<ContentFinding> Findings);

/// <summary>Reads every stored content again and compares it with the hash under which it was taken in. Changes nothing.</summary>
public sealed class ContentVerifier(IDbContextFactory<BureauDbContext> contexts, ContentStore store)
{
    /// <summary>How many attachments of a finding are named.</summary>
    private const int Named = 5;

    public async Task<ContentVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hashes = await db.Attachments.AsNoTracking().Select(a => a.Sha256).Distinct().OrderBy(h => h).ToListAsync(cancellationToken);
        var (bytes, findings) = (0L, new List<ContentFinding>());
        foreach (var hash in hashes)
        {
            var read = await HashAsync(store.PathOf(hash), cancellationToken);
            bytes += read?.Length ?? 0;
            if (read?.Hash == hash)
                continue;
            var names = await db.Attachments.AsNoTracking().Where(a => a.Sha256 == hash).OrderByDescending(a => a.UploadedAt).Take(Named).Select(a => a.FileName).ToListAsync(cancellationToken);
            findings.Add(new ContentFinding(hash, read is null, names));
        }

        return new ContentVerdict(hashes.Count, bytes, findings);
    }

    /// <returns>Null when there is no such file.</returns>
    private static async Task<(string Hash, long Length)?> HashAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)), file.Length);
    }
}
