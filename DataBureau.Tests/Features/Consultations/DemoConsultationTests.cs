using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Consultations;

public sealed class DemoConsultationTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Consultations_OfTheSeed_AreInEveryStateAndOfEveryKind()
    {
        await using var db = bureau.OpenDb();
        var people = new Dictionary<(Guid, Role), Actor>();
        foreach (var person in DemoPeople.All)
        {
            var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == person.UserName).Select(u => u.Id).SingleAsync(), default))!;
            people[(actor.OrganisationId, person.Role)] = actor;
        }

        await using var scope = bureau.Services.CreateAsyncScope();
        await new DemoConsultations(db, PolicyLibrary.Embedded, scope.ServiceProvider.GetRequiredService<ContentStore>(), scope.ServiceProvider.GetRequiredService<NumberLedger>(), scope.ServiceProvider.GetRequiredService<ReplyClocks>(), bureau.Clock.Now)
            .AddAsync(await db.Organisations.AsNoTracking().ToListAsync(), people);

        var made = await db.Consultations.AsNoTracking().ToListAsync();
        Assert.Empty(Enum.GetValues<ConsultationState>().Except(made.Select(c => c.State)));
        Assert.Equal([null, ConsultationTrigger.AnnualPlan, ConsultationTrigger.ProjectReply], made.Select(c => c.Trigger).Distinct().Order());
        Assert.All(made.Where(c => c.State != ConsultationState.Preparing && c.SentAt is not null), c => Assert.NotNull(c.Number));
        // What a rule asks to be consulted on is a project that the reader can go to, as it stands before its reply.
        var projects = await db.Projects.AsNoTracking().Where(p => p.State == ProjectState.PendingReply && p.Informatization == true).Select(p => (Guid?)p.Id).ToListAsync();
        Assert.All(made.Where(c => c.Trigger == ConsultationTrigger.ProjectReply), c => Assert.Contains(c.SubjectId, projects));
        Assert.True(await db.Deadlines.AnyAsync(d => d.CaseKind == ConsultationUnit.CaseKind && d.FinishedAt == null));
        var history = (await db.History.AsNoTracking().Where(h => h.CaseKind == Consultation.CaseKind && h.CaseVersion != null).ToListAsync()).ToLookup(h => h.CaseId);
        Assert.All(made, c => Assert.Equal(DataBureau.Domain.ChineseNames.ChineseName(c.State), history[c.Id].MaxBy(h => h.CaseVersion)!.ToState));
        foreach (var consultation in made.Where(c => c.RegionCode == "140000"))
            Assert.NotNull(await bureau.AsAsync<ConsultationService, ConsultationView?>(consultation.Trigger == ConsultationTrigger.AnnualPlan ? "govinfo" : "reviewer", s => s.FindAsync(consultation.Id, default)));
    }
}
