using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanAction;
using static DataBureau.Tests.Domain.ImplementationPlans.ImplementationPlanCases;

namespace DataBureau.Tests.Domain.ImplementationPlans;

public sealed class ImplementationPlanRuleTests
{
    [Theory]
    [InlineData("350000", "ImplementationFilingNotAsked", false)]
    [InlineData("130100", "ImplementationFilingNotAsked", false)]
    [InlineData("140100", "ImplementationFilingNotAskedHere", true)]
    [InlineData("140105", "ImplementationFilingNotAskedHere", true)]
    public void Submit_WhereNothingAsksForIt_RefusedSayingSo(string region, string code, bool citesJ01)
    {
        var refusal = Draft(region).Try(Submit);

        Assert.Equal(code, refusal?.Code);
        Assert.Equal(citesJ01 ? "J01" : null, refusal!.Basis?.Mechanism);
        Assert.Contains("没有要求", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Approve_ByTheHead_FilesItAtOnce()
    {
        var plan = In(ImplementationPlanState.InternalReview);

        Assert.Null(plan.Try(Approve));

        Assert.Equal((ImplementationPlanState.PendingFiling, Actors.Authority, Head.UserId), (plan.State, plan.RecipientId, plan.FiledById));
    }

    [Fact]
    public void Approve_NobodyToReceive_RefusedCitingTheRule()
    {
        var plan = In(ImplementationPlanState.InternalReview);
        plan.Know(plan.Facts with { Filing = plan.Filing with { RecipientNow = null } });

        var refusal = plan.Try(Approve);

        Assert.Equal(("NoFilingRecipient", "J01"), (refusal?.Code, refusal?.Basis?.Mechanism));
    }

    [Fact]
    public void Approve_OwnSubmission_Refused()
    {
        var both = new Actor(Drafter.UserId, "一人", Actors.Owner, "某单位", [.. Drafter.Grants, .. Head.Grants]);

        Assert.Equal("OwnSubmission", In(ImplementationPlanState.InternalReview).Try(Approve, both)?.Code);
    }

    [Fact]
    public void Submit_WithoutContentOrMaterial_SaysWhatIsMissing()
    {
        var plan = Draft(content: Content with { Budget = null, Finish = null });
        Assert.Equal([nameof(ImplementationPlanContent.Budget), nameof(ImplementationPlanContent.Finish)], plan.Try(Submit)!.Details.Select(d => d.Field));

        plan = Draft();
        plan.Know(plan.Facts with { Materials = new HashSet<string>(StringComparer.Ordinal) });
        Assert.Equal(("ImplementationPlanMaterialsMissing", "请上传「实施方案」。"), (plan.Try(Submit)!.Code, plan.Try(Submit)!.Details[0].Sentence));
    }

    [Fact]
    public void Supplement_OfAFieldOrMaterial_IsKeptByItsName()
    {
        var plan = In(ImplementationPlanState.PendingFiling);

        Assert.Null(plan.Try(RequestSupplement, remarks: [.. Notice, new(nameof(ImplementationPlanContent.Budget), "金额与方案不一致。")]));

        Assert.Equal(["实施方案", "总投资（万元）"], plan.OpenedRound!.Items.Select(i => i.Title));
        Assert.Equal("SupplementUnknownItem", In(ImplementationPlanState.PendingFiling).Try(RequestSupplement, remarks: [new("nothing", "补")])?.Code);
    }

    [Fact]
    public void Edit_WrongValues_RefusedAtTheField()
    {
        var plan = Draft();

        Assert.Equal("ImplementationPlanMonths", Edit(Content with { Finish = new DateOnly(2026, 2, 1) })?.Code);
        Assert.Equal("ImplementationPlanBudget", Edit(Content with { Budget = -1 })?.Code);
        Assert.Equal("ImplementationPlanBudget", Edit(Content with { Budget = 1.005m })?.Code);
        Assert.Equal("ImplementationPlanTitleRequired", Edit(Content with { Title = " " })?.Code);
        Assert.Equal("TooLong", Edit(Content with { Title = new string('长', 201) })?.Code);
        Assert.Equal("ImplementationPlanNotEditable", In(ImplementationPlanState.Filed).Edit(Content, Drafter, Entries.Now)?.Code);
        Assert.Equal("NotPermitted", plan.Edit(Content, Head, Entries.Now)?.Code);
        Assert.Equal(1, plan.Version);

        Refusal? Edit(ImplementationPlanContent content) => plan.Edit(content, Drafter, Entries.Now);
    }

    [Fact]
    public void Offered_RecipientInOffice_HasNoRedirect()
    {
        var plan = In(ImplementationPlanState.PendingFiling);
        plan.Know(plan.Facts with { Filing = plan.Filing with { Recipient = plan.Filing.RecipientNow } });
        var context = new GuardContext(Drafter, PolicyLibrary.Embedded.For(plan.RegionCode), Entries.Now);
        Assert.DoesNotContain(ImplementationPlanWorkflow.Offered(plan, context), a => a.Action == Redirect);

        plan.Know(plan.Facts with { Filing = plan.Filing with { Recipient = plan.Filing.RecipientNow! with { Abolished = true } } });
        Assert.Contains(ImplementationPlanWorkflow.Offered(plan, context), a => a.Action == Redirect);
        Assert.Equal("FilingRecipientAbolished", plan.Act(Accept, null, context with { Actor = Officer }) is Decision<ImplementationPlanState>.Refused r ? r.Refusal.Code : null);
    }

    [Fact]
    public void LiveKey_OfTwoSpellings_IsOne()
    {
        Assert.Equal(Draft(content: Content with { Title = "智慧养老 服务平台（ＡＰＰ）" }).LiveKey, Draft(content: Content with { Title = "智慧养老服务平台(app)" }).LiveKey);
        Assert.Null(In(ImplementationPlanState.Cancelled).LiveKey);
    }

    [Fact]
    public void NothingElse_AsksWhetherAPlanIsFiled()
    {
        // J01 names no consequence: no guard of another workflow may be called after it.
        Assert.Equal(["J01"], ImplementationPlanWorkflow.Table.Transitions.SelectMany(t => t.Mechanisms).Distinct());
        Assert.Contains("不阻断", PolicyLibrary.Embedded.For("140000").Projects.ImplementationFiling!.Note, StringComparison.Ordinal);
        Assert.Contains(Roles.PermissionsOf(Role.Liaison), p => p == ImplementationPlanPermissions.Draft);
        Assert.Equal("已备案", DataBureau.Domain.ChineseNames.ChineseName(ImplementationPlanState.Filed));
        Assert.IsType<FilingFacts>(In(ImplementationPlanState.Filed).Filing);
    }
}
