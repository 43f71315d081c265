using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Forms;

internal sealed class EditBufferConfiguration : IEntityTypeConfiguration<EditBuffer>
{
    public void Configure(EntityTypeBuilder<EditBuffer> builder)
    {
        builder.ToTable("edit_buffers");
        builder.HasKey(b => new { b.UserId, b.Subject });
        builder.Property(b => b.Subject).HasMaxLength(100);
    }
}
