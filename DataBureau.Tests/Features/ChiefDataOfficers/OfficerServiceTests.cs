using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.ChiefDataOfficers.OfficerKit;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

[Trait("Category", "Service")]
public sealed class OfficerServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly OfficerKit _kit = new(bureau);

    [Fact]
    public async Task MainLine_ToTheRecord_NumberHistoryAuditAndReceipt()
    {
        var view = await _kit.AtAsync(OfficerState.Filed);

        Assert.StartsWith("140100-SXSJ-2026-", view.FilingNumber, StringComparison.Ordinal);
        Assert.Equal(["提名", "任命", "报备", "受理", "予以备案"], view.History.Select(h => h.Action));
        Assert.Equal("太原市大数据应用局", view.Recipient?.Name);
        await using var db = bureau.OpenDb();
        Assert.Equal(5, await db.Audit.CountAsync(a => a.SubjectId == view.Id.ToString() && a.Action.StartsWith("chief-data-officer.")));
        Assert.DoesNotContain(await db.Audit.Where(a => a.SubjectId == view.Id.ToString()).ToListAsync(), a => (a.Before + a.After).Contains("13803511234", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nominate_TwoForOnePostAtOnce_OneWins()
    {
        var unit = await _kit.UnitAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => _kit.CreateAsync(unit, Content($"人选{n}"))));

        Assert.Single(outcomes.OfType<Outcome<OfficerDetailView>.Done>());
        Assert.All(outcomes.OfType<Outcome<OfficerDetailView>.Refused>(), r => Assert.Equal("OfficerNominationOpen", r.Refusal.Code));
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Officers.CountAsync(a => a.OrganisationId == unit));
    }

    [Fact]
    public async Task Appoint_FromFourTabs_OneEffect()
    {
        var view = await _kit.AtAsync(OfficerState.Nominated);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.ActAsync(view, OfficerAction.Appoint)));

        Assert.Single(outcomes.OfType<Outcome<OfficerDetailView>.Done>());
        Assert.Equal(3, outcomes.OfType<Outcome<OfficerDetailView>.Conflict>().Count());
    }

    [Fact]
    public async Task HolderKey_TwoHolders_TheDatabaseSaysNo()
    {
        var view = await _kit.AtAsync(OfficerState.Appointed);
        await using var db = bureau.OpenDb();
        var actor = new Actor(Guid.NewGuid(), "某人", view.OrganisationId, "某单位", []);
        var second = OfficerAppointment.Nominate(Guid.NewGuid(), view.OrganisationId, view.RegionCode, view.Post, Content(), actor, bureau.Clock.Now);
        db.Officers.Add(second);
        db.Entry(second).Property(a => a.HolderKey).CurrentValue = OfficerAppointment.KeyOf(view.OrganisationId, view.Post);

        Assert.True(Web.Data.UniqueViolation.Is(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync()), OfficerConfiguration.HolderIndex));
    }

    [Fact]
    public async Task Succession_Appointed_TheHolderGivesWayInTheSameSave()
    {
        var unit = await _kit.UnitAsync();
        var old = await _kit.AtAsync(OfficerState.Filed, unit, Content("原任", "2025-03-01"));
        var draft = await _kit.DoAsync(old, OfficerAction.Replace);
        var next = (await bureau.AsAsync<OfficerService, OfficerDetailView?>(Liaison, s => s.FindAsync(draft.SuccessorId!.Value, default)))!;
        Assert.Equal("原任", next.IncumbentName);
        next = Done(await _kit.SaveAsync(next, Content("接任", "2026-03-01")));

        var outcome = Assert.IsType<Outcome<OfficerDetailView>.Done>(await _kit.ActAsync(next, OfficerAction.Appoint));

        Assert.EndsWith("原任原任任职至 2026-02-28。", outcome.Sentence, StringComparison.Ordinal);
        old = (await bureau.AsAsync<OfficerService, OfficerDetailView?>(Liaison, s => s.FindAsync(old.Id, default)))!;
        Assert.Equal((OfficerState.Succeeded, new DateOnly(2026, 2, 28), "卸任"), (old.State, old.EndedOn, old.History[^1].Action));
        var posts = (await bureau.AsAsync<UnitPostService, UnitView?>(Liaison, s => s.FindAsync(unit, default)))!.Posts;
        Assert.DoesNotContain(posts.Single(p => p.Post == DataPost.ChiefDataOfficer).Stretches, s => s.IsGap);
    }

    [Fact]
    public async Task Succession_HolderRemovedMeanwhile_Conflict()
    {
        var unit = await _kit.UnitAsync();
        var old = await _kit.AtAsync(OfficerState.Appointed, unit, Content("原任", "2025-03-01"));
        var next = Done(await _kit.CreateAsync(unit, Content("接任")));

        var outcomes = await Task.WhenAll(_kit.ActAsync(next, OfficerAction.Appoint), _kit.ActAsync(old, OfficerAction.Remove, comment: "调离。"));

        // Whichever was first: never two effects on one row, and one holder at most.
        await using var db = bureau.OpenDb();
        var rows = await db.Officers.Where(a => a.OrganisationId == unit).ToListAsync();
        Assert.True(rows.Count(r => r.IsHolding) <= 1);
        Assert.Contains(outcomes, o => o is Outcome<OfficerDetailView>.Done);
        Assert.All(rows, r => Assert.Equal(r.Version, db.History.Count(h => h.CaseId == r.Id && h.CaseVersion != null)));
    }

    [Fact]
    public async Task Remove_TheLastHolder_WarnsAndOpensATodo()
    {
        var unit = await _kit.UnitAsync();
        var view = await _kit.AtAsync(OfficerState.Filed, unit);
        Assert.True(view.WouldVacate);
        Assert.DoesNotContain(await Todo(Liaison), IsVacancy);

        var outcome = Assert.IsType<Outcome<OfficerDetailView>.Done>(await _kit.ActAsync(view, OfficerAction.Remove, comment: "工作调动。"));

        Assert.Contains("岗位现已空缺", outcome.Sentence, StringComparison.Ordinal);
        Assert.Contains(await bureau.AsAsync<CoverageService, IReadOnlyList<UnitRow>>(Officer, async s => (await s.ListAsync(new CoverageFilter { Figure = CoverageFigure.Vacant, PageSize = 200 }, default)).Rows), r => r.Id == unit);
        Assert.Contains(await Todo(Liaison), IsVacancy);
        var post = (await bureau.AsAsync<UnitPostService, UnitView?>(Liaison, s => s.FindAsync(unit, default)))!.Posts.Single(p => p.Post == DataPost.ChiefDataOfficer);
        Assert.True(post.IsVacant);

        bool IsVacancy(InboxItem item) => item.Href.Contains($"unit={unit}&post=ChiefDataOfficer", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_UnderAReservedNumber_TakesIt()
    {
        var view = await _kit.AtAsync(OfficerState.Accepted);
        var reserved = Assert.IsType<Outcome<Web.Features.Numbers.NumberRow>.Done>(await bureau.AsAsync<Web.Features.Numbers.NumberService, Outcome<Web.Features.Numbers.NumberRow>>(Officer,
            s => s.ReserveAsync(Guid.NewGuid(), OfficerCase.FilingNumbers.Code, "140100", "纸质备案"))).View.Entry;

        var filed = Done(await bureau.AsAsync<OfficerService, Outcome<OfficerDetailView>>(Officer, s => s.ActAsync(view.Id, view.Version, OfficerAction.Record, null, null, reserved.Text)));

        Assert.Equal(reserved.Text, filed.FilingNumber);
    }

    [Fact]
    public async Task Remove_Filed_IsInTheOfficesInboxUntilItTookNote()
    {
        var view = await _kit.AtAsync(OfficerState.Filed);
        var done = Assert.IsType<Outcome<OfficerDetailView>.Done>(await _kit.ActAsync(view, OfficerAction.Remove, comment: "工作调动。"));
        Assert.Contains($"已列入{view.Recipient!.Name}的待办", done.Sentence, StringComparison.Ordinal);
        Assert.Equal("并民免〔2026〕3号", done.View.RemovalNumber);
        Assert.Contains(await Todo(Officer), i => i.CaseId == view.Id && i.Act == "知悉免去");
        Assert.Contains(await WaitingAsync(), r => r.Id == view.Id && r.RemovalNumber == "并民免〔2026〕3号");
        Assert.DoesNotContain(done.View.Permitted, p => p.Action == OfficerAction.TakeNote);

        var noted = await _kit.DoAsync(done.View, OfficerAction.TakeNote);

        Assert.NotNull(noted.RemovalNotedAt);
        Assert.DoesNotContain(await Todo(Officer), i => i.CaseId == view.Id);
        Assert.DoesNotContain(await WaitingAsync(), r => r.Id == view.Id);
        Assert.DoesNotContain((await bureau.AsAsync<OfficerService, OfficerDetailView?>(Officer, s => s.FindAsync(view.Id, default)))!.Permitted, p => p.Action == OfficerAction.TakeNote);

        async Task<IReadOnlyList<OfficerRow>> WaitingAsync() =>
            (await bureau.AsAsync<OfficerService, Page<OfficerRow>>(Officer, s => s.ListAsync(new OfficerFilter { View = RosterView.Waiting, PageSize = 200 }, default))).Rows;
    }

    [Fact]
    public async Task Unit_History_ShowsTheGap()
    {
        var unit = await _kit.UnitAsync();
        var first = await _kit.AtAsync(OfficerState.Appointed, unit, Content("甲", "2026-01-01"));
        await _kit.DoAsync(first, OfficerAction.Remove, "调离。", OfficerKit.Removal(new DateOnly(2026, 6, 30)));
        await _kit.AtAsync(OfficerState.Appointed, unit, Content("乙", "2026-07-11"));

        var post = (await bureau.AsAsync<UnitPostService, UnitView?>(Liaison, s => s.FindAsync(unit, default)))!.Posts.Single(p => p.Post == DataPost.ChiefDataOfficer);

        Assert.Equal(["乙", null, "甲"], post.Stretches.Select(s => s.PersonName));
        Assert.Equal((new Term(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 10)), 10), (post.Stretches[1].Term, post.Stretches[1].Term.Days));
    }

    [Fact]
    public async Task Supplement_AndBack_TheReturnPath()
    {
        var view = await _kit.AtAsync(OfficerState.PendingFiling);
        view = await _kit.DoAsync(view, OfficerAction.RequestSupplement, "请补齐。", new FieldRemark(nameof(OfficerContent.Office), "请写明分工。"));
        view = Done(await _kit.SaveAsync(view, view.Content with { Office = "副局长（分管数据）", Phone = "13803511234" }));
        view = await _kit.DoAsync(view, OfficerAction.Resubmit, "已写明。");
        view = await _kit.DoAsync(await _kit.DoAsync(view, OfficerAction.Accept), OfficerAction.Record);

        Assert.Equal((OfficerState.Filed, "已写明。", "副局长（分管数据）"), (view.State, view.Rounds.Single().Answer, view.Content.Office));
    }

    [Fact]
    public async Task Abolish_WhileAFilingIsOpen_OnlyRefusalAndRemovalAreLeft()
    {
        var view = await _kit.AtAsync(OfficerState.Accepted);
        await using (var db = bureau.OpenDb())
            await db.Organisations.Where(o => o.Id == view.OrganisationId).ExecuteUpdateAsync(o => o.SetProperty(x => x.AbolishedAt, bureau.Clock.Now));

        Assert.Equal("OfficerUnitAbolished", Refused(await _kit.ActAsync(view, OfficerAction.Record)));
        Assert.Equal(OfficerState.FilingRefused, (await _kit.DoAsync(view, OfficerAction.Refuse, "单位已撤销。")).State);
        Assert.Equal("NotPermitted", Refused(await _kit.CreateAsync(view.OrganisationId)));
    }

    [Fact]
    public async Task Abolish_ByTheAdministrator_EndsWhatWasOpen()
    {
        var unit = await _kit.UnitAsync();
        var filed = await _kit.AtAsync(OfficerState.Accepted, unit);
        var nominated = await _kit.AtAsync(OfficerState.Nominated, unit, post: DataPost.Steward);

        var outcome = await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin.taiyuan", s => s.AbolishAsync(unit, 1, "机构改革。"));

        Assert.Contains("2 件首席数据官", Assert.IsType<Outcome<OrganisationView>.Done>(outcome).Sentence, StringComparison.Ordinal);
        await using var db = bureau.OpenDb();
        var rows = await db.Officers.Where(a => a.OrganisationId == unit).ToDictionaryAsync(a => a.Id);
        Assert.Equal((OfficerState.Removed, OfficerState.Discarded, new DateOnly(2026, 11, 20)), (rows[filed.Id].State, rows[nominated.Id].State, rows[filed.Id].EndedOn));
        Assert.All(rows.Values, r => Assert.Null(r.HolderKey ?? r.NominationKey));
        Assert.Equal("单位撤销", (await db.History.Where(h => h.CaseId == filed.Id).OrderBy(h => h.CaseVersion).LastAsync()).Action);
        Assert.IsType<Outcome<OfficerDetailView>.Conflict>(await _kit.ActAsync(filed, OfficerAction.Record));
    }

    [Theory]
    [InlineData("head.taiyuan", "NotPermitted")]
    [InlineData("reviewer.taiyuan", "NotPermitted")]
    [InlineData("liaison.shijiazhuang", "NotPermitted")]
    public async Task Nominate_WithoutThePermissionThere_Refused(string who, string code) => Assert.Equal(code, Refused(await _kit.CreateAsync(await _kit.UnitAsync(), who: who)));

    [Fact]
    public async Task Nominate_TermBackwards_RefusedAndNothingWritten()
    {
        var unit = await _kit.UnitAsync();

        Assert.Equal("OfficerTermBackwards", Refused(await _kit.CreateAsync(unit, Content(from: "2026-03-01", to: "2026-02-28"))));
        await using var db = bureau.OpenDb();
        Assert.False(await db.Officers.AnyAsync(a => a.OrganisationId == unit));
    }

    [Fact]
    public async Task Appoint_SamePersonElsewhere_SaidFirst()
    {
        var name = Content().PersonName + "同名";
        await _kit.AtAsync(OfficerState.Appointed, content: Content(name));
        var view = await _kit.AtAsync(OfficerState.Nominated, content: Content(name));

        Assert.Single(view.Elsewhere);
        Assert.Equal("OfficerConcurrent", Refused(await _kit.ActAsync(view, OfficerAction.Appoint)));
        view = Done(await _kit.SaveAsync(view, view.Content with { OtherPosts = "兼任" }));
        Assert.Equal(OfficerState.Appointed, (await _kit.DoAsync(view, OfficerAction.Appoint)).State);
    }

    [Fact]
    public async Task Case_OfAnotherCity_NotFound()
    {
        var view = await _kit.AtAsync(OfficerState.Appointed);

        Assert.Null(await bureau.AsAsync<OfficerService, OfficerDetailView?>("reviewer.shijiazhuang", s => s.FindAsync(view.Id, default)));
        Assert.DoesNotContain((await bureau.AsAsync<OfficerService, Page<OfficerRow>>("liaison.shijiazhuang", s => s.ListAsync(new OfficerFilter { PageSize = 200 }, default))).Rows, r => r.Id == view.Id);
        Assert.IsType<Outcome<OfficerDetailView>.NotFound>(await _kit.ActAsync(view, OfficerAction.Remove, "head.shijiazhuang", "x"));
    }

    private async Task<IReadOnlyList<InboxItem>> Todo(string who) => (await bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(new ListQuery { PageSize = 1000 }, default))).Rows;
}
