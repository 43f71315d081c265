using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Numbers;

/// <summary>One number and what became of it. A row is never removed: that is how a gap is explained.</summary>
public sealed class LedgerEntry
{
    public const int ReasonLimit = 500;
    public const int TitleLimit = 300;

    private LedgerEntry()
    {
    }

    public Guid Id { get; private init; }

    public string RegionCode { get; private init; } = "";

    public string MatterCode { get; private init; } = "";

    /// <summary>The year in China on the day the number was taken.</summary>
    public int Year { get; private init; }

    public int Serial { get; private init; }

    /// <summary>「140000-GHBA-2026-0007」.</summary>
    public string Text { get; private init; } = "";

    public NumberState State { get; private set; }

    /// <summary>The organisation that took the number.</summary>
    public Guid OrganisationId { get; private set; }

    public string? CaseKind { get; private set; }

    public Guid? CaseId { get; private set; }

    public string? CaseTitle { get; private set; }

    public DateTimeOffset? ReservedAt { get; private set; }

    public Guid? ReservedById { get; private set; }

    public string? ReservedByName { get; private set; }

    public string? ReserveReason { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public Guid? IssuedById { get; private set; }

    public string? IssuedByName { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public Guid? VoidedById { get; private set; }

    public string? VoidedByName { get; private set; }

    public string? VoidReason { get; private set; }

    public int Version { get; private set; } = 1;

    public CaseLocation Location => new(OrganisationId, RegionCode, null);

    /// <param name="reason">Checked before with <see cref="CheckReason"/>: a serial is taken only for what is allowed.</param>
    public static LedgerEntry Reserve(Guid id, LedgerNumber number, string reason, Actor actor, DateTimeOffset now)
    {
        var entry = Take(id, number, actor);
        (entry.State, entry.ReserveReason) = (NumberState.Reserved, reason);
        (entry.ReservedAt, entry.ReservedById, entry.ReservedByName) = (now, actor.UserId, actor.Name);
        return entry;
    }

    public static LedgerEntry Issue(Guid id, LedgerNumber number, string caseKind, Guid caseId, string caseTitle, Actor actor, DateTimeOffset now)
    {
        var entry = Take(id, number, actor);
        entry.GiveTo(caseKind, caseId, caseTitle, actor, now);
        return entry;
    }

    public static Refusal? CheckReason(NumberAction action, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? NumberRefusals.ReasonRequired(action)
        : reason.Trim().Length > ReasonLimit ? NumberRefusals.ReasonTooLong(ReasonLimit)
        : null;

    /// <summary>Gives the reserved number to a case.</summary>
    public Refusal? IssueTo(string caseKind, Guid caseId, string caseTitle, Actor actor, DateTimeOffset now)
    {
        if (State != NumberState.Reserved)
            return NumberRefusals.NotReserved(Text, State);
        GiveTo(caseKind, caseId, caseTitle, actor, now);
        Version++;
        return null;
    }

    /// <param name="reason">Why.</param>
    /// <param name="use">The case that has it for its number; null when none has. A paper that cites a number must not outlive it.</param>
    /// <param name="actor">Who voids it.</param>
    /// <param name="now">When.</param>
    public Refusal? Void(string? reason, NumberUse? use, Actor actor, DateTimeOffset now)
    {
        if (State == NumberState.Voided)
            return NumberRefusals.AlreadyVoided(Text);
        if (!actor.Holds(NumberPermissions.Manage, Location))
            return WorkflowRefusals.NotPermitted(NumberPermissions.Manage);
        if (use is not null)
            return NumberRefusals.InUse(Text, use);
        if (CheckReason(NumberAction.Void, reason) is { } refusal)
            return refusal;
        (State, VoidReason) = (NumberState.Voided, reason!.Trim());
        (VoidedAt, VoidedById, VoidedByName) = (now, actor.UserId, actor.Name);
        Version++;
        return null;
    }

    /// <summary>A number that is reserved and not given yet goes to the body that takes over.</summary>
    public void PassTo(Succession succession)
    {
        OrganisationId = succession.OfOwn(OrganisationId);
        Version++;
    }

    private static LedgerEntry Take(Guid id, LedgerNumber number, Actor actor) => new()
    {
        Id = id,
        RegionCode = number.RegionCode,
        MatterCode = number.MatterCode,
        Year = number.Year,
        Serial = number.Serial,
        Text = number.ToString(),
        OrganisationId = actor.OrganisationId,
    };

    private void GiveTo(string caseKind, Guid caseId, string caseTitle, Actor actor, DateTimeOffset now)
    {
        (State, CaseKind, CaseId) = (NumberState.Issued, caseKind, caseId);
        CaseTitle = caseTitle.Length <= TitleLimit ? caseTitle : caseTitle[..(TitleLimit - 1)] + "…";
        (IssuedAt, IssuedById, IssuedByName) = (now, actor.UserId, actor.Name);
    }
}
