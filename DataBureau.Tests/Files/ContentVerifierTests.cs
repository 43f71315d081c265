using System.Security.Cryptography;
using DataBureau.Tests.Shared;
using DataBureau.Web.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Files;

/// <summary>What the disk lost or changed is found, and what hangs on it is named.</summary>
[Trait("Category", "Service")]
public sealed class ContentVerifierTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Verify_MissingAndAltered_AreNamedAndTheRestIsCounted()
    {
        var (whole, altered, missing) = (await StoreAsync("完好.pdf", "a"), await StoreAsync("被改.pdf", "b"), await StoreAsync("丢失.pdf", "c"));
        var store = bureau.Services.GetRequiredService<ContentStore>();
        await File.AppendAllTextAsync(store.PathOf(altered), " ");
        File.Delete(store.PathOf(missing));

        var verdict = await bureau.Services.GetRequiredService<ContentVerifier>().VerifyAsync(default);

        Assert.Equal(3, verdict.Contents);
        Assert.Equal(new[] { (altered, false, "被改.pdf"), (missing, true, "丢失.pdf") }.Order(), verdict.Findings.Select(f => (f.Sha256, f.Missing, f.Attachments.Single())).Order());
        Assert.DoesNotContain(verdict.Findings, f => f.Sha256 == whole);
    }

    private async Task<string> StoreAsync(string name, string text)
    {
        var bytes = SampleFiles.Pdf(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = bureau.Services.GetRequiredService<ContentStore>().PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes);
        await using var db = bureau.OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(), CaseKind = "plan", CaseId = Guid.NewGuid(), OrganisationId = db.Organisations.First().Id, FileName = name, ContentKind = ContentKind.Pdf,
            Size = bytes.Length, Sha256 = hash, UploadedById = Guid.Empty, UploadedByName = "某人", UploadedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
        return hash;
    }
}
