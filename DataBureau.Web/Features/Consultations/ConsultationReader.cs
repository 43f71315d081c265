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

    /// <summary>Concluded: the gate may open.</summary>
    public sealed record Concluded(Guid Id, string Number, ConclusionKind Conclusion) : ConsultationStanding;
}

public static class ConsultationReader
{
    /// <summary>The newest consultation of the subject that was not terminated decides. Asks for no rights: the caller has.</summary>
    public static async Task<ConsultationStanding> StateForAsync(BureauDbContext db, string subjectKind, Guid subjectId, CancellationToken cancellationToken = default)
    {
        var latest = await db.Consultations.AsNoTracking().Where(c => c.SubjectKind == subjectKind && c.SubjectId == subjectId && c.State != ConsultationState.Terminated)
            .OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.State, c.Number, c.Content.Conclusion }).FirstOrDefaultAsync(cancellationToken);
        return latest switch
        {
            null => new ConsultationStanding.None(),
            { Number: { } number, Conclusion: { } conclusion } when ConsultationWorkflow.IsConcluded(latest.State) => new ConsultationStanding.Concluded(latest.Id, number, conclusion),
            _ => new ConsultationStanding.Open(latest.Id),
        };
    }

    /// <summary>Where one is begun for a subject.</summary>
    public static string NewHref(string subjectKind, Guid subjectId) => $"/consultations/new?kind={subjectKind}&id={subjectId}";
}
