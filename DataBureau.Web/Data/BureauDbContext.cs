using System.Data;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Audit.Sealing;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Files;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Forms;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

/// <summary>The one model. The derived contexts exist because each provider has migrations of its own.</summary>
public abstract class BureauDbContext(DbContextOptions options) : IdentityUserContext<BureauUser, Guid>(options)
{
    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<UserGrant> Grants => Set<UserGrant>();

    public DbSet<CatalogueEntry> CatalogueEntries => Set<CatalogueEntry>();

    public DbSet<CatalogueTally> CatalogueTallies => Set<CatalogueTally>();

    public DbSet<ReviewPackage> ReviewPackages => Set<ReviewPackage>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<ImportSession> ImportSessions => Set<ImportSession>();

    public DbSet<ImportLayout> ImportLayouts => Set<ImportLayout>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<ImplementationPlan> ImplementationPlans => Set<ImplementationPlan>();

    public DbSet<DigitalBase> DigitalBases => Set<DigitalBase>();
    public DbSet<OfficerAppointment> Officers => Set<OfficerAppointment>();

    public DbSet<OfficerSchemeSetting> OfficerSchemes => Set<OfficerSchemeSetting>();
    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<ConsultationOpinion> ConsultationOpinions => Set<ConsultationOpinion>();

    public DbSet<ConsultationSetting> ConsultationSettings => Set<ConsultationSetting>();

    public DbSet<IndicatorSet> IndicatorSets => Set<IndicatorSet>();

    public DbSet<OfficerEvaluation> OfficerEvaluations => Set<OfficerEvaluation>();

    public DbSet<JointMeeting> JointMeetings => Set<JointMeeting>();

    public DbSet<TrainingRecord> OfficerTrainings => Set<TrainingRecord>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<EditBuffer> EditBuffers => Set<EditBuffer>();

    public DbSet<LedgerEntry> LedgerNumbers => Set<LedgerEntry>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<ClockVersion> ClockVersions => Set<ClockVersion>();

    public DbSet<TimeLimitSetting> TimeLimits => Set<TimeLimitSetting>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<CaseCopy> CaseCopies => Set<CaseCopy>();
    public DbSet<NotificationMute> NotificationMutes => Set<NotificationMute>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectDataItem> ProjectDataItems => Set<ProjectDataItem>();

    public DbSet<AnnualPlan> AnnualPlans => Set<AnnualPlan>();

    public DbSet<SharedComponent> SharedComponents => Set<SharedComponent>();

    /// <summary>A condition over boolean columns, in the provider's own SQL, for filtered indexes.</summary>
    internal abstract string FilterTrue(string column, string? notNull = null);

    /// <summary>The isolation under which every question of a transaction is answered as of its first, without locking anyone out.</summary>
    internal abstract IsolationLevel OfOneMoment { get; }

    /// <summary>What the database itself has to be told once, beside its tables.</summary>
    internal virtual Task SetUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds many rows that nobody has to track, within the caller's transaction; faster than tracking them where the provider can.</summary>
    public virtual async Task InsertManyAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        AddRange(rows);
        await SaveChangesAsync(cancellationToken);
        ChangeTracker.AutoDetectChangesEnabled = true;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseToRewriteTheAudit();
        using var counted = new CountedSave(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseToRewriteTheAudit();
        using var counted = new CountedSave(this);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BureauDbContext).Assembly);
        // Ours, not Identity's, names: one word each, no prefix.
        builder.Entity<BureauUser>().ToTable("users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        var entry = builder.Entity<CatalogueEntry>();
        entry.HasIndex(e => new { e.ProviderId, e.NameKey }).IsUnique().HasFilter(FilterTrue(nameof(CatalogueEntry.IsHead))).HasDatabaseName(CatalogueEntryConfiguration.NameIndex);
        entry.HasIndex(e => new { e.ProviderId, e.Code }).IsUnique().HasFilter(FilterTrue(nameof(CatalogueEntry.IsHead), nameof(CatalogueEntry.Code))).HasDatabaseName(CatalogueEntryConfiguration.CodeIndex);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        // Times are UTC on both providers; PostgreSQL refuses any other offset.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Audit rows are init-only: only the tracker itself can mark one, so nothing has to be compared to find out.</summary>
    private void RefuseToRewriteTheAudit()
    {
        var detect = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        var rewritten = ChangeTracker.Entries().Any(e => e is { State: EntityState.Modified or EntityState.Deleted, Entity: AuditRow or AuditSeal });
        ChangeTracker.AutoDetectChangesEnabled = detect;
        if (rewritten)
            throw new InvalidOperationException("Audit rows and their seals are only ever added: none may be changed or deleted.");
    }
}
