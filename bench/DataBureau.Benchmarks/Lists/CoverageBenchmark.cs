using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Lists;

/// <summary>Who has a chief data officer in a province of 20,000 units: the board as a leader opens it, and the first page of the vacancies.</summary>
internal sealed class CoverageBenchmark : IBenchmark
{
    private const int Units = 20_000;
    private const int Rounds = 40;
    private const double Bar = 120;

    public string Name => "coverage";

    public string Summary => "coverage of chief data officers over 20,000 units, against a plain GROUP BY";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CreateEmptyAsync());
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await contexts.CreateDbContextAsync();
        var leader = await db.Users.Where(u => u.UserName == "leader").Select(u => u.Id).SingleAsync();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(leader, "127.0.0.1", "bench");
        await FillAsync(db);

        var service = scope.ServiceProvider.GetRequiredService<CoverageService>();
        var units = 0;
        async Task BoardAsync() => units = (await service.ReadAsync(new CoverageFilter { Post = DataPost.Steward }, OfficerPermissions.View, default))!.Total.Units;
        Task VacantAsync() => service.ListAsync(new CoverageFilter { Post = DataPost.Steward, Figure = CoverageFigure.Vacant }, default);
        Task PlainAsync() => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM organisations o LEFT JOIN officers a ON a."OrganisationId" = o."Id" AND a."Post" = 'Steward' WHERE o."RegionCode" LIKE '14%' GROUP BY o."RegionCode", o."Kind", o."HasItOffice" """).ToListAsync();

        var board = await TimesAsync(BoardAsync);
        var vacant = await TimesAsync(VacantAsync);
        var plain = await TimesAsync(PlainAsync);
        report.AtMost("board, p50", Measure.Percentile(board, 0.5), "ms", Bar, $"{units} units; plain GROUP BY {Measure.Percentile(plain, 0.5):0.0} ms, {Measure.Percentile(board, 0.5) / Measure.Percentile(plain, 0.5):0.0} times as long");
        report.AtMost("board, p95", Measure.Percentile(board, 0.95), "ms", Bar, $"plain GROUP BY {Measure.Percentile(plain, 0.95):0.0} ms");
        report.AtMost("vacancies, first page, p95", Measure.Percentile(vacant, 0.95), "ms", Bar, $"p50 {Measure.Percentile(vacant, 0.5):0.0} ms");
    }

    private static async Task<List<double>> TimesAsync(Func<Task> act)
    {
        for (var i = 0; i < 3; i++)
            await act();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
            times.Add(await Measure.MillisecondsAsync(act));
        return times;
    }

    /// <summary>Over all regions of the province; three units of five have a steward.</summary>
    private static async Task FillAsync(BureauDbContext db)
    {
        var regions = await db.Regions.Where(r => r.Code.StartsWith("14")).OrderBy(r => r.Code).Select(r => r.Code).ToListAsync();
        var (now, kinds) = (new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero), new[] { OrganisationKind.GovernmentDepartment, OrganisationKind.PublicInstitution, OrganisationKind.PublicUtility });
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var i = 0; i < Units; i++)
        {
            var region = regions[i % regions.Count];
            var unit = new Organisation { Id = Guid.CreateVersion7(now), Code = $"{region}LSB{i:00000}", Name = $"单位{i}", NameKey = $"单位{i}", Kind = kinds[i % 3], RegionCode = region, HasItOffice = i % 4 == 0 };
            db.Organisations.Add(unit);
            if (i % 5 < 3)
            {
                var person = new Actor(Guid.Empty, "某人", unit.Id, unit.Name, [.. Roles.AllPermissions.Select(p => new Grant(p, unit.Id, region, GrantScope.All))]);
                var content = new OfficerContent { PersonName = $"人员{i}", Office = "主任", Rank = PersonRank.SectionHead, DocumentNumber = $"{i}号", DocumentDate = new DateOnly(2026, 1, 1), EffectiveFrom = new DateOnly(2026, 1, 1), TermEndsOn = new DateOnly(2026, 12, 1).AddDays(i % 900) };
                var officer = OfficerAppointment.Nominate(Guid.CreateVersion7(now), unit.Id, region, DataPost.Steward, content, person with { UserId = Guid.NewGuid() }, now);
                officer.Know(new OfficerFacts { UnitName = unit.Name });
                if (officer.Act(OfficerAction.Appoint, null, new GuardContext(person, Domain.Policy.PolicyLibrary.Embedded.For(region), now)) is not Decision<OfficerState>.Accepted)
                    throw new InvalidOperationException("The appointment was refused.");
                db.Officers.Add(officer);
            }

            if (i % 2000 == 1999)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }
}
