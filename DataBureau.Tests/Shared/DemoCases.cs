using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Shared;

/// <summary>The demo cases of all workflows, in every state, over the demo organisations of a test's database.</summary>
internal static class DemoCases
{
    public static async Task SeedCasesAsync(this IServiceProvider services, int entries)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        if (await db.CatalogueEntries.AnyAsync())
            return;
        var people = new Dictionary<(Guid, Role), Actor>();
        foreach (var person in DemoPeople.All)
        {
            var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == person.UserName).Select(u => u.Id).SingleAsync(), default))!;
            people[(actor.OrganisationId, person.Role)] = actor;
        }

        await services.GetRequiredService<DemoSeed>().AddCasesAsync(db, scope.ServiceProvider, await db.Organisations.AsNoTracking().ToListAsync(), people, entries);
    }
}
