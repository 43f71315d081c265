using System.Text.Json;
using System.Text.Json.Serialization;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Projects;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public const string CodeIndex = "ux_projects_code";

    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.RegionCode).HasMaxLength(6);
        builder.Property(p => p.CodeKey).HasMaxLength(Project.CodeLimit + 10);
        builder.Property(p => p.ReplyNumber).HasMaxLength(40);
        builder.Property(p => p.JudgedBy).HasMaxLength(100);
        builder.Property(p => p.JudgedByOrganisation).HasMaxLength(Organisation.NameLimit);
        builder.Property(p => p.JudgedWhy).HasMaxLength(Domain.Workflow.HistoryEntry.CommentLimit);
        builder.Ignore(p => p.Location).Ignore(p => p.Facts).Ignore(p => p.ChosenNumber).Ignore(p => p.Judgement).Ignore(p => p.Editable);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AnnualPlan>().WithMany().HasForeignKey(p => p.AnnualPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.CodeKey).IsUnique().HasDatabaseName(CodeIndex);
        builder.HasIndex(p => new { p.RegionCode, p.State });
        builder.HasIndex(p => new { p.AuthorityId, p.State });
        builder.ComplexProperty(p => p.Content, content =>
        {
            content.Property(c => c.Name).HasMaxLength(Project.NameLimit).HasColumnName("Name");
            content.Property(c => c.Code).HasMaxLength(Project.CodeLimit).HasColumnName("Code");
            content.Property(c => c.Budget).HasPrecision(14, 2).HasColumnName("Budget");
            content.Property(c => c.StartOn).HasColumnName("StartOn");
            content.Property(c => c.FinishOn).HasColumnName("FinishOn");
            content.Property(c => c.Deployment).HasColumnName("Deployment");
            content.Property(c => c.Summary).HasMaxLength(Project.TextLimit);
            content.Property(c => c.ContactName).HasMaxLength(50);
            content.Property(c => c.ContactPhone).HasMaxLength(50);
            content.Property(c => c.DeploymentReason).HasMaxLength(Project.LineLimit);
            content.Property(c => c.OutsourcedTo).HasMaxLength(Project.NameLimit);
            content.Property(c => c.NoDataReason).HasMaxLength(Project.LineLimit);
            content.Property(c => c.Systems).KeptAsJson();
            content.Property(c => c.Reuse).KeptAsJson();
            content.Property(c => c.Outsourcing).KeptAsJson();
            content.Property(c => c.NewComponents).KeptAsJson();
        });
    }
}

internal sealed class ProjectDataItemConfiguration : IEntityTypeConfiguration<ProjectDataItem>
{
    public const string NameIndex = "ux_project_data_items_name";

    public void Configure(EntityTypeBuilder<ProjectDataItem> builder)
    {
        builder.ToTable("project_data_items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Name).HasMaxLength(ProjectDataItem.NameLimit);
        builder.Property(i => i.NameKey).HasMaxLength(ProjectDataItem.NameLimit);
        builder.Property(i => i.Description).HasMaxLength(ProjectDataItem.TextLimit);
        builder.Property(i => i.PlannedEntry).HasMaxLength(ProjectDataItem.NameLimit);
        builder.Property(i => i.EntryKey).HasMaxLength(ProjectDataItem.NameLimit);
        builder.Property(i => i.ReleasedBy).HasMaxLength(100);
        builder.Property(i => i.ReleasedByOrganisation).HasMaxLength(Organisation.NameLimit);
        builder.Property(i => i.ReleasedWhy).HasMaxLength(Domain.Workflow.HistoryEntry.CommentLimit);
        builder.Ignore(i => i.EntryName).Ignore(i => i.Release);
        builder.HasOne<Project>().WithMany().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.ProjectId, i.NameKey }).IsUnique().HasDatabaseName(NameIndex);
        builder.HasIndex(i => i.LineageId);
    }
}

internal sealed class AnnualPlanConfiguration : IEntityTypeConfiguration<AnnualPlan>
{
    public const string LiveIndex = "ux_annual_plans_live";

    public void Configure(EntityTypeBuilder<AnnualPlan> builder)
    {
        builder.ToTable("annual_plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.RegionCode).HasMaxLength(6);
        builder.Property(p => p.LiveKey).HasMaxLength(60);
        builder.Ignore(p => p.Location).Ignore(p => p.Facts).Ignore(p => p.Level);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.LiveKey).IsUnique().HasDatabaseName(LiveIndex);
        builder.HasIndex(p => p.RegionCode);
        builder.ComplexProperty(p => p.Content, content =>
        {
            content.Property(c => c.Title).HasMaxLength(AnnualPlan.TitleLimit).HasColumnName("Title");
            content.Property(c => c.Year).HasColumnName("Year");
            content.Property(c => c.Summary).HasMaxLength(AnnualPlan.TextLimit);
            content.Property(c => c.ContactName).HasMaxLength(50);
            content.Property(c => c.ContactPhone).HasMaxLength(50);
            content.Property(c => c.ApprovalNumber).HasMaxLength(100);
        });
    }
}

internal sealed class SharedComponentConfiguration : IEntityTypeConfiguration<SharedComponent>
{
    public const string NameIndex = "ux_shared_components_name";

    public void Configure(EntityTypeBuilder<SharedComponent> builder)
    {
        builder.ToTable("shared_components");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.RegionCode).HasMaxLength(6);
        builder.Property(c => c.NameKey).HasMaxLength(SharedComponent.NameLimit);
        builder.Property(c => c.RetiredWhy).HasMaxLength(SharedComponent.TextLimit);
        builder.Ignore(c => c.Location);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.RegionCode, c.NameKey }).IsUnique().HasDatabaseName(NameIndex);
        builder.ComplexProperty(c => c.Content, content =>
        {
            content.Property(c => c.Name).HasMaxLength(SharedComponent.NameLimit).HasColumnName("Name");
            content.Property(c => c.Kind).HasColumnName("Kind");
            content.Property(c => c.Description).HasMaxLength(SharedComponent.TextLimit);
            content.Property(c => c.ReplacesId).HasColumnName("ReplacesId");
            content.Property(c => c.ProjectId).HasColumnName("ProjectId");
            content.Property(c => c.Capabilities).HasConversion(l => string.Join('\n', l), t => Lines(t),
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l)).HasColumnName("Capabilities");
        });
    }

    private static IReadOnlyList<string> Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}

internal static class JsonLists
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void KeptAsJson<T>(this ComplexTypePropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        l => JsonSerializer.Serialize(l, Json), t => Read<T>(t), new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l));

    private static IReadOnlyList<T> Read<T>(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<T[]>(text, Json)!;
}
