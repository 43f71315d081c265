using DataBureau.Domain.Consultations;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What stands around a consultation and is the same for every reader.</summary>
/// <param name="Names">Of the convenor and of who follows up.</param>
/// <param name="Due">The clocks of the units.</param>
/// <param name="ReservedNumbers">The reserved numbers that the next act may give.</param>
/// <param name="ReplyBy">The last day for the answers of the present round, also when all have answered; null where the calendar does not reach.</param>
/// <param name="EscalatedTo">The leading group's office that a dissent was brought to.</param>
public sealed record ConsultationSurroundings(
    string RegionName, Dictionary<Guid, string> Names, IReadOnlyDictionary<Guid, DeadlineView> Due, IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<Reservation> ReservedNumbers, DateOnly? ReplyBy, string? EscalatedTo);

/// <summary>A consultation as it stands, for whoever looks at it: not to be changed, others are looking at the same.</summary>
public sealed record ConsultationReading(Consultation Consultation, ConsultationSurroundings Around);

/// <summary>Reads consultations once for all the pages that hear of the same change: when one of forty units speaks, everybody's page is read again.</summary>
public sealed class ConsultationReadings
{
    private readonly SharedReading<Guid, ConsultationReading?> _shared;

    public ConsultationReadings(IDbContextFactory<BureauDbContext> contexts, IServiceScopeFactory scopes) => _shared = new(async id =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<ConsultationCase>();
        await using var db = await contexts.CreateDbContextAsync();
        return await rules.LoadAsync(db, id, default) is { } found ? new ConsultationReading(found, await rules.SurroundAsync(db, found, default)) : null;
    });

    /// <returns>Null when there is no such consultation. Asks for no rights: the caller does.</returns>
    public Task<ConsultationReading?> FindAsync(Guid id, CancellationToken cancellationToken) => _shared.AskAsync(id, cancellationToken);
}
