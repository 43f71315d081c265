using DataBureau.Benchmarks.Pages;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Consultations;

/// <summary>A matrix of 20 questions by 40 units, each cell with its opinion: how fast it opens, what an open page costs, how soon an opinion arrives there.</summary>
internal sealed class ConsultationBenchmark : IBenchmark
{
    private const int Questions = 20;
    private const int Units = 40;
    private const int Rounds = 40;
    private const int Circuits = 20;
    private const double Kilobyte = 1024;

    public string Name => "consultation";

    public string Summary => "a matrix of 20 questions by 40 units: opening it, its heap, an opinion's way to it";

    public async Task RunAsync(Workbench bench, Report report)
    {
        var database = await bench.CreateEmptyAsync();
        await using var app = Workbench.Build(database);
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        var id = await FillAsync(contexts);
        await using (var scope = await Workbench.SignInAsync(app.Services))
        {
            var service = scope.ServiceProvider.GetRequiredService<ConsultationService>();
            // The first reading translates the queries; nobody waits for that but the first visitor of the day.
            await service.FindAsync(id, default);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
                times.Add(await Measure.MillisecondsAsync(() => service.FindAsync(id, default)));
            report.Figure("opened, p50", Measure.Percentile(times, 0.5), "ms", $"{Questions} questions by {Units} units");
            report.AtMost("opened, p95", Measure.Percentile(times, 0.95), "ms", 150);
        }

        await using var host = await BenchHost.StartAsync(database);
        var path = $"/consultations/{id}?tab=opinions";
        await MeasureAsync(report, host, "/not-found", "page without a case", null);
        await MeasureAsync(report, host, $"/consultations/{id}?tab=basis", "case without its matrix", null);
        await MeasureAsync(report, host, path, "case with its matrix", 500);
        var open = new List<HeadlessCircuit>();
        for (var i = 0; i < Circuits; i++)
            open.Add((await HeadlessCircuit.OpenAsync(host, path))!);

        var (first, latencies) = (0.0, new List<double>());
        // The first goes through code that has never run, and is shown by itself.
        for (var round = 0; round <= Rounds / 4; round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            var seen = open.Select(c => c.Batches).ToList();
            (await host.Client.GetAsync($"/bench/opinion/{id}/{round % 2}")).EnsureSuccessStatusCode();
            var times = await Task.WhenAll(open.Select((circuit, at) => Measure.MillisecondsAsync(async () =>
            {
                while (circuit.Batches == seen[at])
                    await Task.Delay(5);
            })));
            if (round == 0) first = times.Max();
            else latencies.AddRange(times);
        }

        report.Figure("first opinion after a start to the last of the open pages", first, "ms", $"{Circuits} pages of it open");
        report.Figure("opinion to an open page, p50", Measure.Percentile(latencies, 0.5), "ms", $"each of {Circuits} pages of it");
        report.AtMost("opinion to an open page, p95", Measure.Percentile(latencies, 0.95), "ms", 1000, $"each of {Circuits} pages of it");
        foreach (var circuit in open)
            await circuit.DisposeAsync();
    }

    /// <summary>What the last invited unit says: it changes its mind each time.</summary>
    public static async Task SayAsync(IServiceProvider services, Guid id, bool agrees)
    {
        Guid user;
        MyOpinions mine;
        await using (var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync())
            user = await db.Users.Where(u => u.UserName == "govinfo").Select(u => u.Id).SingleAsync();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(user, "127.0.0.1", "bench");
        var answers = scope.ServiceProvider.GetRequiredService<ConsultationAnswers>();
        mine = (await answers.MineAsync(id, default))!;
        await answers.SubmitAsync(id, 1, [new Answer(mine.Questions[0].QuestionId, mine.Questions[0].Version, agrees ? OpinionKind.Agree : OpinionKind.NoComment, null)]);
    }

    private static async Task MeasureAsync(Report report, BenchHost host, string path, string name, double? bar)
    {
        await (await HeadlessCircuit.OpenAsync(host, path))!.DisposeAsync();
        var before = await host.HeapAsync();
        var open = new List<HeadlessCircuit>();
        for (var i = 0; i < Circuits; i++)
            open.Add((await HeadlessCircuit.OpenAsync(host, path))!);
        var heap = (await host.HeapAsync() - before) / Kilobyte / Circuits;
        var comparison = $"{Circuits} circuits; first drawing sends {open.Average(c => c.Bytes) / Kilobyte:0.0} KB";
        if (bar is { } limit)
            report.AtMost(name + ", heap per circuit", heap, "KB", limit, comparison);
        else
            report.Figure(name + ", heap per circuit", heap, "KB", comparison);
        foreach (var circuit in open)
            await circuit.DisposeAsync();
    }

    private static async Task<Guid> FillAsync(IDbContextFactory<BureauDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = DateTimeOffset.UtcNow;
        var user = await db.Users.Where(u => u.UserName == Workbench.User).Select(u => u.Id).SingleAsync();
        var convenor = (await db.ReadActorAsync(user, default))!;
        var bodies = await db.Organisations.Where(o => o.Id != convenor.OrganisationId).OrderByDescending(o => (o.Responsibilities & Responsibilities.GovInfoAuthority) != 0 && o.RegionCode == Workbench.Region).ThenBy(o => o.Code).Take(Units).ToListAsync();
        var made = Consultation.Prepare(Guid.CreateVersion7(), convenor.OrganisationId, Workbench.Region, null, null, new ConsultationContent { Title = "二十项四十家会商", Matter = "事由", ReplyDays = 10 }, now);
        made.Know(new ConsultationFacts { Materials = 1, Bodies = bodies.ToDictionary(o => o.Id, o => new InvitedBody(o.Name, o.Responsibilities, false)) });
        for (var q = 1; q <= Questions; q++)
            made.AddQuestion(Guid.CreateVersion7(), $"是否同意第 {q} 项安排，本单位承担的任务是否可行？");
        foreach (var body in bodies)
            made.AddUnit(Guid.CreateVersion7(), body.Id);
        if (made.Act(ConsultationAction.Send, null, new GuardContext(convenor, PolicyLibrary.Embedded.For(Workbench.Region), now)) is Decision<ConsultationState>.Refused refused)
            throw new InvalidOperationException(refused.Refusal.Code);
        db.Consultations.Add(made);
        foreach (var unit in made.Units)
            foreach (var question in made.Questions)
                db.ConsultationOpinions.Add(ConsultationOpinion.Give(Guid.CreateVersion7(), unit, 1, question.Id, (OpinionKind)((unit.Number + question.Number) % 4), new string('意', 120), convenor, now));
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        return made.Id;
    }
}
