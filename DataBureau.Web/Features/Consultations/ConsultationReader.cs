using DataBureau.Domain.Consultations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>How the consultation of a subject stands, for the gates of other features.</summary>
public abstract record ConsultationStanding
{
    private ConsultationStanding()
    {
    }

    /// <summary>There is none, or the only ones were terminated.</summary>
    public sealed record None : ConsultationStanding;

    /// <summary>Under way.</summary>
    public sealed record Open(Guid Id) : ConsultationStanding;

    /// <summary>Concluded: the gate may open, unless the subject was changed after it was begun.</summary>
    public sealed record Concluded(Guid Id, string Number, ConclusionKind Conclusion, DateTimeOffset BegunAt) : ConsultationStanding;
}

/// <summary>A consultation on something, as the page of that thing mentions it.</summary>
public sealed record ConsultationOn(Guid Id, ConsultationState State);

public static class ConsultationReader
{
    /// <summary>The newest consultation of the subject that was not terminated decides. Asks for no rights: the caller has.</summary>
    public static async Task<ConsultationStanding> StateForAsync(BureauDbContext db, string subjectKind, Guid subjectId, CancellationToken cancellationToken = default)
    {
        var latest = await db.Consultations.AsNoTracking().Where(c => c.SubjectKind == subjectKind && c.SubjectId == subjectId && c.State != ConsultationState.Terminated)
            .OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.State, c.Number, c.Content.Conclusion, c.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
        return latest switch
        {
            null => new ConsultationStanding.None(),
            { Number: { } number, Conclusion: { } conclusion } when ConsultationWorkflow.IsConcluded(latest.State) => new ConsultationStanding.Concluded(latest.Id, number, conclusion, latest.CreatedAt),
            _ => new ConsultationStanding.Open(latest.Id),
        };
    }

    /// <summary>The newest consultation of each of these subjects, as far as there is one that was not terminated. Asks for no rights: the caller has.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ConsultationOn>> OnAsync(BureauDbContext db, string subjectKind, IReadOnlyList<Guid> subjectIds, CancellationToken cancellationToken)
    {
        var all = await db.Consultations.AsNoTracking().IgnoreAutoIncludes().Where(c => c.SubjectKind == subjectKind && c.SubjectId != null && subjectIds.Contains(c.SubjectId.Value) && c.State != ConsultationState.Terminated)
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Select(c => new { SubjectId = c.SubjectId!.Value, c.Id, c.State }).ToListAsync(cancellationToken);
        return all.GroupBy(c => c.SubjectId).ToDictionary(g => g.Key, g => new ConsultationOn(g.Last().Id, g.Last().State));
    }

    /// <summary>Where one is begun for a subject.</summary>
    public static string NewHref(string subjectKind, Guid subjectId) => $"/consultations/new?kind={subjectKind}&id={subjectId}";
}
