using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.ChiefDataOfficers;
using DataBureau.Tests.Features.DigitalBases;
using DataBureau.Tests.Features.ImplementationPlans;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Features.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Projects;

namespace DataBureau.Tests.Features.Filings;

/// <summary>Under a step that is done stands who brought the case there, not who took it away.</summary>
[Trait("Category", "Service")]
public sealed class StepperTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task OfficerSteps_Done_NameWhoBroughtTheCaseThere()
    {
        var kit = new OfficerKit(bureau);
        var view = await kit.AtAsync(OfficerState.Filed);
        NameWhoCame(OfficerTones.Steps(view), view.History);

        var removed = await kit.DoAsync(view, OfficerAction.Remove, "工作调动。");
        NameWhoCame(OfficerTones.Steps(removed), removed.History);
        Assert.Equal((OfficerState.Removed.ChineseName(), StepState.Stopped), (OfficerTones.Steps(removed)[^1].Title, OfficerTones.Steps(removed)[^1].State));
    }

    [Fact]
    public async Task PlanSteps_Done_NameWhoBroughtTheCaseThere()
    {
        var view = await new PlanKit(bureau).PlanAsync(PlanState.Filed);

        NameWhoCame(PlanSteps.Of(view), view.History);
    }

    [Fact]
    public async Task ProjectSteps_Done_NameWhoBroughtTheCaseThere()
    {
        var view = await new ProjectKit(bureau).ProjectAsync(ProjectState.Building);

        NameWhoCame(ProjectSteps.Of(view), view.History);
    }

    [Fact]
    public async Task ImplementationPlanSteps_Done_NameWhoBroughtTheCaseThere()
    {
        var view = await new ImplementationPlanKit(bureau).PlanAsync(ImplementationPlanState.Filed);

        NameWhoCame(ImplementationPlanTones.Steps(view), view.History);
    }

    [Fact]
    public async Task DigitalBaseSteps_Done_NameWhoBroughtTheCaseThere()
    {
        var view = await new DigitalBaseKit(bureau).BaseAsync(DigitalBaseState.Consented);

        NameWhoCame(DigitalBaseTones.Steps(view), view.History);
    }

    private static void NameWhoCame(IReadOnlyList<Step> steps, IReadOnlyList<HistoryEntry> history)
    {
        var done = steps.Where(s => s.State == StepState.Done).ToList();
        Assert.True(done.Count > 2);
        Assert.True(history.Select(h => h.ActorName).Distinct().Count() > 1);
        Assert.All(done, s =>
        {
            var came = history.Last(h => h.ToState == s.Title && h.FromState != s.Title);
            Assert.Equal($"{came.ActorName} {ChinaTime.Local(came.At):MM-dd}", s.Detail);
        });
    }
}
