using DataBureau.Domain.Access;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Plans;

/// <summary>The demo plans over the demo organisations, made once per database.</summary>
internal static class MatrixKit
{
    public static async Task SeedPlansAsync(this IServiceProvider services, BureauDbContext db, DateTimeOffset now)
    {
        if (await db.Plans.AnyAsync())
            return;
        var people = new Dictionary<(Guid, Role), Actor>();
        foreach (var person in DemoPeople.All)
        {
            var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == person.UserName).Select(u => u.Id).SingleAsync(), default))!;
            people[(actor.OrganisationId, person.Role)] = actor;
        }

        await using var scope = services.CreateAsyncScope();
        await new DemoPlans(db, PolicyLibrary.Embedded, scope.ServiceProvider.GetRequiredService<ContentStore>(), scope.ServiceProvider.GetRequiredService<NumberLedger>(), now)
            .AddAsync(await db.Organisations.AsNoTracking().ToListAsync(), people);
    }

    public static async Task SeedPlansAsync(this BureauFixture bureau)
    {
        await using var db = bureau.OpenDb();
        await bureau.Services.SeedPlansAsync(db, bureau.Clock.Now);
    }

    public static Task<PlanMatrix> MatrixAsync(this BureauFixture bureau, string userName, PlanMatrixFilter? filter = null, Permission? permission = null) =>
        bureau.AsAsync<PlanMatrixService, PlanMatrix>(userName, s => s.ReadAsync(filter ?? new PlanMatrixFilter(), permission ?? PlanPermissions.View, default));

    public static IEnumerable<PlanMatrixRow> Rows(this PlanMatrix matrix) => matrix.Groups.SelectMany(g => g.Rows);

    public static PlanMatrixCell? Cell(this PlanMatrix matrix, string region, string kind)
    {
        var group = matrix.Groups.Single(g => g.Rows.Any(r => r.RegionCode == region));
        var column = group.Columns.ToList().FindIndex(c => c.Kind == kind);
        return column < 0 ? null : group.Rows.Single(r => r.RegionCode == region).Cells[column];
    }
}
