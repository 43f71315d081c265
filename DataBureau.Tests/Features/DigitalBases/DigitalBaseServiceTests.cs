using Bunit;
using DataBureau.Domain.DigitalBases;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.DigitalBases.DigitalBaseKit;

namespace DataBureau.Tests.Features.DigitalBases;

/// <summary>J02 over the real database: consent, building, connection, the two gates, a second application, races, scope.</summary>
[Trait("Category", "Service")]
public sealed class DigitalBaseServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly DigitalBaseKit _kit = new(bureau);

    [Theory]
    [InlineData("planner.fujian", "DigitalBaseNotAsked")]
    [InlineData("planner.shijiazhuang", "DigitalBaseNotAsked")]
    [InlineData("planner.taiyuan", "DigitalBaseNotAskedHere")]
    [InlineData("reviewer.taiyuan", "NotPermitted")]
    public async Task Create_WhereNothingAsksForIt_RefusedAndNotOffered(string who, string code)
    {
        Assert.Equal(code, Refused(await _kit.CreateAsync(who)).Code);
        var options = await bureau.AsAsync<DigitalBaseService, CaseListOptions>(who, s => s.ListOptionsAsync(default));
        Assert.Equal((false, code is not "DigitalBaseNotAsked"), (options.CanDraft, options.Asked));
    }

    [Fact]
    public async Task MainLine_ByItsPeople_IsConsentedConnectedAndClosed()
    {
        var consented = await _kit.BaseAsync(DigitalBaseState.Consented);
        Assert.StartsWith("140100-SZDZ-2026-", consented.ConsentNumber, StringComparison.Ordinal);
        Assert.Equal(("太原市大数据应用局", Argument), (consented.Authority!.Name, consented.Content.Argument));

        var closed = await _kit.GoOnAsync(consented, DigitalBaseState.Closed);

        Assert.Equal((consented.ConsentNumber, Verification), (closed.ConsentNumber, closed.Content.Verification));
        Assert.Empty(closed.Permitted);
        Assert.Equal("DigitalBaseExists", Refused(await _kit.CreateAsync()).Code);
    }

    [Fact]
    public async Task New_WhileAnotherLives_IsRefusedOnOpening()
    {
        var first = await _kit.BaseAsync();
        Assert.Equal("DigitalBaseExists", (await WhyNotAsync())?.Code);
        await using (var applicant = await Catalogue.PageContext.AsAsync(bureau, Applicant))
        {
            var page = applicant.Context.Render<DigitalBaseEdit>();
            page.WaitForAssertion(() => Assert.Contains("请在那一件上继续", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
            Assert.Empty(page.FindAll("textarea"));
        }

        await _kit.DoAsync(first, DigitalBaseAction.Discard);
        Assert.Null(await WhyNotAsync());

        Task<DataBureau.Domain.Workflow.Refusal?> WhyNotAsync() => bureau.AsAsync<DigitalBaseService, DataBureau.Domain.Workflow.Refusal?>(Applicant, s => s.WhyNotNewAsync(default));
    }

    [Fact]
    public async Task Consent_UnderAReservedNumber_TakesIt()
    {
        var argued = await _kit.BaseAsync(DigitalBaseState.UnderArgument);
        argued = Done(await _kit.SaveAsync(argued, argued.Content with { Argument = Argument }, Reviewer));
        var reserved = Assert.IsType<Outcome<Web.Features.Numbers.NumberRow>.Done>(await bureau.AsAsync<Web.Features.Numbers.NumberService, Outcome<Web.Features.Numbers.NumberRow>>(Reviewer,
            s => s.ReserveAsync(Guid.NewGuid(), DigitalBaseCase.ConsentNumbers.Code, "140100", "纸质同意函"))).View.Entry;
        Assert.Contains((await _kit.FindAsync(argued.Id, Lead))!.Numbers, n => n.Text == reserved.Text);

        var consented = Done(await bureau.AsAsync<DigitalBaseService, Outcome<DigitalBaseView>>(Lead, s => s.ActAsync(argued.Id, argued.Version, DigitalBaseAction.Consent, null, reserved.Text)));

        Assert.Equal(reserved.Text, consented.ConsentNumber);
    }

    [Fact]
    public async Task Gates_BeforeConsentAndBeforeConnection_RefuseAndNothingIsWritten()
    {
        var argued = await _kit.BaseAsync(DigitalBaseState.UnderArgument);
        Assert.Equal("DigitalBaseNoConsent", Refused(await _kit.ActAsync(argued, DigitalBaseAction.ReportBuilt)).Code);
        Assert.Equal("DigitalBaseNotArgued", Refused(await _kit.ActAsync(argued, DigitalBaseAction.Consent)).Code);

        var built = await _kit.GoOnAsync(argued, DigitalBaseState.Built);
        Assert.Equal(("DigitalBaseNotConnected", "J02"), Refused(await _kit.ActAsync(built, DigitalBaseAction.Close)) is var r ? (r.Code, r.Basis!.Mechanism) : default);
        await using var db = bureau.OpenDb();
        Assert.Equal((DigitalBaseState.Built, built.Version), await db.DigitalBases.Where(b => b.Id == built.Id).Select(b => new ValueTuple<DigitalBaseState, int>(b.State, b.Version)).SingleAsync());
    }

    [Fact]
    public async Task Consent_ByAReviewer_NotPermittedAndByTwoLeadsAtOnceOneNumber()
    {
        var argued = await _kit.BaseAsync(DigitalBaseState.UnderArgument);
        argued = Done(await _kit.SaveAsync(argued, argued.Content with { Argument = Argument }, Reviewer));
        Assert.Equal("NotPermitted", Refused(await _kit.ActAsync(argued, DigitalBaseAction.Consent, Reviewer)).Code);
        Assert.IsType<Outcome<DigitalBaseView>.Refused>(await _kit.ActAsync(argued, DigitalBaseAction.Consent, "bureaulead"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.ActAsync(argued, DigitalBaseAction.Consent)));

        Assert.Single(outcomes.OfType<Outcome<DigitalBaseView>.Done>());
        Assert.Equal(3, outcomes.OfType<Outcome<DigitalBaseView>.Conflict>().Count());
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.LedgerNumbers.CountAsync(n => n.CaseId == argued.Id));
    }

    [Fact]
    public async Task Create_FromTwoTabs_OneApplication()
    {
        var first = await _kit.BaseAsync();
        await _kit.DoAsync(first, DigitalBaseAction.Discard);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.CreateAsync()));

        Assert.Single(outcomes.OfType<Outcome<DigitalBaseView>.Done>());
        Assert.All(outcomes.OfType<Outcome<DigitalBaseView>.Refused>(), r => Assert.Equal("DigitalBaseExists", r.Refusal.Code));
    }

    [Fact]
    public async Task Records_OfArgumentAndVerification_AreTheAuthoritysToWrite()
    {
        var argued = await _kit.BaseAsync(DigitalBaseState.UnderArgument);
        Assert.Equal((DigitalBasePart.None, DigitalBasePart.Argument), ((await _kit.FindAsync(argued.Id))!.Editable, (await _kit.FindAsync(argued.Id, Reviewer))!.Editable));
        Assert.Equal("DigitalBaseNotYours", Refused(await _kit.SaveAsync(argued, argued.Content with { Argument = Argument }, Applicant)).Code);

        var kept = Done(await _kit.SaveAsync(argued, argued.Content with { Argument = Argument, Application = argued.Content.Application with { Title = "改名" } }, Reviewer));

        Assert.Equal(("小店区数字底座", "填写了论证记录：论证日期、参加人员、论证结论"), (kept.Title, kept.History[^1].Comment));
        var built = await _kit.GoOnAsync(kept, DigitalBaseState.Built);
        built = Done(await _kit.SaveAsync(built, built.Content with { Verification = Verification }, Reviewer));
        built = await _kit.DoAsync(built, DigitalBaseAction.FailVerification, "三个接口未连通。");
        Assert.Equal((DigitalBaseState.Built, new BaseVerification()), (built.State, built.Content.Verification));
    }

    [Fact]
    public async Task Reapply_AfterARefusal_IsASecondApplicationBesideTheFirst()
    {
        var refused = await _kit.DoAsync(await _kit.BaseAsync(DigitalBaseState.UnderArgument), DigitalBaseAction.RefuseConsent, "市级底座已能满足。");
        Assert.Equal([DigitalBaseAction.Reapply], (await _kit.FindAsync(refused.Id))!.Permitted.Select(p => p.Action));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _kit.ActAsync(refused, DigitalBaseAction.Reapply)));

        var again = Assert.Single(outcomes.OfType<Outcome<DigitalBaseView>.Done>()).View;
        Assert.Equal([2, 1], again.Rounds.Select(r => r.Round));
        Assert.Equal("DigitalBaseAppliedAgain", again.Permitted.Single().WhyNot?.Code);
        var second = (await _kit.FindAsync(again.Rounds[0].Id))!;
        Assert.Equal((DigitalBaseState.Draft, refused.Content.Application), (second.State, second.Content.Application));
        await _kit.GoOnAsync(second, DigitalBaseState.Consented);
    }

    [Fact]
    public async Task Return_ByTheAuthority_NeedsWordsAndGoesBackToTheCounty()
    {
        var applied = await _kit.BaseAsync(DigitalBaseState.Applied);
        Assert.Equal("CommentRequired", Refused(await _kit.ActAsync(applied, DigitalBaseAction.Return, Reviewer)).Code);

        var returned = Done(await _kit.ActAsync(applied, DigitalBaseAction.Return, Reviewer, "请补充连通方案。"));

        Assert.Equal(DigitalBaseState.Draft, returned.State);
        Assert.Equal(DigitalBasePart.Application, (await _kit.FindAsync(applied.Id))!.Editable);
    }

    [Fact]
    public async Task Find_ByOthers_NotFound()
    {
        var applied = await _kit.BaseAsync(DigitalBaseState.Applied);

        Assert.Null(await _kit.FindAsync(applied.Id, "reviewer.fujian"));
        Assert.Null(await _kit.FindAsync(applied.Id, "liaison.taiyuan"));
        Assert.IsType<Outcome<DigitalBaseView>.NotFound>(await _kit.ActAsync(applied, DigitalBaseAction.OpenArgument, "reviewer.shijiazhuang"));
        Assert.Equal("NotPermitted", Refused(await _kit.ActAsync(applied, DigitalBaseAction.OpenArgument, "reviewer")).Code);
    }

    [Fact]
    public async Task Files_EachSide_WhileItIsTheirTurn()
    {
        var draft = await _kit.BaseAsync();
        Assert.Equal((true, false), (await RightsAsync(draft.Id, Applicant), await RightsAsync(draft.Id, Reviewer)));

        var argued = await _kit.GoOnAsync(draft, DigitalBaseState.UnderArgument);
        Assert.Equal((false, true), (await RightsAsync(argued.Id, Applicant), await RightsAsync(argued.Id, Reviewer)));

        async Task<bool?> RightsAsync(Guid id, string who) => (await bureau.AsAsync<AttachmentService, CaseAttachments?>(who, s => s.FindAsync(DigitalBase.CaseKind, id, default)))?.Rights.CanChange;
    }

    [Fact]
    public async Task Inbox_OfTheAuthority_AgreesWithTheListAndTheMenu()
    {
        await _kit.BaseAsync(DigitalBaseState.Applied);

        var items = await bureau.AsAsync<InboxService, Page<InboxItem>>(Reviewer, s => s.ListAsync(ListQuery.Parse($"?kind={DigitalBase.CaseKind}&size=200"), default));
        var counts = await bureau.AsAsync<InboxService, IReadOnlyDictionary<string, int>>(Reviewer, s => s.CountsAsync(default));
        var page = await bureau.AsAsync<DigitalBaseService, Page<DigitalBaseRow>>(Reviewer, s => s.ListAsync(new CaseFilter<DigitalBaseState> { Waiting = true, PageSize = 200 }, default));

        Assert.Contains(items.Rows, i => i.Act == "受理并组织论证");
        Assert.Equal((page.Total, page.Total), (items.Total, counts[DigitalBase.CaseKind]));
        Assert.NotNull(await bureau.AsAsync<DigitalBaseService, Guid?>(Reviewer, s => s.NextAsync(Guid.Empty, default)));
    }

    [Fact]
    public async Task Export_OfTheList_HasWhatTheReaderSees()
    {
        var applied = await _kit.BaseAsync(DigitalBaseState.Applied);

        Assert.Contains(applied.Id, (await ExportAsync(Reviewer)).Select(r => r.Id));
        Assert.Empty(await ExportAsync("reviewer.fujian"));

        Task<List<DigitalBaseRow>> ExportAsync(string who) => bureau.AsAsync<DigitalBaseService, List<DigitalBaseRow>>(who, s => s.StreamAsync(new CaseFilter<DigitalBaseState>(), default).ToListAsync().AsTask());
    }
}
