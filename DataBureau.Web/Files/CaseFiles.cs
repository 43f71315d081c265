using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Files;

/// <summary>What a person may do with the attachments of a case. Null instead of one: the person may not know of the case.</summary>
/// <param name="Title">The case's name, for the audit.</param>
/// <param name="OrganisationId">Whose quota the files count towards.</param>
/// <param name="CanChange">May add and remove files now.</param>
/// <param name="WhyNot">Where not, the sentence that says why and what to do.</param>
public sealed record CaseFileRights(string Title, Guid OrganisationId, bool CanChange, string? WhyNot)
{
    /// <summary>Where files may be changed but not those of one material: the sentence for its key; null where they may.</summary>
    public Func<string?, string?> WhyNotOf { get; init; } = static _ => null;

    /// <returns>Why a file of the material cannot be added or removed; null when it can.</returns>
    public string? WhyClosed(string? slot) => CanChange ? WhyNotOf(slot) : WhyNot;
}

/// <summary>A feature's answer to who may see and change the attachments of its cases. One class per kind of case, registered as <see cref="CaseFiles"/>.</summary>
public abstract class CaseFiles
{
    public abstract string Kind { get; }

    public abstract Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken);

    /// <summary>
    /// Holds the case's row until the transaction ends, so that the case cannot be submitted between the answer about the rights and the
    /// save: an update of the row that changes nothing does.
    /// </summary>
    public virtual Task LockAsync(BureauDbContext db, Guid caseId) => Task.CompletedTask;
}
