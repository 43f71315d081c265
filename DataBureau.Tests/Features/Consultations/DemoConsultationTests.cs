using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Consultations;

public sealed class DemoConsultationTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Demo_Consultations_StandInEveryStateAndOfEveryKind()
    {
        await using var db = bureau.OpenDb();
        await EmptyAsync(db);
        Assert.True(await bureau.Services.GetRequiredService<DemoSeed>().RunAsync(40, default));

        var made = await db.Consultations.AsNoTracking().ToListAsync();
        Assert.Empty(Enum.GetValues<ConsultationState>().Except(made.Select(c => c.State)));
        Assert.Equal([null, ConsultationTrigger.AnnualPlan, ConsultationTrigger.ProjectReply], made.Select(c => c.Trigger).Distinct().Order());
        Assert.All(made.Where(c => c.State != ConsultationState.Preparing), c => Assert.NotNull(c.Number));
        Assert.Equal(made.Count(c => c.Number is not null), made.Select(c => c.Number).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.True(await db.Deadlines.AnyAsync(d => d.CaseKind == ConsultationUnit.CaseKind && d.FinishedAt == null));
    }

    private static Task EmptyAsync(BureauDbContext db) =>
        db.Database.ExecuteSqlRawAsync("DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_%' AND tablename NOT IN ('regions', 'calendar_days') LOOP EXECUTE format('TRUNCATE %I CASCADE', t); END LOOP; END $$;");
}
