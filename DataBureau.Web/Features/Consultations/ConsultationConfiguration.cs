using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Consultations;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public const string LiveIndex = "ux_consultations_live";

    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.RegionCode).HasMaxLength(6);
        builder.Property(c => c.SubjectKind).HasMaxLength(40);
        builder.Property(c => c.SubjectTitle).HasMaxLength(Consultation.LineLimit);
        builder.Property(c => c.LiveKey).HasMaxLength(80);
        builder.Property(c => c.Number).HasMaxLength(40);
        builder.Property(c => c.MinutesNumber).HasMaxLength(40);
        builder.Ignore(c => c.Location).Ignore(c => c.Facts).Ignore(c => c.ChosenNumber).Ignore(c => c.Board).Ignore(c => c.Invited);
        builder.ComplexProperty(c => c.Content, content =>
        {
            content.Property(c => c.Title).HasMaxLength(Consultation.TitleLimit).HasColumnName("Title");
            content.Property(c => c.Matter).HasMaxLength(Consultation.TextLimit);
            content.Property(c => c.ContactName).HasMaxLength(50);
            content.Property(c => c.ContactPhone).HasMaxLength(50);
            content.Property(c => c.MeetingPlace).HasMaxLength(200);
            content.Property(c => c.MeetingAttendees).HasMaxLength(Consultation.LineLimit);
            content.Property(c => c.ConclusionText).HasMaxLength(Consultation.TextLimit);
            content.Property(c => c.EscalationRecord).HasMaxLength(Consultation.TextLimit);
            content.Property(c => c.MinutesText).HasMaxLength(Consultation.TextLimit);
        });
        builder.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Units).WithOne().HasForeignKey(u => u.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.FollowUps).WithOne().HasForeignKey(f => f.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.ConvenorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.LiveKey).IsUnique().HasDatabaseName(LiveIndex);
        builder.HasIndex(c => new { c.SubjectKind, c.SubjectId });
        builder.HasIndex(c => new { c.RegionCode, c.State });
    }
}

internal sealed class ConsultationQuestionConfiguration : IEntityTypeConfiguration<ConsultationQuestion>
{
    public void Configure(EntityTypeBuilder<ConsultationQuestion> builder)
    {
        builder.ToTable("consultation_questions");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Text).HasMaxLength(ConsultationQuestion.TextLimit);
        builder.Property(q => q.OutcomeNote).HasMaxLength(ConsultationQuestion.NoteLimit);
        builder.Property(q => q.OutcomeBy).HasMaxLength(50);
    }
}

internal sealed class ConsultationUnitConfiguration : IEntityTypeConfiguration<ConsultationUnit>
{
    public void Configure(EntityTypeBuilder<ConsultationUnit> builder)
    {
        builder.ToTable("consultation_units");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.Property(u => u.SilentNote).HasMaxLength(ConsultationUnit.NoteLimit);
        builder.Property(u => u.UnsignedNote).HasMaxLength(ConsultationUnit.NoteLimit);
        builder.Property(u => u.SilentBy).HasMaxLength(50);
        builder.Property(u => u.CountersignedBy).HasMaxLength(50);
        builder.Ignore(u => u.Counts).Ignore(u => u.IsMarkedSilent).Ignore(u => u.IsSettledForMinutes);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.ConsultationId, u.Number }).IsUnique();
        builder.HasIndex(u => u.OrganisationId);
    }
}

internal sealed class ConsultationOpinionConfiguration : IEntityTypeConfiguration<ConsultationOpinion>
{
    public void Configure(EntityTypeBuilder<ConsultationOpinion> builder)
    {
        builder.ToTable("consultation_opinions");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Property(o => o.Text).HasMaxLength(ConsultationOpinion.TextLimit);
        builder.Property(o => o.SignedBy).HasMaxLength(50);
        // One opinion of a unit on a question in a round: the database's own word.
        builder.HasIndex(o => new { o.ConsultationId, o.Round, o.UnitId, o.QuestionId }).IsUnique();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(o => o.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpinionTextConfiguration : IEntityTypeConfiguration<OpinionText>
{
    public void Configure(EntityTypeBuilder<OpinionText> builder)
    {
        builder.ToTable("consultation_opinion_texts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Text).HasMaxLength(ConsultationOpinion.TextLimit);
        builder.Property(t => t.SignedBy).HasMaxLength(50);
        builder.HasOne<ConsultationOpinion>().WithMany().HasForeignKey(t => t.OpinionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => new { t.OpinionId, t.Version }).IsUnique();
    }
}

internal sealed class ConsultationFollowUpConfiguration : IEntityTypeConfiguration<ConsultationFollowUp>
{
    public void Configure(EntityTypeBuilder<ConsultationFollowUp> builder)
    {
        builder.ToTable("consultation_follow_ups");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Text).HasMaxLength(ConsultationFollowUp.TextLimit);
        builder.Property(f => f.DoneNote).HasMaxLength(ConsultationFollowUp.TextLimit);
        builder.Property(f => f.DoneBy).HasMaxLength(50);
        builder.Ignore(f => f.IsOpen);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultationSettingConfiguration : IEntityTypeConfiguration<ConsultationSetting>
{
    public void Configure(EntityTypeBuilder<ConsultationSetting> builder)
    {
        builder.ToTable("consultation_settings");
        builder.HasKey(s => s.RegionCode);
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
