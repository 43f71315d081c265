using DataBureau.Domain.Workflow;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Inbox;

/// <summary>抄送: a case that somebody has pointed out to a person. Once per person and case; a second time says it anew.</summary>
public sealed class CaseCopy
{
    public const int RemarkLimit = 200;

    private CaseCopy()
    {
    }

    public Guid Id { get; private set; }

    public string CaseKind { get; private set; } = string.Empty;

    public Guid CaseId { get; private set; }

    public Guid RecipientId { get; private set; }

    public Guid ById { get; private set; }

    public string ByName { get; private set; } = string.Empty;

    public string ByOrganisation { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public string? Remark { get; private set; }

    public static CaseCopy Send(Guid id, string kind, Guid caseId, Guid recipientId, string? remark, Actor actor, DateTimeOffset now)
    {
        var copy = new CaseCopy { Id = id, CaseKind = kind, CaseId = caseId, RecipientId = recipientId };
        copy.SayAgain(remark, actor, now);
        return copy;
    }

    /// <summary>Unread again, with what is said this time.</summary>
    public void SayAgain(string? remark, Actor actor, DateTimeOffset now) =>
        (Remark, ById, ByName, ByOrganisation, At, ReadAt) = (remark, actor.UserId, actor.Name, actor.OrganisationName, now, null);
}

internal sealed class CaseCopyConfiguration : IEntityTypeConfiguration<CaseCopy>
{
    public void Configure(EntityTypeBuilder<CaseCopy> builder)
    {
        builder.ToTable("case_copies");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.CaseKind).HasMaxLength(40);
        builder.Property(c => c.ByName).HasMaxLength(50);
        builder.Property(c => c.ByOrganisation).HasMaxLength(200);
        builder.Property(c => c.Remark).HasMaxLength(CaseCopy.RemarkLimit);
        builder.HasIndex(c => new { c.CaseKind, c.CaseId, c.RecipientId }).IsUnique();
        builder.HasIndex(c => new { c.RecipientId, c.ReadAt, c.At });
        builder.HasOne<BureauUser>().WithMany().HasForeignKey(c => c.RecipientId).OnDelete(DeleteBehavior.Cascade);
    }
}
