using System.Text.Json;
using System.Text.Json.Serialization;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.ChiefDataOfficers;

internal sealed class OfficerConfiguration : IEntityTypeConfiguration<OfficerAppointment>
{
    public const string HolderIndex = "ux_officers_holder";
    public const string NominationIndex = "ux_officers_nomination";

    public void Configure(EntityTypeBuilder<OfficerAppointment> builder)
    {
        builder.ToTable("officers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.RegionCode).HasMaxLength(6);
        builder.Property(a => a.HolderKey).HasMaxLength(60);
        builder.Property(a => a.NominationKey).HasMaxLength(60);
        builder.Property(a => a.FilingNumber).HasMaxLength(OfficerAppointment.FilingNumberLimit);
        builder.Property(a => a.RemovalNumber).HasMaxLength(OfficerAppointment.DocumentNumberLimit);
        builder.Ignore(a => a.Location).Ignore(a => a.Facts).Ignore(a => a.ChosenNumber).Ignore(a => a.Filing).Ignore(a => a.OpenedRound).Ignore(a => a.Relieved).Ignore(a => a.Title).Ignore(a => a.IsHolding).Ignore(a => a.RemovalToNote).Ignore(a => a.Term);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.HolderKey).IsUnique().HasDatabaseName(HolderIndex);
        builder.HasIndex(a => a.NominationKey).IsUnique().HasDatabaseName(NominationIndex);
        builder.HasIndex(a => new { a.Post, a.State });
        builder.HasIndex(a => a.RegionCode);
        builder.ComplexProperty(a => a.Content, content =>
        {
            content.Property(c => c.PersonName).HasMaxLength(OfficerAppointment.NameLimit).HasColumnName("PersonName");
            content.Property(c => c.Office).HasMaxLength(OfficerAppointment.LineLimit).HasColumnName("Office");
            content.Property(c => c.Rank).HasColumnName("Rank");
            content.Property(c => c.Phone).HasMaxLength(PhoneNumber.Limit).HasColumnName("Phone");
            content.Property(c => c.Acting).HasColumnName("Acting");
            content.Property(c => c.OtherPosts).HasMaxLength(OfficerAppointment.LineLimit).HasColumnName("OtherPosts");
            content.Property(c => c.DocumentNumber).HasMaxLength(100).HasColumnName("DocumentNumber");
            content.Property(c => c.DocumentDate).HasColumnName("DocumentDate");
            content.Property(c => c.EffectiveFrom).HasColumnName("EffectiveFrom");
            content.Property(c => c.TermEndsOn).HasColumnName("TermEndsOn");
        });
    }
}

internal sealed class OfficerSchemeSettingConfiguration : IEntityTypeConfiguration<OfficerSchemeSetting>
{
    public const string RegionIndex = "ux_officer_schemes_region";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<OfficerSchemeSetting> builder)
    {
        builder.ToTable("officer_schemes");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.Reason).HasMaxLength(OfficerSchemeSetting.ReasonLimit);
        builder.Property(s => s.Lines).HasConversion(l => JsonSerializer.Serialize(l, Json), t => JsonSerializer.Deserialize<PostScheme[]>(t, Json)!,
            new ValueComparer<IReadOnlyList<PostScheme>>((a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json), l => l.Count, l => l));
        builder.HasIndex(s => s.RegionCode).IsUnique().HasDatabaseName(RegionIndex);
        builder.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
