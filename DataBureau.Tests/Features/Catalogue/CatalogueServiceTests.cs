using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class CatalogueServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _names;

    [Fact]
    public async Task Act_MainLine_EntryIsPublishedWithHistoryAndAudit()
    {
        var id = await NewAsync();
        await DoneAsync("liaison", id, CatalogueAction.Submit);
        await DoneAsync("head", id, CatalogueAction.Approve);
        await DoneAsync("reviewer", id, CatalogueAction.Approve);
        var view = await DoneAsync("reviewer", id, CatalogueAction.Publish);

        Assert.Equal(CatalogueState.Published, view.State);
        Assert.Equal(["新建", "提交", "通过", "通过", "发布"], view.History.Select(h => h.Action));
        await using var db = bureau.OpenDb();
        var text = id.ToString();
        Assert.Equal(5, await db.Audit.CountAsync(a => a.SubjectKind == "catalogue" && a.SubjectId == text));
    }

    [Fact]
    public async Task Act_Refused_NothingIsWritten()
    {
        var id = await NewAsync(Contents.Complete(Name()) with { Sharing = null });

        var outcome = await ActAsync("liaison", id, CatalogueAction.Submit);

        var refused = Assert.IsType<Outcome<CatalogueDetailView>.Refused>(outcome);
        Assert.Equal("Incomplete", refused.Refusal.Code);
        Assert.NotNull(refused.Refusal.Basis);
        await using var db = bureau.OpenDb();
        Assert.Equal(1, (await db.CatalogueEntries.SingleAsync(e => e.Id == id)).Version);
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == id));
    }

    [Fact]
    public async Task Act_TwoReviewersSameVersion_OneWinsTheOtherIsTold()
    {
        var id = await NewAsync();
        await DoneAsync("liaison", id, CatalogueAction.Submit);
        var version = (await DoneAsync("head", id, CatalogueAction.Approve)).Version;

        var outcomes = await Task.WhenAll(
            bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("reviewer", s => s.ActAsync(id, version, CatalogueAction.Approve, null)),
            bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("bureaulead", s => s.ActAsync(id, version, CatalogueAction.Return, "请补充信息项")));

        Assert.Single(outcomes.OfType<Outcome<CatalogueDetailView>.Done>());
        Assert.Single(outcomes.OfType<Outcome<CatalogueDetailView>.Conflict>());
        await using var db = bureau.OpenDb();
        Assert.Equal(4, await db.History.CountAsync(h => h.CaseId == id));
    }

    [Fact]
    public async Task Act_DoubleSubmit_OneEffect()
    {
        var id = await NewAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.ActAsync(id, 1, CatalogueAction.Submit, null))));

        Assert.Single(outcomes.OfType<Outcome<CatalogueDetailView>.Done>());
        Assert.Equal(3, outcomes.OfType<Outcome<CatalogueDetailView>.Conflict>().Count());
    }

    [Fact]
    public async Task Find_OtherDepartmentsEntry_NotFound()
    {
        var id = await NewAsync();

        Assert.Null(await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison.taiyuan", s => s.FindAsync(id, default)));
        Assert.Null(await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("sysadmin", s => s.FindAsync(id, default)));
        Assert.IsType<Outcome<CatalogueDetailView>.NotFound>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.taiyuan", s => s.ActAsync(id, 1, CatalogueAction.Submit, null)));
    }

    [Fact]
    public async Task Act_UpperBureauOnCityEntry_NotPermitted()
    {
        var id = await NewAsync(as_: "liaison.taiyuan");
        await DoneAsync("liaison.taiyuan", id, CatalogueAction.Submit);
        await DoneAsync("head.taiyuan", id, CatalogueAction.Approve);

        var refused = Assert.IsType<Outcome<CatalogueDetailView>.Refused>(await ActAsync("reviewer", id, CatalogueAction.Approve));

        Assert.Equal("NotPermitted", refused.Refusal.Code);
    }

    [Fact]
    public async Task Revise_Published_RevisionBesideItAndThenInItsPlace()
    {
        var id = await PublishedAsync();
        var name = (await FindAsync("liaison", id)).Content.Name;
        await DoneAsync("liaison", id, CatalogueAction.Revise);
        var old = await FindAsync("liaison", id);
        var next = old.Revisions.Single(r => r.Revision == 2);

        Assert.Equal(CatalogueState.Published, old.State);
        Assert.Equal("RevisionUnderWay", Assert.Single(old.Permitted).WhyNot?.Code);
        var saved = await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.SaveAsync(next.Id, 1, Contents.Complete(name) with { Abstract = "新摘要" }));
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(saved);
        await DoneAsync("liaison", next.Id, CatalogueAction.Submit);
        await DoneAsync("head", next.Id, CatalogueAction.Approve);
        await DoneAsync("reviewer", next.Id, CatalogueAction.Approve);
        var published = await DoneAsync("reviewer", next.Id, CatalogueAction.Publish);

        Assert.Equal("新摘要", published.Content.Abstract);
        Assert.NotEqual("新摘要", published.Before!.Abstract);
        Assert.Equal(CatalogueState.Superseded, (await FindAsync("liaison", id)).State);
    }

    [Fact]
    public async Task Discard_Revision_PublishedIsHeadAgain()
    {
        var id = await PublishedAsync();
        await DoneAsync("liaison", id, CatalogueAction.Revise);
        var next = (await FindAsync("liaison", id)).Revisions.Single(r => r.Revision == 2);

        await DoneAsync("liaison", next.Id, CatalogueAction.Discard);

        await DoneAsync("liaison", id, CatalogueAction.Revise);
    }

    [Fact]
    public async Task Create_NameTaken_RefusedInWords()
    {
        var name = Name();
        await NewAsync(Contents.Complete(name));

        var outcome = await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(Contents.Complete(name + " ")));

        Assert.Equal("NameTaken", Assert.IsType<Outcome<CatalogueDetailView>.Refused>(outcome).Refusal.Code);
    }

    private static string Name() => $"测试目录{Interlocked.Increment(ref _names)}";

    private async Task<Guid> NewAsync(CatalogueContent? content = null, string as_ = "liaison") =>
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(as_, s => s.CreateAsync(content ?? Contents.Complete(Name())))).View.Id;

    private async Task<Guid> PublishedAsync()
    {
        var id = await NewAsync();
        await DoneAsync("liaison", id, CatalogueAction.Submit);
        await DoneAsync("head", id, CatalogueAction.Approve);
        await DoneAsync("reviewer", id, CatalogueAction.Approve);
        await DoneAsync("reviewer", id, CatalogueAction.Publish);
        return id;
    }

    private async Task<CatalogueDetailView> FindAsync(string who, Guid id) => (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>(who, s => s.FindAsync(id, default)))!;

    private async Task<Outcome<CatalogueDetailView>> ActAsync(string who, Guid id, CatalogueAction action, string? comment = null)
    {
        var version = (await FindAsync(who, id)).Version;
        return await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(id, version, action, comment));
    }

    private async Task<CatalogueDetailView> DoneAsync(string who, Guid id, CatalogueAction action, string? comment = null) =>
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await ActAsync(who, id, action, comment)).View;
}
