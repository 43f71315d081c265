using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>
/// What the demo's people, each with one role, never bring about: that those who judge a case have submitted it themselves. Here
/// somebody of the judging body is written into every second case, in one of the places where the guards look.
/// </summary>
internal static class OwnCases
{
    public static async Task MakeOwnCasesAsync(this BureauFixture bureau)
    {
        await using var db = bureau.OpenDb();
        var people = (await db.Grants.AsNoTracking().OrderBy(g => g.Id).Select(g => new { g.OrganisationId, g.UserId }).ToListAsync()).ToLookup(g => g.OrganisationId, g => g.UserId);
        var turn = 0;
        foreach (var (id, body) in await db.Plans.Select(p => new Case(p.Id, p.RecipientId ?? p.OrganisationId)).ToListAsync())
            if (Next(body) is var (who, way))
                await db.Plans.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.FiledById, p => way % 2 == 0 ? who : p.FiledById).SetProperty(p => p.SubmittedById, p => way % 2 == 1 ? who : p.SubmittedById));
        foreach (var (id, body) in await db.ImplementationPlans.Select(p => new Case(p.Id, p.RecipientId ?? p.OrganisationId)).ToListAsync())
            if (Next(body) is var (who, way))
                await db.ImplementationPlans.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.FiledById, p => way % 2 == 0 ? who : p.FiledById).SetProperty(p => p.SubmittedById, p => way % 2 == 1 ? who : p.SubmittedById));
        foreach (var (id, body) in await db.DigitalBases.Select(p => new Case(p.Id, p.RecipientId ?? p.OrganisationId)).ToListAsync())
            if (Next(body) is var (who, way))
                await db.DigitalBases.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.FiledById, p => way % 2 == 0 ? who : p.FiledById).SetProperty(p => p.SubmittedById, p => way % 2 == 1 ? who : p.SubmittedById));
        foreach (var (id, body) in await db.Officers.Select(p => new Case(p.Id, p.RecipientId ?? p.OrganisationId)).ToListAsync())
            if (Next(body) is var (who, way))
                await db.Officers.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.FiledById, p => way % 2 == 0 ? who : p.FiledById).SetProperty(p => p.SubmittedById, p => way % 2 == 1 ? who : p.SubmittedById));
        foreach (var (id, body) in await db.Projects.Select(p => new Case(p.Id, p.AuthorityId ?? p.OrganisationId)).ToListAsync())
            if (Next(body) is var (who, way))
                await db.Projects.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.SubmittedById, p => way % 3 == 0 ? who : p.SubmittedById)
                    .SetProperty(p => p.SentById, p => way % 3 == 1 ? who : p.SentById).SetProperty(p => p.AcceptanceAskedById, p => way % 3 == 2 ? who : p.AcceptanceAskedById));
        foreach (var (id, body) in await db.CatalogueEntries.Select(p => new Case(p.Id, p.AuthorityId ?? p.ProviderId)).ToListAsync())
            if (Next(body) is var (who, way))
                await db.CatalogueEntries.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.SubmittedById, p => way % 2 == 0 ? who : p.SubmittedById).SetProperty(p => p.SignedOffById, p => way % 2 == 1 ? who : p.SignedOffById));
        foreach (var (id, body) in await db.OfficerEvaluations.Select(p => new Case(p.Id, p.AuthorityId)).ToListAsync())
            if (Next(body) is var (who, _))
                await db.OfficerEvaluations.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.SubmittedById, who));
        await MoveOnAsync(db, ChinaTime.DateOf(bureau.Clock.Now));

        (Guid Who, int Way)? Next(Guid body) => turn++ % 2 == 0 && people[body].ToList() is { Count: > 0 } there ? (there[turn / 2 % there.Count], turn / 2) : null;
    }

    /// <summary>Terms that are over, and meetings in the states that the demo's have gone past.</summary>
    private static async Task MoveOnAsync(BureauDbContext db, DateOnly today)
    {
        foreach (var (id, n) in (await db.Officers.Where(a => a.State == OfficerState.Filed).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()).Select((id, n) => (id, n)))
            await db.Officers.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Content.TermEndsOn, today.AddDays((n % 5) - 2)));
        foreach (var (id, n) in (await db.JointMeetings.IgnoreAutoIncludes().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()).Select((id, n) => (id, n)))
            await db.JointMeetings.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, n % 2 == 0 ? MeetingState.MinutesIssued : MeetingState.FollowingUp));
    }

    private sealed record Case(Guid Id, Guid Body);
}
