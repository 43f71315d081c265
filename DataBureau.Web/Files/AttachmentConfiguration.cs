using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Files;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.CaseKind).HasMaxLength(40);
        builder.Property(a => a.Slot).HasMaxLength(Attachment.SlotLimit);
        builder.Property(a => a.FileName).HasMaxLength(AttachmentName.Limit);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.UploadedByName).HasMaxLength(50);
        builder.Property(a => a.RemovedAt).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.CaseKind, a.CaseId });
        builder.HasIndex(a => a.Sha256);
    }
}
