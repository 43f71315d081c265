using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Files;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task UploadAsync(SqlServerWorkbench w)
    {
        var entry = w.PutEntry();
        var upload = w.Get<AttachmentUpload>();
        Assert.IsType<Outcome<CaseFileRights>.Done>(await upload.AdmitAsync(CatalogueEntry.Kind, entry.Id, "sharing-basis", 10, default));
        Assert.IsType<Outcome<AttachmentView>.Done>(await upload.ReceiveAsync(CatalogueEntry.Kind, entry.Id, "sharing-basis", "依据.pdf", new MemoryStream(SampleFiles.Pdf()), default));
        Assert.IsType<Outcome<AttachmentView>.Done>(await upload.ReceiveAsync(CatalogueEntry.Kind, entry.Id, null, "依据.pdf", new MemoryStream(SampleFiles.Pdf()), default));
    }

    private static async Task AttachmentsAsync(SqlServerWorkbench w)
    {
        var entry = w.PutEntry();
        var file = new Attachment
        {
            Id = Guid.NewGuid(), CaseKind = CatalogueEntry.Kind, CaseId = entry.Id, Slot = "sharing-basis", OrganisationId = w.Organisation.Id, FileName = "依据.pdf", ContentKind = ContentKind.Pdf,
            Size = 10, Sha256 = new string('a', 64), UploadedById = w.UserId, UploadedByName = "某人", UploadedAt = DateTimeOffset.UnixEpoch,
        };
        w.Samples.Put(file);
        var service = w.Get<AttachmentService>();
        Assert.Single((await service.FindAsync(CatalogueEntry.Kind, entry.Id, default))!.Files);
        Assert.Equal("依据.pdf", (await service.OpenAsync(file.Id, preview: true, default))?.FileName);
        await using (var db = w.OpenDb())
        {
            Assert.Equal(["sharing-basis"], await db.SlotsFilledAsync(CatalogueEntry.Kind, entry.Id, default));
            Assert.Equal(1, await db.CountAttachmentsAsync(CatalogueEntry.Kind, entry.Id, default));
        }

        Assert.IsType<Outcome<CaseAttachments>.Done>(await service.RemoveAsync(file.Id));
        file.Remove(new Actor(w.UserId, "某人", w.Organisation.Id, "某单位", []), DateTimeOffset.UnixEpoch);
        Assert.IsType<Outcome<CaseAttachments>.Refused>(await service.RemoveAsync(file.Id));
    }
}
