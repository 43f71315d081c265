using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Plans;

/// <summary>Acts at random, by whoever may; after each the matrix says what the case says.</summary>
public sealed class PlanMatrixWalkTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly string[] People = ["planner.taiyuan", "bureauhead.taiyuan", "filing"];

    [Theory]
    [InlineData(1, "140100")]
    [InlineData(2, "140100")]
    public async Task Cell_AfterEachActOfARandomWalk_IsTheStateOfTheCase(int seed, string region)
    {
        var random = new Random(seed);
        var id = await NewAsync(2026 + seed);
        var seen = new HashSet<PlanState>();
        for (var step = 0; step < 40; step++)
        {
            var state = await StepAsync(id, random);
            seen.Add(state);
            var cell = (await bureau.MatrixAsync("leader.taiyuan")).Cell(region, "P02")!;
            if (PlanStandings.Of(state) == PlanStanding.None)
            {
                Assert.Equal((PlanStanding.None, null), (cell.Standing, cell.State));
                id = await NewAsync(2030 + step);
            }
            else
            {
                Assert.Equal((PlanStandings.Of(state), state, $"/plans/{id}"), (cell.Standing, cell.State!.Value, cell.Href));
            }
        }

        Assert.True(seen.Count > 4, string.Join(' ', seen));
        await using var db = bureau.OpenDb();
        await db.Plans.Where(p => p.Id == id).ExecuteDeleteAsync();
    }

    private async Task<Guid> NewAsync(int to)
    {
        var view = Assert.IsType<Outcome<PlanDetailView>.Done>(await bureau.AsAsync<PlanService, Outcome<PlanDetailView>>(People[0], s => s.CreateAsync("P02", PlanCases.Content() with { PeriodTo = to }))).View;
        await using var db = bureau.OpenDb();
        foreach (var slot in new[] { "text", "approval", "alignment" })
            db.Attachments.Add(new Attachment { Id = Guid.NewGuid(), CaseKind = Plan.CaseKind, CaseId = view.Id, Slot = slot, OrganisationId = view.OrganisationId, FileName = "a.pdf", ContentKind = ContentKind.Pdf, Size = 1, Sha256 = new string('0', 64), UploadedById = Guid.NewGuid(), UploadedByName = "某人", UploadedAt = bureau.Clock.Now });
        await db.SaveChangesAsync();
        return view.Id;
    }

    /// <summary>One act that somebody may do, what it needs filled in before.</summary>
    private async Task<PlanState> StepAsync(Guid id, Random random)
    {
        await FillAsync(id);
        var offers = new List<(string Who, PlanAction Act, int Version)>();
        foreach (var who in People)
            if (await bureau.AsAsync<PlanService, PlanDetailView?>(who, s => s.FindAsync(id, default)) is { } view)
                offers.AddRange(view.Permitted.Where(p => p.WhyNot is null && p.Action is not (PlanAction.Amend or PlanAction.Redirect)).Select(p => (who, p.Action, view.Version)));
        // An end is taken seldom, unless nothing else is left.
        var onward = offers.Where(o => o.Act is not (PlanAction.Discard or PlanAction.Repeal) || random.Next(4) == 0).ToList();
        if (onward.Count > 0)
            offers = onward;
        Assert.NotEmpty(offers);
        var (actor, act, version) = offers[random.Next(offers.Count)];
        FieldRemark[] remarks = act == PlanAction.RequestSupplement ? [new("alignment", "请补充。")] : [];
        return Assert.IsType<Outcome<PlanDetailView>.Done>(await bureau.AsAsync<PlanService, Outcome<PlanDetailView>>(actor, s => s.ActAsync(id, version, act, "按规定办理。", remarks))).View.State;
    }

    private async Task FillAsync(Guid id)
    {
        var view = (await bureau.AsAsync<PlanService, PlanDetailView?>(People[0], s => s.FindAsync(id, default)))!;
        await using var db = bureau.OpenDb();
        var organ = await db.Organisations.Where(o => o.Name == "太原市人民政府").Select(o => o.Id).SingleAsync();
        var content = view.Content;
        if (view.State == PlanState.ForApproval)
            content = content with { Approval = new PlanApproval(organ, $"并政发〔2026〕{id.ToString()[^6..]}号", new DateOnly(2026, 1, 5)) };
        if (view.State is PlanState.Filed)
            content = content with { PublishedIn = "太原市人民政府公报" };
        if (content != view.Content)
            Assert.IsType<Outcome<PlanDetailView>.Done>(await bureau.AsAsync<PlanService, Outcome<PlanDetailView>>(People[0], s => s.SaveAsync(id, view.Version, content)));
    }
}
