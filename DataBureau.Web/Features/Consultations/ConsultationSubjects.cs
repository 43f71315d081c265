using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What a feature says of a case of its own that is to be consulted on.</summary>
/// <param name="Trigger">The rule that asks for it; null by choice.</param>
public sealed record SubjectFound(string Title, ConsultationTrigger? Trigger);

/// <summary>
/// A feature's answer to whether the actor may have a consultation on one of its cases. One class per kind of case, registered as
/// <see cref="ConsultationSubjects"/>; where none is registered for a kind, nothing can be consulted on under that kind.
/// </summary>
public abstract class ConsultationSubjects
{
    /// <summary>As in <see cref="Workflow.CaseKind.Kind"/>.</summary>
    public abstract string Kind { get; }

    /// <returns>Null when there is no such case, or not for this person.</returns>
    public abstract Task<SubjectFound?> FindAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken);

    /// <summary>Whether the actor may open the case, wherever it stands by now.</summary>
    public abstract Task<bool> IsVisibleAsync(BureauDbContext db, Guid id, Actor actor, CancellationToken cancellationToken);
}

/// <summary>The page of what is consulted on.</summary>
public sealed class SubjectLinks(IEnumerable<ConsultationSubjects> subjects, IEnumerable<CaseKind> kinds)
{
    /// <returns>Null where there is nothing in this system, or not for this person.</returns>
    public async Task<string?> FindAsync(BureauDbContext db, Consultation consultation, Actor actor, CancellationToken cancellationToken) =>
        consultation.SubjectId is { } id && subjects.FirstOrDefault(s => s.Kind == consultation.SubjectKind) is { } source && await source.IsVisibleAsync(db, id, actor, cancellationToken)
            ? kinds.First(k => k.Kind == source.Kind).Href(id) : null;
}
