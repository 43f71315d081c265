using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>抄送: to whom, once, with what is said, and never to who may not see the case.</summary>
[Trait("Category", "Service")]
public sealed class CopyServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Send_ToWhoMaySeeIt_ListsTellsAndRecords()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录甲"));
        var reviewer = await IdAsync("reviewer");

        var done = Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.Done>(await SendAsync("liaison", entry, "请先看一下口径。", reviewer));

        Assert.Contains("已抄送给", done.Sentence, StringComparison.Ordinal);
        var line = Assert.Single(await CopiesAsync("reviewer"), c => c.CaseId == entry.Id);
        Assert.Equal(("抄送目录甲", "草稿", "请先看一下口径。", null), (line.Title, line.Card!.State, line.Remark, line.ReadAt));
        Assert.Equal(1, await bureau.AsAsync<CopiesService, int>("reviewer", s => s.UnreadAsync(default)));
        await using var db = bureau.OpenDb();
        Assert.Contains("请先看一下口径", (await db.History.SingleAsync(h => h.CaseId == entry.Id && h.Action == "抄送")).Comment, StringComparison.Ordinal);
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == "catalogue.Copy" && a.SubjectId == entry.Id.ToString()));
        Assert.Equal($"/catalogue/{entry.Id}", (await db.Notifications.SingleAsync(n => n.UserId == reviewer && n.Title.StartsWith("抄送"))).Href);
        Assert.Empty(await CopiesAsync("head"));
        await ReadByAsync("reviewer", entry);
    }

    [Fact]
    public async Task Open_TheCase_MarksTheReadersOwnCopyAndNobodyElses()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录乙"));
        await SendAsync("liaison", entry, null, await IdAsync("reviewer"), await IdAsync("head"));

        await ReadByAsync("liaison", entry);
        Assert.All(await CopiesOfAsync(entry), c => Assert.Null(c.ReadAt));
        await ReadByAsync("reviewer", entry);

        Assert.Equal([false, true], (await CopiesOfAsync(entry)).Select(c => c.ReadAt is not null).Order());
        await ReadByAsync("head", entry);
    }

    [Fact]
    public async Task Send_ASecondTime_RefreshesTheRemarkAndIsUnreadAgain()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录丙"));
        var head = await IdAsync("head");
        await SendAsync("liaison", entry, "第一次。", head);
        await ReadByAsync("head", entry);

        await SendAsync("liaison", entry, "第二次，口径已改。", head);

        var copy = Assert.Single(await CopiesOfAsync(entry));
        Assert.Equal(("第二次，口径已改。", null), (copy.Remark, copy.ReadAt));
        await ReadByAsync("head", entry);
    }

    [Fact]
    public async Task Send_ToSomebodyWhoMayNotSeeIt_RefusesByNameAndCopiesToNobody()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录丁"));
        var stranger = await IdAsync("liaison.fujian");

        var refused = Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.Refused>(await SendAsync("liaison", entry, null, await IdAsync("head"), stranger));

        await using var db = bureau.OpenDb();
        Assert.Equal("CopyMayNotSee", refused.Refusal.Code);
        Assert.Contains(await db.Users.Where(u => u.Id == stranger).Select(u => u.DisplayName).SingleAsync(), refused.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Empty(await CopiesOfAsync(entry));
        Assert.False(await db.History.AnyAsync(h => h.CaseId == entry.Id && h.Action == "抄送"));
    }

    [Fact]
    public async Task Send_NobodyOneselfAdministratorsOrTooLong_Refused()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录戊"));

        Assert.Equal("CopyToNobody", await CodeAsync(null));
        Assert.Equal("CopyToOneself", await CodeAsync(null, await IdAsync("liaison")));
        Assert.Equal("CopyToNobody", await CodeAsync(null, await IdAsync("sysadmin")));
        Assert.Equal("CopyRemarkTooLong", await CodeAsync(new string('长', CaseCopy.RemarkLimit + 1), await IdAsync("head")));

        async Task<string> CodeAsync(string? remark, params Guid[] to) => Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.Refused>(await SendAsync("liaison", entry, remark, to)).Refusal.Code;
    }

    [Fact]
    public async Task Send_OfACaseThatOneMayNotSee_NotFoundAndNobodyIsSuggested()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录己"));

        Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.NotFound>(await SendAsync("liaison.fujian", entry, null, await IdAsync("head")));
        Assert.Empty(await bureau.AsAsync<CopyService, IReadOnlyList<CopyPerson>>("liaison.fujian", s => s.SearchAsync(CatalogueEntry.Kind, entry.Id, "山西省", default)));
        Assert.NotEmpty(await bureau.AsAsync<CopyService, IReadOnlyList<CopyPerson>>("liaison", s => s.SearchAsync(CatalogueEntry.Kind, entry.Id, "山西省民政", default)));
        Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.NotFound>(await bureau.AsAsync<CopyService, Outcome<IReadOnlyList<SentCopy>>>("liaison", s => s.SendAsync("nonsense", entry.Id, [], null)));
    }

    [Fact]
    public async Task Send_BySeveralAtOnce_OneCopyPerPerson()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("抄送目录庚"));
        var leader = await IdAsync("leader");

        var outcomes = await Task.WhenAll(new[] { "liaison", "head", "reviewer", "bureaulead" }.Select(who => SendAsync(who, entry, who, leader)));

        Assert.All(outcomes, o => Assert.IsType<Outcome<IReadOnlyList<SentCopy>>.Done>(o));
        Assert.Single(await CopiesOfAsync(entry));
    }

    [Fact]
    public async Task Copies_FilteredByReadAndKind_AndExported()
    {
        var (read, unread) = (await bureau.EntryAsync(Contents.Complete("抄送目录辛")), await bureau.EntryAsync(Contents.Complete("抄送目录壬")));
        var lead = await IdAsync("bureaulead");
        await SendAsync("liaison", read, null, lead);
        await SendAsync("liaison", unread, null, lead);
        await ReadByAsync("bureaulead", read);

        Assert.Contains(await CopiesAsync("bureaulead", "?read=no"), c => c.CaseId == unread.Id);
        Assert.DoesNotContain(await CopiesAsync("bureaulead", "?read=no"), c => c.CaseId == read.Id);
        Assert.Contains(await CopiesAsync("bureaulead", "?read=yes"), c => c.CaseId == read.Id);
        Assert.Empty(await CopiesAsync("bureaulead", "?kind=plan"));
        await using var scope = await bureau.AsAsync("bureaulead");
        Assert.Equal((await CopiesAsync("bureaulead")).Count, await InboxLists.Copies.Rows(scope.ServiceProvider, new ListQuery(), default).CountAsync());
    }

    [Fact]
    public async Task Copies_SearchedByTitle_TogetherWithTheOtherFiltersAndInTheExport()
    {
        var (found, other) = (await bureau.EntryAsync(Contents.Complete("ETC 抄送目录")), await bureau.EntryAsync(Contents.Complete("搜索以外的抄送目录")));
        var lead = await IdAsync("bureaulead");
        await SendAsync("liaison", found, "搜索以外的附言", lead);
        await SendAsync("liaison", other, null, lead);
        await ReadByAsync("bureaulead", found);

        Assert.Equal([found.Id], (await CopiesAsync("bureaulead", "?q=etc 抄送")).Select(c => c.CaseId));
        Assert.Equal([other.Id], (await CopiesAsync("bureaulead", "?q=搜索以外&read=no")).Select(c => c.CaseId));
        Assert.Empty(await CopiesAsync("bureaulead", "?q=etc&read=no"));
        Assert.Empty(await CopiesAsync("bureaulead", "?q=etc&kind=plan"));
        Assert.Empty(await CopiesAsync("bureaulead", "?q=查看范围"));
        await using var scope = await bureau.AsAsync("bureaulead");
        Assert.Equal([found.Id], await InboxLists.Copies.Rows(scope.ServiceProvider, ListQuery.Parse("?q=Etc"), default).Select(c => c.CaseId).ToListAsync());
    }

    private Task<Outcome<IReadOnlyList<SentCopy>>> SendAsync(string who, CatalogueDetailView entry, string? remark, params Guid[] to) =>
        bureau.AsAsync<CopyService, Outcome<IReadOnlyList<SentCopy>>>(who, s => s.SendAsync(CatalogueEntry.Kind, entry.Id, to, remark));

    private Task<IReadOnlyList<SentCopy>> ReadByAsync(string who, CatalogueDetailView entry) => bureau.AsAsync<CopyService, IReadOnlyList<SentCopy>>(who, s => s.OpenAsync(CatalogueEntry.Kind, entry.Id, default));

    private async Task<IReadOnlyList<CopiedCase>> CopiesAsync(string who, string query = "") => (await bureau.AsAsync<CopiesService, Page<CopiedCase>>(who, s => s.ListAsync(ListQuery.Parse(query) with { PageSize = 200 }, default))).Rows;

    private async Task<List<CaseCopy>> CopiesOfAsync(CatalogueDetailView entry)
    {
        await using var db = bureau.OpenDb();
        return await db.CaseCopies.AsNoTracking().Where(c => c.CaseId == entry.Id).ToListAsync();
    }

    private async Task<Guid> IdAsync(string who)
    {
        await using var db = bureau.OpenDb();
        return await db.Users.Where(u => u.UserName == who).Select(u => u.Id).SingleAsync();
    }
}
