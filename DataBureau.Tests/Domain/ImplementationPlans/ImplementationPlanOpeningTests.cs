using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Tests.Domain.Catalogue;
using static DataBureau.Tests.Domain.ImplementationPlans.ImplementationPlanCases;
using State = DataBureau.Domain.ImplementationPlans.ImplementationPlanState;

namespace DataBureau.Tests.Domain.ImplementationPlans;

/// <summary>What was signed off and filed stays; a supplement opens what was asked for.</summary>
public sealed class ImplementationPlanOpeningTests
{
    [Fact]
    public void Fields_WhileSupplementing_AreThoseAskedForWithBothMonths()
    {
        Assert.Equal([nameof(ImplementationPlanContent.Budget), nameof(ImplementationPlanContent.Finish), nameof(ImplementationPlanContent.Start)],
            ImplementationPlanOpenings.Fields(State.Supplementing, Asked(nameof(ImplementationPlanContent.Budget), nameof(ImplementationPlanContent.Start))).Order(StringComparer.Ordinal).AsEnumerable());
        Assert.Empty(ImplementationPlanOpenings.Fields(State.Supplementing, Asked("plan")));
        Assert.Equal(ImplementationPlanFields.All.Length, ImplementationPlanOpenings.Fields(State.Draft, null).Count);
        Assert.Equal(ImplementationPlanFields.All.Length, ImplementationPlanOpenings.Fields(State.FilingRefused, null).Count);
        Assert.Empty(ImplementationPlanOpenings.Fields(State.PendingFiling, null));
    }

    [Fact]
    public void Edit_WhileSupplementing_TakesWhatWasAskedForAndLeavesTheRest()
    {
        var plan = In(State.PendingFiling);
        Assert.Null(plan.Try(ImplementationPlanAction.RequestSupplement, remarks: [new(nameof(ImplementationPlanContent.Budget), "与正文不一致。")]));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Rounds = [plan.OpenedRound!] } });

        Assert.Null(plan.Edit(Content with { Budget = 99m, Title = "换了一个项目" }, Drafter, Entries.Now));

        Assert.Equal((99m, Content.Title), (plan.Content.Budget, plan.Content.Title));
    }

    [Theory]
    [InlineData(State.Supplementing, "plan", null)]
    [InlineData(State.Supplementing, "approval", "ImplementationPlanMaterialNotAsked")]
    [InlineData(State.Supplementing, null, null)]
    [InlineData(State.Draft, "approval", null)]
    [InlineData(State.PendingFiling, "plan", "ImplementationPlanMaterialsClosed")]
    public void Material_OfAState_IsOpenWhereItWasAskedFor(State state, string? slot, string? code) =>
        Assert.Equal(code, ImplementationPlanOpenings.Material(state, slot, state == State.Supplementing ? Asked("plan") : null)?.Code);

    private static SupplementRound Asked(params string[] keys) => new()
    {
        CaseKind = ImplementationPlan.CaseKind, CaseId = Guid.NewGuid(), Round = 1, RequestedAt = Entries.Now, RequestedBy = "某人", Office = "山西省数据局", Comment = null,
        Items = [.. keys.Select(k => new SupplementItem(k, k, "请补正。"))],
    };
}
