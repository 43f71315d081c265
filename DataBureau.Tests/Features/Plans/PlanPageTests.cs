using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>The pages of a plan on their own, over the real service.</summary>
[Trait("Category", "Service")]
public sealed class PlanPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task New_KindsOfTheBody_AreOfferedWithTheirRules()
    {
        await using var planner = await PageContext.AsAsync(bureau, "planner.shijiazhuang");

        var page = planner.Context.Render<PlanEdit>();

        page.WaitForElement(".card.kind");
        Assert.Equal("数字经济专项规划或实施方案", page.Find(".card.kind h2").TextContent);
        Assert.Contains("须向社会公布", page.Find(".card.kind").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".card.kind .basis a"));
        await page.InvokeAsync(() => Button(page, "选择").Click());
        Assert.Equal(3, page.FindAll("[aria-label=上级规划] .upstream").Count);
        Assert.Equal(nameof(NationalPlanCheck.NotChecked), Input(page, "纳入国民经济和社会发展规划").GetAttribute("value"));
    }

    [Fact]
    public async Task New_BodyThatDraftsNothing_SaysSo()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison.fujian");

        var page = liaison.Context.Render<PlanEdit>();

        page.WaitForAssertion(() => Assert.Contains("本单位没有可以编制的规划", page.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_UnreadableYear_SaysSoAtTheFieldAndSavesNothing()
    {
        await using var planner = await PageContext.AsAsync(bureau, Planner);
        var page = await ChosenAsync(planner);
        await page.InvokeAsync(() => Input(page, "规划名称").Input("年份写错的规划"));
        await page.InvokeAsync(() => Input(page, "规划期（起）").Input("今年"));

        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));

        Assert.Contains("还没有保存", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", "今年"), (Input(page, "规划期（起）").GetAttribute("aria-invalid"), Input(page, "规划期（起）").GetAttribute("value")));
        await bureau.AsAsync<EditBuffers, int>(Planner, async b => { await b.DiscardAsync("plan/new"); return 0; });
    }

    [Fact]
    public async Task New_LeftAtOnce_KindAndTextAreKeptForNextTime()
    {
        await using (var planner = await PageContext.AsAsync(bureau, "planner.taiyuan"))
        {
            var page = await ChosenAsync(planner);
            await page.InvokeAsync(() => Input(page, "规划名称").Input("写到一半"));
            await planner.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "planner.taiyuan");
        var next = again.Context.Render<PlanEdit>();
        next.WaitForElement("[aria-label=规划内容]");
        Assert.Equal("写到一半", Input(next, "规划名称").GetAttribute("value"));
        Assert.Contains("已恢复您", next.Find(".banner[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_SavedElsewhere_ShowsBothAndTheSecondSaveWins()
    {
        var plan = Done(await _kit.CreateAsync(Content()));
        await using var planner = await PageContext.AsAsync(bureau, Planner);
        var page = Edit(planner, plan.Id);
        await page.InvokeAsync(() => Input(page, "联系人").Input("我写的"));
        Done(await _kit.SaveAsync(plan, plan.Content with { ContactName = "他们写的" }));

        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));
        Assert.Equal(["他们写的", "我写的"], page.FindAll(".diff td").Select(d => d.TextContent));
        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));

        Assert.EndsWith($"/plans/{plan.Id}?saved=1", planner.Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("我写的", (await FindAsync(Planner, plan.Id)).Content.ContactName);
    }

    [Fact]
    public async Task Edit_InApproval_OnlyTheApprovalIsOpen()
    {
        var plan = await _kit.PlanAsync(PlanState.ForApproval);
        await using var planner = await PageContext.AsAsync(bureau, Planner);

        var page = Edit(planner, plan.Id);

        Assert.Equal(["批准信息"], page.FindAll("section.card").Select(s => s.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Edit_NumberTaken_SaysSoAtTheFieldAndKeepsIt()
    {
        var (first, second) = (await _kit.PlanAsync(PlanState.Approved), await _kit.PlanAsync(PlanState.ForApproval));
        await using var planner = await PageContext.AsAsync(bureau, Planner);
        var page = Edit(planner, second.Id);
        await page.InvokeAsync(() => Input(page, "批准文号").Input(first.Content.Approval.Number!));

        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));

        Assert.Contains("一个文号只能批准一件规划", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", first.Content.Approval.Number), (Input(page, "批准文号").GetAttribute("aria-invalid"), Input(page, "批准文号").GetAttribute("value")));
        await planner.Context.DisposeComponentsAsync();
    }

    [Fact]
    public async Task Detail_NoticeRefused_KeepsWhatWasWritten()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        await using var officer = await PageContext.AsAsync(bureau, Officer);
        var page = Detail(officer, plan.Id);
        await page.InvokeAsync(() => Button(page, "告知补正").ClickAsync(new()));
        await page.InvokeAsync(() => Check(page, "联系人").Change(true));
        await page.InvokeAsync(() => Check(page, "规划文本").Change(true));
        await page.InvokeAsync(() => page.Find("[aria-label=联系人的补正要求]").Input("请填写联系人。"));

        await page.InvokeAsync(() => Button(page, "发出补正告知").ClickAsync(new()));
        Assert.Contains("请写明「规划文本」缺少什么", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("请填写联系人。", page.Find("[aria-label=联系人的补正要求]").GetAttribute("value"));
        await page.InvokeAsync(() => Check(page, "规划文本").Change(false));
        await page.InvokeAsync(() => Button(page, "发出补正告知").ClickAsync(new()));

        Assert.Contains("已告知补正", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("联系人", Assert.Single((await FindAsync(Officer, plan.Id)).Rounds[0].Items).Title);
    }

    [Fact]
    public async Task Detail_SecondNotice_OffersOnlyWhatTheFirstNamed()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, null, new DataBureau.Domain.Workflow.FieldRemark("alignment", "请补交。"));
        await _kit.SupplyAsync(plan, "alignment");
        plan = await _kit.DoAsync(plan, PlanAction.Resubmit);
        await using var officer = await PageContext.AsAsync(bureau, Officer);
        var page = Detail(officer, plan.Id);

        await page.InvokeAsync(() => Button(page, "告知补正").ClickAsync(new()));

        Assert.Equal(["与省总体规划的衔接说明"], page.FindAll(".card.notice .check").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task Detail_ActedTwiceAtOnce_OneEffect()
    {
        var plan = await _kit.PlanAsync(PlanState.Approved);
        await using var planner = await PageContext.AsAsync(bureau, Planner);
        var page = Detail(planner, plan.Id);
        var acted = page.FindComponent<WorkflowActions<PlanAction>>().Instance.OnAct;

        await bureau.WhileHeldAsync(
            db => db.Plans.Where(c => c.Id == plan.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.UpdatedAt, c => c.UpdatedAt)),
            () => page.InvokeAsync(() => Task.WhenAll(acted.InvokeAsync(PlanAction.SendForFiling), acted.InvokeAsync(PlanAction.SendForFiling))));

        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == plan.Id && h.Action == "报备"));
    }

    [Fact]
    public async Task Detail_ActedElsewhere_TellsAndKeepsTheRemark()
    {
        var plan = await _kit.PlanAsync(PlanState.Accepted);
        await using var officer = await PageContext.AsAsync(bureau, Officer);
        var page = Detail(officer, plan.Id);
        await page.InvokeAsync(() => page.Find("textarea").Change("材料齐全"));

        await _kit.DoAsync(plan, PlanAction.RequestSupplement, null, new DataBureau.Domain.Workflow.FieldRemark("alignment", "请补交。"));

        page.WaitForAssertion(() => Assert.Contains("刚刚更新了本件", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("材料齐全", page.Find("textarea").GetAttribute("value"));
        await officer.Context.DisposeComponentsAsync();
        Assert.Equal(0, officer.Subscriptions);
    }

    [Fact]
    public async Task Detail_Recorded_OffersTheReceiptAndTheWayOn()
    {
        var (plan, other) = (await _kit.PlanAsync(PlanState.Accepted), await _kit.PlanAsync(PlanState.PendingFiling));
        await using var officer = await PageContext.AsAsync(bureau, Officer);
        var page = Detail(officer, plan.Id);

        await page.InvokeAsync(() => Button(page, "予以备案").ClickAsync(new()));

        Assert.Contains("140100-GHBA-2026-", page.Find(".page-header").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"a[href='/plans/{plan.Id}/receipt.xlsx']"));
        Assert.StartsWith("/plans/", page.Find(".next a.primary").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEqual(plan.Id, other.Id);
    }

    private async Task<PlanDetailView> FindAsync(string who, Guid id) => (await bureau.AsAsync<PlanService, PlanDetailView?>(who, s => s.FindAsync(id, default)))!;

    private static async Task<IRenderedComponent<PlanEdit>> ChosenAsync(PageContext person)
    {
        var page = person.Context.Render<PlanEdit>();
        page.WaitForElement(".card.kind");
        await page.InvokeAsync(() => page.Find("[aria-label='选择 大数据发展应用规划']").Click());
        page.WaitForElement("[aria-label=规划内容]");
        return page;
    }

    private static IRenderedComponent<PlanEdit> Edit(PageContext person, Guid id)
    {
        var page = person.Context.Render<PlanEdit>(p => p.Add(e => e.Id, id));
        page.WaitForElement("section.card");
        return page;
    }

    private static IRenderedComponent<PlanDetail> Detail(PageContext person, Guid id)
    {
        person.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = person.Context.Render<PlanDetail>(p => p.Add(d => d.Id, id));
        page.WaitForElement("[role=tabpanel]");
        return page;
    }

    private static IElement Input<T>(IRenderedComponent<T> page, string label)
        where T : IComponent => page.Find("#" + page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for"));

    private static IElement Check<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll(".check").Single(c => c.TextContent.Trim() == text).QuerySelector("input")!;

    private static IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(b => b.TextContent.Trim() == text);
}
