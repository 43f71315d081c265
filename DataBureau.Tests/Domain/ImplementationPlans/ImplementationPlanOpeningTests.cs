using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanState;
using static DataBureau.Tests.Domain.ImplementationPlans.ImplementationPlanCases;

namespace DataBureau.Tests.Domain.ImplementationPlans;

/// <summary>What was signed off and filed stays; a supplement opens what was asked for.</summary>
public sealed class ImplementationPlanOpeningTests
{
    [Fact]
    public void Fields_WhileSupplementing_AreThoseAskedForWithBothMonths()
    {
        Assert.Equal([nameof(ImplementationPlanContent.Budget), nameof(ImplementationPlanContent.Finish), nameof(ImplementationPlanContent.Start)],
            ImplementationPlanOpenings.Fields(Supplementing, Asked(nameof(ImplementationPlanContent.Budget), nameof(ImplementationPlanContent.Start))).Order(StringComparer.Ordinal));
        Assert.Empty(ImplementationPlanOpenings.Fields(Supplementing, Asked("plan")));
        Assert.Equal(ImplementationPlanFields.All.Length, ImplementationPlanOpenings.Fields(Draft, null).Count);
        Assert.Equal(ImplementationPlanFields.All.Length, ImplementationPlanOpenings.Fields(FilingRefused, null).Count);
        Assert.Empty(ImplementationPlanOpenings.Fields(PendingFiling, null));
    }

    [Fact]
    public void Edit_WhileSupplementing_TakesWhatWasAskedForAndLeavesTheRest()
    {
        var plan = In(PendingFiling);
        Assert.Null(plan.Try(ImplementationPlanAction.RequestSupplement, remarks: [new(nameof(ImplementationPlanContent.Budget), "与正文不一致。")]));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Rounds = [plan.OpenedRound!] } });

        Assert.Null(plan.Edit(Content with { Budget = 99m, Title = "换了一个项目" }, Drafter, Entries.Now));

        Assert.Equal((99m, Content.Title), (plan.Content.Budget, plan.Content.Title));
    }

    [Theory]
    [InlineData(Supplementing, "plan", null)]
    [InlineData(Supplementing, "approval", "ImplementationPlanMaterialNotAsked")]
    [InlineData(Supplementing, null, null)]
    [InlineData(Draft, "approval", null)]
    [InlineData(PendingFiling, "plan", "ImplementationPlanMaterialsClosed")]
    public void Material_OfAState_IsOpenWhereItWasAskedFor(ImplementationPlanState state, string? slot, string? code) =>
        Assert.Equal(code, ImplementationPlanOpenings.Material(state, slot, state == Supplementing ? Asked("plan") : null)?.Code);

    private static SupplementRound Asked(params string[] keys) => new()
    {
        CaseKind = ImplementationPlan.CaseKind, CaseId = Guid.NewGuid(), Round = 1, RequestedAt = Entries.Now, RequestedBy = "某人", Office = "山西省数据局", Comment = null,
        Items = [.. keys.Select(k => new SupplementItem(k, k, "请补正。"))],
    };
}
