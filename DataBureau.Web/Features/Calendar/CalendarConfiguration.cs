using System.Text.Json;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Calendar;

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(d => d.Date);
        builder.Property(d => d.Name).HasMaxLength(CalendarDay.NameLimit);
    }
}

internal sealed class ClockVersionConfiguration : IEntityTypeConfiguration<ClockVersion>
{
    public void Configure(EntityTypeBuilder<ClockVersion> builder)
    {
        builder.ToTable("clock_versions");
        builder.HasKey(v => v.Key);
        builder.Property(v => v.Key).HasMaxLength(20);
        builder.Property(v => v.Version).IsConcurrencyToken();
    }
}

internal sealed class TimeLimitSettingConfiguration : IEntityTypeConfiguration<TimeLimitSetting>
{
    public void Configure(EntityTypeBuilder<TimeLimitSetting> builder)
    {
        builder.ToTable("time_limits");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Limit).HasMaxLength(40);
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.Rungs).HasConversion(r => ReminderRungs.Write(r), t => ReminderRungs.Read(t)!, Lists.Comparer<int>()).HasMaxLength(60);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.Limit, s.RegionCode }).IsUnique();
        builder.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeadlineConfiguration : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("deadlines");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.CaseKind).HasMaxLength(40);
        builder.Property(d => d.Limit).HasMaxLength(40);
        builder.Property(d => d.Title).HasMaxLength(Deadline.TitleLimit);
        builder.Property(d => d.CaseState).HasMaxLength(40);
        builder.Property(d => d.RegionCode).HasMaxLength(6);
        builder.Property(d => d.Rungs).HasConversion(r => ReminderRungs.Write(r), t => ReminderRungs.Read(t)!, Lists.Comparer<int>()).HasMaxLength(60);
        builder.Property(d => d.Suspensions).HasConversion(s => Write(s), t => Read(t), Lists.Comparer<Suspension>());
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Ledger).Ignore(d => d.IsAgreed);
        // Both providers read double quotes as an identifier. One clock of a kind runs on a case at a time.
        builder.HasIndex(d => new { d.CaseKind, d.CaseId, d.Limit }).IsUnique().HasFilter($"\"{nameof(Deadline.FinishedAt)}\" IS NULL");
        builder.HasIndex(d => new { d.FinishedAt, d.RemindOn });
        builder.HasIndex(d => new { d.OrganisationId, d.FinishedAt, d.DueOn });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    private static string Write(IReadOnlyList<Suspension> suspensions) => suspensions.Count == 0 ? string.Empty : JsonSerializer.Serialize(suspensions);

    private static IReadOnlyList<Suspension> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<Suspension[]>(text)!;
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.DeadlineId, r.DueOn, r.Rung }).IsUnique();
        builder.HasOne<Deadline>().WithMany().HasForeignKey(r => r.DeadlineId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Lists that are kept as one text are compared by what is in them.</summary>
internal static class Lists
{
    public static ValueComparer<IReadOnlyList<T>> Comparer<T>() => new((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l);
}
