using ClosedXML.Excel;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>A further edition: what it changes, and that it can be told from the first.</summary>
[Trait("Category", "Service")]
public sealed class PlanEditionTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Amend_Filed_TakesThePlaceOfTheFirstEditionWithItsOwnNumber()
    {
        var first = await _kit.PlanAsync(PlanState.Filed);
        Assert.Equal("CommentRequired", Refused(await _kit.ActAsync(first, PlanAction.Amend)).Code);
        var amended = await _kit.DoAsync(first, PlanAction.Amend, "增加算力布局。");
        Assert.Equal([2, 1], amended.Editions.Select(e => e.Edition));
        Assert.Equal("PlanLaterEdition", Refused(await _kit.ActAsync(amended, PlanAction.Amend, null, "再改一次。")).Code);
        Assert.NotNull(amended.Permitted.Single(p => p.Action == PlanAction.Amend).WhyNot);

        var draft = (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(amended.Editions[0].Id, default)))!;
        Assert.Equal(PlanApproval.Empty, draft.Content.Approval);
        var second = await _kit.GoOnAsync(draft, PlanState.Filed);

        Assert.NotEqual(first.FilingNumber, second.FilingNumber);
        Assert.Equal([PlanState.Filed, PlanState.Superseded], second.Editions.Select(e => e.State));
        var old = (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(first.Id, default)))!;
        Assert.Equal(("替代", first.FilingNumber), (old.History[^1].Action, old.FilingNumber));
    }

    [Fact]
    public async Task Changes_OfAFurtherEdition_AreOnItsPageAndItsForm()
    {
        var first = await _kit.PlanAsync(PlanState.Filed);
        Assert.Null(first.Changes);
        var amended = await _kit.DoAsync(first, PlanAction.Amend, "增加算力布局。");
        var draft = await FindAsync(amended.Editions[0].Id);
        Assert.Empty(draft.Changes!.Changes);

        await _kit.SaveAsync(draft, draft.Content with { Summary = "新的主要内容。" });

        var changed = await FindAsync(draft.Id);
        Assert.Equal((1, first.FilingNumber, "增加算力布局。"), (changed.Changes!.Edition, changed.Changes.FilingNumber, changed.Changes.Reason));
        Assert.Equal(new CaseChange("主要内容", first.Content.Summary, "新的主要内容。"), Assert.Single(changed.Changes.Changes));
        var cells = await CellsAsync(PlanWorkbook.Form(changed, []));
        Assert.Superset(new HashSet<string>(["原备案号", first.FilingNumber!, "变更原因", "增加算力布局。", "变更前", "变更后", first.Content.Summary!, "新的主要内容。"], StringComparer.Ordinal), cells);
        Assert.DoesNotContain("变更原因", await CellsAsync(PlanWorkbook.Form(first, [])));

        async Task<PlanDetailView> FindAsync(Guid id) => (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(id, default)))!;

        static async Task<HashSet<string>> CellsAsync(FormWorkbook form)
        {
            using var file = new MemoryStream();
            using (form)
                await form.SaveAsync(file);
            file.Position = 0;
            using var book = new XLWorkbook(file);
            return [.. book.Worksheets.Single().CellsUsed().Select(c => c.GetString())];
        }
    }

    [Fact]
    public async Task Titles_OfAFurtherEdition_SayWhichItIs()
    {
        var first = await _kit.PlanAsync(PlanState.Filed);
        var draft = (await _kit.DoAsync(first, PlanAction.Amend, "增加算力布局。")).Editions[0].Id;
        var named = $"{first.Content.Title}（第 2 版）";

        var rows = (await bureau.AsAsync<PlanService, Page<PlanRow>>(Planner, s => s.ListAsync(new PlanFilter { Search = first.Content.Title }, default))).Rows;
        var items = (await bureau.AsAsync<InboxService, Page<InboxItem>>(Planner, s => s.ListAsync(ListQuery.Parse($"?kind={Plan.CaseKind}&size=200"), default))).Rows;

        Assert.Equal([first.Content.Title, named], rows.OrderBy(r => r.Edition).Select(r => r.Name));
        Assert.Equal(named, items.Single(i => i.CaseId == draft).Title);
    }
}
