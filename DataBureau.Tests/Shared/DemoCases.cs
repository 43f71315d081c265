using DataBureau.Domain.Access;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Shared;

/// <summary>The demo cases of all workflows, in every state, over the demo organisations of a fixture.</summary>
internal static class DemoCases
{
    public static async Task SeedCasesAsync(this BureauFixture bureau, int entries)
    {
        await using var db = bureau.OpenDb();
        await using var scope = bureau.Services.CreateAsyncScope();
        var people = new Dictionary<(Guid, Role), Actor>();
        foreach (var person in DemoPeople.All)
        {
            var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == person.UserName).Select(u => u.Id).SingleAsync(), default))!;
            people[(actor.OrganisationId, person.Role)] = actor;
        }

        var (services, now, policies) = (scope.ServiceProvider, bureau.Clock.Now, PolicyLibrary.Embedded);
        var (store, ledger) = (services.GetRequiredService<ContentStore>(), services.GetRequiredService<NumberLedger>());
        var bodies = await db.Organisations.AsNoTracking().ToListAsync();
        var tools = new DemoFilingTools(db, store, ledger, new CaseClocks(new ClockSource()), people);
        await new DemoCatalogue(db, policies, now).AddAsync(bodies, people, entries);
        await new DemoPlans(db, policies, store, ledger, now).AddAsync(bodies, people);
        await new DemoProjectsFilings(db, policies, tools, services.GetRequiredService<ImplementationPlanCase>(), now).AddAsync(bodies);
        await new DemoDigitalBases(db, policies, tools, services.GetRequiredService<DigitalBaseCase>(), now).AddAsync(bodies);
        await new DemoProjects(db, policies, ledger, now).AddAsync(bodies, people);
        await new DemoConsultations(db, policies, store, ledger, services.GetRequiredService<ReplyClocks>(), now).AddAsync(bodies, people);
        await new DemoOfficers(db, policies, store, ledger, now).AddAsync(bodies, people);
        await new DemoOfficerWork(db, policies, now).AddAsync(bodies, people);
    }
}
