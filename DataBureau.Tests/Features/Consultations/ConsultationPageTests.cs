using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Consultations;

/// <summary>The page of a consultation on its own, over the real services.</summary>
[Trait("Category", "Service")]
public sealed class ConsultationPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ConsultationKit _kit = new(bureau.Services);

    [Fact]
    public async Task Countersign_FromTheToDo_IsOfferedUnderTheMinutes()
    {
        var view = await _kit.MinutedAsync();
        var todo = (await bureau.AsAsync<InboxService, Page<InboxItem>>("liaison", s => s.ListAsync(new ListQuery { PageSize = 1000 }, default))).Rows.Single(i => i.CaseId == view.Id);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Open(liaison, view, todo.Href.Split('?')[1]);

        Assert.Contains("会商议定统一接口。", page.Find("section[aria-label=办理]").TextContent, StringComparison.Ordinal);
        Assert.Equal("会议与纪要", page.Find("[role=tab][aria-selected=true]").TextContent);
        await page.InvokeAsync(() => Button(page, "会签").ClickAsync(new()));

        Assert.NotNull((await _kit.FindAsync(view.Id)).Units[0].CountersignedAt);
        Assert.Contains("已会签", page.Find(".banner[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(Buttons(page, "会签"));
    }

    [Fact]
    public async Task Draft_OfAClosedRound_CannotBeHandedInAndIsGivenUpOnRequest()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        await using (var liaison = await PageContext.AsAsync(bureau, "liaison"))
        {
            var typing = Open(liaison, view, "tab=mine");
            await typing.InvokeAsync(() => Input(typing, "事项 1 具体意见").Change("写到一半"));
            Assert.NotEmpty(Buttons(typing, "提交意见"));
        }

        await _kit.SaidAsync(view, "liaison", OpinionKind.Disagree, "不具备条件。");
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        view = await _kit.DoAsync(view, ConsultationAction.AskAgain);
        await using var again = await PageContext.AsAsync(bureau, "liaison");
        var page = Open(again, view, "tab=mine");

        Assert.Equal("写到一半", Input(page, "事项 1 未提交的内容").GetAttribute("value"));
        Assert.Empty(Buttons(page, "提交意见"));
        await page.InvokeAsync(() => Button(page, "放弃未提交的内容").ClickAsync(new()));
        Assert.NotEmpty(Buttons(page, "提交意见"));
        Assert.DoesNotContain("写到一半", page.Markup, StringComparison.Ordinal);
        await using var third = await PageContext.AsAsync(bureau, "liaison");
        Assert.DoesNotContain("写到一半", Open(third, view, "tab=mine").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_RoundClosedMeanwhile_IsTakenAwayFromTheOpenPage()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        await _kit.SaidAsync(view, "liaison", OpinionKind.Agree);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Open(liaison, view, "tab=mine");
        Assert.NotEmpty(Buttons(page, "提交意见"));

        await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);

        page.WaitForAssertion(() => Assert.Empty(Buttons(page, "提交意见")));
        Assert.Empty(page.FindAll("section.opinion select"));
        Assert.Contains("本件刚刚有更新", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_SeveralOpinionsWithoutText_AllAreNamedBesideTheButton()
    {
        var view = await _kit.DoAsync(await _kit.PreparedAsync([await _kit.BodyAsync("山西省民政厅")], 3), ConsultationAction.Send);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Open(liaison, view, "tab=mine");
        foreach (var number in new[] { 1, 3 })
            await page.InvokeAsync(() => Input(page, $"事项 {number} 意见").Change(nameof(OpinionKind.Disagree)));

        await page.InvokeAsync(() => Button(page, "提交意见").ClickAsync(new()));

        var said = page.Find(".banner[role=alert]");
        Assert.Contains("事项 1、3 选了「不同意」，请写明具体意见和理由。", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("submit", said.NextElementSibling!.ClassName, StringComparison.Ordinal);
        page.WaitForAssertion(() => liaison.Context.JSInterop.VerifyFocusAsyncInvoke());
        Assert.Equal(2, page.FindAll(".message").Count);
    }

    [Fact]
    public async Task AgreeToAll_SomeAreChosen_FillsInTheOthersAndHandsNothingIn()
    {
        var view = await _kit.DoAsync(await _kit.PreparedAsync([await _kit.BodyAsync("山西省民政厅")], 3), ConsultationAction.Send);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Open(liaison, view, "tab=mine");
        await page.InvokeAsync(() => Input(page, "事项 2 意见").Change(nameof(OpinionKind.NoComment)));

        await page.InvokeAsync(() => Button(page, "全部同意").ClickAsync(new()));

        Assert.All((await _kit.FindAsync(view.Id)).Units[0].Cells, c => Assert.Equal(CellMark.Awaited, c));
        await page.InvokeAsync(() => Button(page, "提交意见").ClickAsync(new()));
        Assert.Equal([CellMark.Agree, CellMark.NoComment, CellMark.Agree], (await _kit.FindAsync(view.Id)).Units[0].Cells);
    }

    [Fact]
    public async Task Invite_Refused_IsSaidBesideTheButtonAndTakesTheFocus()
    {
        var view = await _kit.PreparedAsync([await _kit.BodyAsync("山西省民政厅")]);
        await using var reviewer = await PageContext.AsAsync(bureau, ConsultationKit.Convenor);
        var page = Open(reviewer, view, "tab=matter");
        await page.InvokeAsync(() => page.FindComponent<OrganisationPicker>().Instance.ValueChanged.InvokeAsync(view.ConvenorId));

        await page.InvokeAsync(() => Button(page, "邀请").ClickAsync(new()));

        // The tab draws itself at once, the page that answers a moment later.
        var said = page.WaitForElement(".banner[role=alert]");
        Assert.Contains("组织单位不需要邀请自己", said.TextContent, StringComparison.Ordinal);
        Assert.NotNull(said.PreviousElementSibling!.QuerySelectorAll("button").SingleOrDefault(b => b.TextContent == "邀请"));
        page.WaitForAssertion(() => reviewer.Context.JSInterop.VerifyFocusAsyncInvoke());
    }

    [Fact]
    public async Task Question_TypedWhileTheOneBeforeIsSaved_Stays()
    {
        var view = await _kit.PreparedAsync([], 1);
        await using var reviewer = await PageContext.AsAsync(bureau, ConsultationKit.Convenor);
        var page = Open(reviewer, view, "tab=matter");
        await page.InvokeAsync(() => Input(page, "新增事项").Change("第二项？"));

        await bureau.WhileHeldAsync(
            db => db.Consultations.Where(c => c.Id == view.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.UpdatedAt, c => c.UpdatedAt)),
            async () =>
            {
                var adding = page.InvokeAsync(() => Button(page, "增加事项").ClickAsync(new()));
                await page.InvokeAsync(() => Input(page, "新增事项").Input("第三项写到一半"));
                await adding;
            });

        Assert.Equal("第三项写到一半", Input(page, "新增事项").GetAttribute("value"));
        Assert.Equal(2, (await _kit.FindAsync(view.Id)).Questions.Count);
    }

    [Fact]
    public async Task Subject_OfAPlan_IsALinkForThoseWhoMayOpenIt()
    {
        var convenor = await _kit.BodyAsync("山西省数据局");
        var plan = Plan.Draft(Guid.CreateVersion7(), "P03", convenor, "140000", new PlanContent { Title = "数字山西建设规划" }, DateTimeOffset.UnixEpoch);
        await using (var db = _kit.OpenDb())
        {
            db.Plans.Add(plan);
            await db.SaveChangesAsync();
        }

        var view = ConsultationKit.Done(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(ConsultationKit.Convenor, s => s.CreateAsync(null, Plan.CaseKind, plan.Id, ConsultationKit.Content())));
        view = ConsultationKit.Done(await _kit.ConveneAsync(s => s.AddQuestionAsync(view.Id, view.Version, "是否同意？")));
        var civil = await _kit.BodyAsync("山西省民政厅");
        view = ConsultationKit.Done(await _kit.ConveneAsync(s => s.InviteAsync(view.Id, view.Version, civil)));
        await _kit.AttachAsync(view);
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.Send);

        await using var reviewer = await PageContext.AsAsync(bureau, ConsultationKit.Convenor);
        Assert.Equal("数字山西建设规划", Open(reviewer, view, "tab=matter").Find($"a[href='/plans/{plan.Id}']").TextContent);
        // The invited unit may not open another body's draft.
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var seen = Open(liaison, view, "tab=matter");
        Assert.Empty(seen.FindAll($"a[href='/plans/{plan.Id}']"));
        Assert.Contains("数字山西建设规划", seen.Find("[role=tabpanel]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dissent_Escalated_IsQuotedAndNoSuccessAndNamesTheLeadingGroup()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省行政审批服务管理局"));
        await _kit.SaidAsync(view, "govinfo", OpinionKind.Disagree, "不具备条件。");
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        foreach (var question in view.Questions)
            view = ConsultationKit.Done(await _kit.ConveneAsync(s => s.SettleAsync(view.Id, view.Version, question.Id, DissentOutcome.Escalated, "协调未果。")));
        var office = Assert.Single(await _kit.AsAsync<EscalationOffices, IReadOnlyList<(Guid Id, string Name)>>(ConsultationKit.Convenor, s => s.ForAsync("140000", default)));
        view = ConsultationKit.Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Escalated, EscalatedToId = office.Id })));
        await using var reviewer = await PageContext.AsAsync(bureau, ConsultationKit.Convenor);

        var page = Open(reviewer, view, "tab=dissent");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("blockquote").Count));
        Assert.All(page.FindAll("blockquote"), q => Assert.StartsWith("不具备条件。", q.TextContent, StringComparison.Ordinal));
        Assert.All(page.FindAll("[role=tabpanel] .badge"), b => Assert.Equal(("上报", true), (b.TextContent, b.ClassList.Contains("tone-attention"))));
        const string group = "山西省领导小组办公室（设在山西省数据局）";
        Assert.Equal((group, group), (office.Name, view.EscalatedTo));
    }

    private static IRenderedComponent<ConsultationDetail> Open(PageContext person, ConsultationView view, string query)
    {
        person.Navigation.NavigateTo($"/consultations/{view.Id}?{query}");
        var page = person.Context.Render<ConsultationDetail>(p => p.Add(d => d.Id, view.Id));
        page.WaitForElement("[role=tabpanel]");
        // The unit's own opinion is read after the case.
        page.WaitForState(() => !page.Markup.Contains("正在读取", StringComparison.Ordinal));
        return page;
    }

    private static IElement Input(IRenderedComponent<ConsultationDetail> page, string label) => page.Find("#" + page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for"));

    private static IElement Button(IRenderedComponent<ConsultationDetail> page, string words) => Assert.Single(Buttons(page, words));

    private static List<IElement> Buttons(IRenderedComponent<ConsultationDetail> page, string words) => [.. page.FindAll("button").Where(b => b.TextContent == words)];
}
