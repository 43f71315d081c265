using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Dashboard;

/// <summary>Anybody does anything to any case, some days apart: most of it is refused, and what is not moves the figures.</summary>
internal sealed class RandomWalk(BureauFixture bureau, int seed)
{
    private readonly Random _random = new(seed);

    public int Done { get; private set; }

    public async Task RunAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            if (_random.Next(25) == 0)
                bureau.Clock.Advance(TimeSpan.FromHours(_random.Next(40)));
            var who = DemoPeople.All[_random.Next(DemoPeople.All.Count)].UserName;
            switch (_random.Next(6))
            {
                case 0: await ActAsync<CatalogueService, CatalogueAction>(who, db => db.CatalogueEntries.Select(e => new Case(e.Id, e.Version)), (s, c, a) => s.ActAsync(c.Id, c.Version, a, "按规定办理。")); break;
                case 1: await ActAsync<PlanService, PlanAction>(who, db => db.Plans.Select(e => new Case(e.Id, e.Version)), (s, c, a) => s.ActAsync(c.Id, c.Version, a, "按规定办理。")); break;
                case 2: await ActAsync<ProjectService, ProjectAction>(who, db => db.Projects.Select(e => new Case(e.Id, e.Version)), (s, c, a) => s.ActAsync(c.Id, c.Version, a, "按规定办理。")); break;
                case 3: await ActAsync<ConsultationService, ConsultationAction>(who, db => db.Consultations.Select(e => new Case(e.Id, e.Version)), (s, c, a) => s.ActAsync(c.Id, c.Version, a, "按规定办理。")); break;
                case 4: await ActAsync<ImplementationPlanService, ImplementationPlanAction>(who, db => db.ImplementationPlans.Select(e => new Case(e.Id, e.Version)), (s, c, a) => s.ActAsync(c.Id, c.Version, a, "按规定办理。")); break;
                default: await ActAsync<OfficerService, OfficerAction>(who, db => db.Officers.Select(e => new Case(e.Id, e.Version)), (s, c, a) => s.ActAsync(c.Id, c.Version, a, "按规定办理。")); break;
            }
        }
    }

    private async Task ActAsync<TService, TAction>(string who, Func<BureauDbContext, IQueryable<Case>> cases, Func<TService, Case, TAction, Task> act)
        where TService : notnull
        where TAction : struct, Enum
    {
        await using var db = bureau.OpenDb();
        var all = await cases(db).ToListAsync();
        if (all.Count == 0)
            return;
        var chosen = all[_random.Next(all.Count)];
        // Every act in turn until one goes through: a walk that is always refused moves nothing.
        foreach (var action in Enum.GetValues<TAction>().OrderBy(_ => _random.Next()).Take(4))
        {
            await bureau.AsAsync<TService, object?>(who, async s =>
            {
                await act(s, chosen, action);
                return null;
            });
            Done++;
        }
    }

    internal sealed record Case(Guid Id, int Version);
}
