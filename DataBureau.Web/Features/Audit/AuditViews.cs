using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Audit;

public sealed record AuditListRow(
    long Id, DateTimeOffset At, string UserName, string? OrganisationName, string Action, string? SubjectKind, string Summary, bool Succeeded, string? Address)
{
    public string ActionName => AuditWords.Action(Action);

    public string SubjectName => AuditWords.Kind(SubjectKind);

    public string ResultName => AuditWords.Result(Succeeded);

    public string AddressName => AuditWords.Address(Address);
}

/// <summary>One page of the audit, or why there is none.</summary>
/// <param name="Capped">There are more than <see cref="AuditService.CountLimit"/>: the rest is reached by narrowing or by the export.</param>
public sealed record AuditPage(IReadOnlyList<AuditListRow> Rows, int Total, bool Capped = false, Refusal? Refusal = null)
{
    /// <summary>When the chain was last verified, by whom and with what result; null when it never was.</summary>
    public AuditListRow? LastVerified { get; init; }
}

/// <summary>One audit row in full; nothing when there is none or not for this person.</summary>
public sealed record AuditFound(AuditRow? Row, Refusal? Refusal = null);
