using DataBureau.Domain.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>Drafting and approval: what can be entered wrongly is answered with a sentence, and nothing is lost.</summary>
[Trait("Category", "Service")]
public sealed class PlanServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Create_OwnKind_IsADraftWithHistoryAndAudit()
    {
        var plan = Done(await _kit.CreateAsync(Content()));

        Assert.Equal((PlanState.Draft, 1, "太原市小店区数据局", PlanParts.Content), (plan.State, plan.Version, plan.OrganisationName, plan.Editable));
        Assert.Equal("新建", Assert.Single(plan.History).Action);
        await using var db = bureau.OpenDb();
        var audit = await db.Audit.SingleAsync(a => a.SubjectKind == "plan" && a.SubjectId == plan.Id.ToString());
        Assert.Equal("plan.Create", audit.Action);
        Assert.Contains("\"规划名称\":", audit.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P01", Planner, "PlanWrongLevel", "由省级编制")]
    [InlineData("P08", Planner, "PlanKindUnknown", "没有")]
    [InlineData("P02", "liaison", "PlanWrongLevel", "由市级、县级编制")]
    [InlineData("P03", "liaison", "PlanNotTheDrafter", "本单位没有登记这项职责")]
    [InlineData("P02", Officer, "NotPermitted", "没有「编制规划」的权限")]
    public async Task Create_KindThatIsNotTheirs_RefusedWithASentence(string kind, string who, string code, string words)
    {
        var refusal = Refused(await _kit.CreateAsync(Content(), kind, who));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WhatCannotBe_RefusedAtTheField()
    {
        var content = Content();

        Assert.Equal(nameof(PlanContent.Title), Refused(await _kit.CreateAsync(content with { Title = " " })).Details.Single().Field);
        Assert.Equal(nameof(PlanContent.Title), Refused(await _kit.CreateAsync(content with { Title = new string('长', 201) })).Details.Single().Field);
        Assert.Equal(nameof(PlanContent.PeriodTo), Refused(await _kit.CreateAsync(content with { PeriodTo = content.PeriodFrom - 1 })).Details.Single().Field);
        Assert.Equal("PlanPeriodRange", Refused(await _kit.CreateAsync(content with { PeriodFrom = 26 })).Code);
        Assert.Equal("TooLong", Refused(await _kit.CreateAsync(content with { Upstream = [new("province", null, "省规划", new string('长', 201))] })).Code);
    }

    [Fact]
    public async Task Create_SameKindAndPeriodAgain_Refused()
    {
        var content = Content();
        Done(await _kit.CreateAsync(content));

        Assert.Equal("PlanExists", Refused(await _kit.CreateAsync(content with { Title = "换个名称" })).Code);
    }

    [Fact]
    public async Task Create_SameKindAndPeriodAtOnce_OneIsMade()
    {
        var content = Content();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.CreateAsync(content)));

        Assert.Single(outcomes.OfType<Outcome<PlanDetailView>.Done>());
        Assert.All(outcomes.OfType<Outcome<PlanDetailView>.Refused>(), r => Assert.Equal("PlanExists", r.Refusal.Code));
    }

    [Fact]
    public async Task Save_Changed_HistorySaysWhat()
    {
        var plan = Done(await _kit.CreateAsync(Content()));

        var saved = Done(await _kit.SaveAsync(plan, plan.Content with { ContactName = "王静", Upstream = [] }));

        Assert.Equal("修改了：联系人、上级规划", saved.History[^1].Comment);
        Assert.Equal(2, saved.Version);
    }

    [Fact]
    public async Task Save_NothingChanged_NothingIsWritten()
    {
        var plan = Done(await _kit.CreateAsync(Content()));

        var saved = Done(await _kit.SaveAsync(plan, plan.Content with { Upstream = [.. plan.Content.Upstream] }));

        Assert.Equal(1, saved.Version);
        Assert.Single(saved.History);
    }

    [Fact]
    public async Task Save_OldVersion_IsAConflictAndChangesNothing()
    {
        var plan = Done(await _kit.CreateAsync(Content()));
        Done(await _kit.SaveAsync(plan, plan.Content with { ContactName = "先到" }));

        var outcome = await _kit.SaveAsync(plan, plan.Content with { ContactName = "后到" });

        Assert.Equal("先到", Assert.IsType<Outcome<PlanDetailView>.Conflict>(outcome).View.Content.ContactName);
    }

    [Fact]
    public async Task Save_InApproval_ChangesTheApprovalOnly()
    {
        var plan = await _kit.PlanAsync(PlanState.ForApproval);
        Assert.Equal(PlanParts.Approval, (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(plan.Id, default)))!.Editable);

        var saved = Done(await _kit.SaveAsync(plan, plan.Content with { Title = "另一个名称", PublishedIn = "公报", Approval = await _kit.ApprovalAsync(plan) }));

        Assert.Equal((plan.Content.Title, null), (saved.Content.Title, saved.Content.PublishedIn));
        Assert.Equal("太原市小店区人民政府", saved.ApprovingOrganName);
    }

    [Fact]
    public async Task Save_WhileSomebodyElseDecides_Refused()
    {
        var plan = await _kit.PlanAsync(PlanState.InternalReview);

        Assert.Equal("PlanNotEditable", Refused(await _kit.SaveAsync(plan, plan.Content with { ContactName = "王静" })).Code);
    }

    [Fact]
    public async Task Find_OfAnotherBody_NotFoundUntilItIsFiledWithIt()
    {
        var plan = await _kit.PlanAsync(PlanState.Approved);
        Assert.Null(await FindAsync(Officer));
        Assert.Null(await FindAsync("liaison.taiyuan"));
        Assert.Null(await FindAsync("sysadmin"));
        Assert.NotNull(await FindAsync(Head));

        await _kit.GoOnAsync(plan, PlanState.PendingFiling);

        Assert.NotNull(await FindAsync(Officer));
        Assert.Null(await FindAsync("filing.xiaodian"));

        Task<PlanDetailView?> FindAsync(string who) => bureau.AsAsync<PlanService, PlanDetailView?>(who, s => s.FindAsync(plan.Id, default));
    }

    [Fact]
    public async Task Submit_TextMissing_RefusedAndOffered()
    {
        var plan = Done(await _kit.CreateAsync(Content()));

        var refusal = Refused(await _kit.ActAsync(plan, PlanAction.Submit));

        Assert.Equal(("PlanMaterialsMissing", "text"), (refusal.Code, refusal.Details.Single().Field));
        Assert.Null(refusal.Basis);
        Assert.Contains("由本局设定", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(refusal.Sentence, plan.Permitted.Single(p => p.Action == PlanAction.Submit).WhyNot!.Sentence);
    }

    [Fact]
    public async Task Submit_UpstreamOfAnotherRegion_Refused()
    {
        await using var db = bureau.OpenDb();
        var foreign = Plan.Draft(Guid.NewGuid(), "P01", await _kit.OrganAsync("福建省数据管理局"), "350000", new PlanContent { Title = "福建省的规划" }, bureau.Clock.Now);
        db.Plans.Add(foreign);
        await db.SaveChangesAsync();
        var plan = Done(await _kit.CreateAsync(Content() with { Upstream = [new("province", foreign.Id, foreign.Content.Title, "2026年版")] }));
        await _kit.AttachAsync(plan, "text");

        var refusal = Refused(await _kit.ActAsync(plan, PlanAction.Submit));

        Assert.Contains("是其他辖区的规划", refusal.Details.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOff_OwnSubmission_Refused()
    {
        var plan = await _kit.PlanAsync(PlanState.InternalReview);

        // Neither the one who submitted nor anybody outside the body.
        Assert.Equal("NotPermitted", Refused(await _kit.ActAsync(plan, PlanAction.Approve, Planner)).Code);
        Assert.IsType<Outcome<PlanDetailView>.NotFound>(await _kit.ActAsync(plan, PlanAction.Approve, "bureauhead.taiyuan"));
    }

    [Fact]
    public async Task RecordApproval_OrganOfTheWrongLevel_RefusedWithASentence()
    {
        var plan = await _kit.PlanAsync(PlanState.ForApproval);
        var approval = await _kit.ApprovalAsync(plan) with { OrganId = await _kit.OrganAsync("太原市人民政府") };
        plan = Done(await _kit.SaveAsync(plan, plan.Content with { Approval = approval }));

        var refusal = Refused(await _kit.ActAsync(plan, PlanAction.RecordApproval));

        Assert.Equal("批准机关应当是本级人民政府，「太原市人民政府」不是。", refusal.Details.Single().Sentence);
    }

    [Fact]
    public async Task Approval_NumberOfAnotherPlanAtOnce_OneIsSavedTheOtherIsTold()
    {
        var (a, b) = (await _kit.PlanAsync(PlanState.ForApproval), await _kit.PlanAsync(PlanState.ForApproval));
        var approval = await _kit.ApprovalAsync(a);

        // The same number, written in another width and with other brackets.
        var outcomes = await Task.WhenAll(_kit.SaveAsync(a, a.Content with { Approval = approval }), _kit.SaveAsync(b, b.Content with { Approval = approval with { Number = approval.Number!.Replace('〔', '[').Replace('〕', ']').Replace("号", " 号", StringComparison.Ordinal) } }));

        Assert.Single(outcomes.OfType<Outcome<PlanDetailView>.Done>());
        Assert.Equal("PlanApprovalNumberTaken", Assert.Single(outcomes.OfType<Outcome<PlanDetailView>.Refused>()).Refusal.Code);
    }

    [Fact]
    public async Task Options_OfABody_AreItsKindsOrgansAndUpstreamPlans()
    {
        var options = await bureau.AsAsync<PlanService, PlanFormOptions?>(Planner, s => s.OptionsAsync(null, default));

        Assert.Equal(["P02", "P04", "P06"], options!.Kinds.Select(k => k.Kind));
        Assert.Equal(["太原市小店区人民政府", "太原市人民政府", "山西省人民政府"], options.Organs.Select(o => o.Name));
        Assert.Null(await bureau.AsAsync<PlanService, PlanFormOptions?>(Officer, s => s.OptionsAsync(null, default)));
    }
}
