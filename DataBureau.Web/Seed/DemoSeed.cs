using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Seed;

/// <summary>Fills an empty development database with organisations, people, entries and plans. Refuses outside development.</summary>
public sealed class DemoSeed(IDbContextFactory<BureauDbContext> contexts, IServiceScopeFactory scopes, PolicyLibrary policies, ContentStore store, TimeProvider clock, IHostEnvironment environment)
{
    public const int DefaultEntries = 2400;

    private static readonly (TimeLimit Limit, string Region, int Days)[] Limits =
    [
        .. ImplementationPlanWorkflow.Limits.Select(l => (l, "140000", 10)),
        .. DigitalBaseWorkflow.Limits.Select(l => (l, "140100", 15)),
    ];

    /// <returns>False when there were organisations already: nothing is added to a database in use.</returns>
    public async Task<bool> RunAsync(int entries, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("Demo data is for development only.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await ReferenceData.EnsureAsync(db, cancellationToken);
        if (await db.Organisations.AnyAsync(cancellationToken))
            return false;
        var organisations = DemoOrganisations.Make();
        db.Organisations.AddRange(organisations.Select(o => o.Organisation));
        await db.SaveChangesAsync(cancellationToken);

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<BureauUser>>();
        var people = new Dictionary<(Guid, Role), Actor>();
        // Hashing is slow on purpose; the demo people share one password and so one hash.
        var hash = new PasswordHasher<BureauUser>().HashPassword(null!, DemoPeople.Password);
        foreach (var person in DemoPeople.All)
        {
            var organisation = organisations.First(o => o.Key == person.OrganisationKey && o.Organisation.RegionCode == person.RegionCode).Organisation;
            var user = new BureauUser { Id = Guid.CreateVersion7(), UserName = person.UserName, DisplayName = person.DisplayName, OrganisationId = organisation.Id, CreatedAt = clock.GetUtcNow(), PasswordHash = hash, LockoutEnabled = true };
            user.Grants.Add(new UserGrant { Id = Guid.CreateVersion7(), UserId = user.Id, OrganisationId = organisation.Id, Role = person.Role, Scope = person.Scope });
            var created = await users.CreateAsync(user);
            if (!created.Succeeded)
                throw new InvalidOperationException($"{person.UserName}: {string.Join(' ', created.Errors.Select(e => e.Code))}");
            people[(organisation.Id, person.Role)] = new Actor(user.Id, user.DisplayName, organisation.Id, organisation.Name,
                [.. Roles.PermissionsOf(person.Role).Select(p => new Grant(p, organisation.Id, organisation.RegionCode, person.Scope))]);
        }

        if (entries > 0)
            await AddCasesAsync(db, scope.ServiceProvider, [.. organisations.Select(o => o.Organisation)], people, entries);
        return true;
    }

    /// <summary>Cases of every workflow over organisations and people that are there.</summary>
    internal async Task AddCasesAsync(BureauDbContext db, IServiceProvider services, IReadOnlyList<Organisation> bodies, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people, int entries)
    {
        var ledger = services.GetRequiredService<NumberLedger>();
        await new DemoCatalogue(db, policies, clock.GetUtcNow()).AddAsync(bodies, people, entries);
        await new DemoPlans(db, policies, store, ledger, clock.GetUtcNow()).AddAsync(bodies, people);
        await AddProjectsAsync(db, services, bodies, people);
        await new DemoProjects(db, policies, ledger, clock.GetUtcNow()).AddAsync(bodies, people);
        await new DemoConsultations(db, policies, store, ledger, services.GetRequiredService<ReplyClocks>(), clock.GetUtcNow()).AddAsync(bodies, people);
        await new DemoOfficers(db, policies, store, ledger, clock.GetUtcNow()).AddAsync(bodies, people);
        var tools = new DemoFilingTools(db, store, ledger, new CaseClocks(new ClockSource()), people);
        await new DemoOfficerWork(db, policies, tools, clock.GetUtcNow()).AddAsync(bodies, people);
        await new DemoMeetings(db, policies, tools, clock.GetUtcNow()).AddAsync(bodies, people);
    }

    private async Task AddProjectsAsync(BureauDbContext db, IServiceProvider services, IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        foreach (var (limit, region, days) in Limits)
            db.TimeLimits.Add(new TimeLimitSetting { Id = Guid.CreateVersion7(), Limit = limit.Key, RegionCode = region, WorkingDays = days });
        await ClockSource.TouchAsync(db, ClockVersion.TimeLimits);
        await db.SaveChangesAsync();
        var tools = new DemoFilingTools(db, store, services.GetRequiredService<NumberLedger>(), new CaseClocks(new ClockSource()), people);
        await new DemoProjectsFilings(db, policies, tools, services.GetRequiredService<ImplementationPlanCase>(), clock.GetUtcNow()).AddAsync(organisations);
        await new DemoDigitalBases(db, policies, tools, services.GetRequiredService<DigitalBaseCase>(), clock.GetUtcNow()).AddAsync(organisations);
    }

    /// <summary>Every demo sign-in with its role, organisation and organisation code, a line each.</summary>
    public async Task<IReadOnlyList<string>> SignInsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = DemoPeople.All.Select(p => p.UserName).ToList();
        var found = await db.Users.AsNoTracking().Where(u => names.Contains(u.UserName!))
            .Join(db.Organisations, u => u.OrganisationId, o => o.Id, (u, o) => new { u.UserName, u.DisplayName, o.Name, o.Code }).ToDictionaryAsync(x => x.UserName!, StringComparer.Ordinal, cancellationToken);
        var width = names.Max(n => n.Length) + 2;
        return [.. DemoPeople.All.Where(p => found.ContainsKey(p.UserName)).Select(p =>
            $"{p.UserName.PadRight(width)}{DataBureau.Domain.ChineseNames.ChineseName(p.Role)}\t{found[p.UserName].DisplayName}\t{found[p.UserName].Name}\t{found[p.UserName].Code}")];
    }
}
