using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Components;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>What every case page is made of.</summary>
public sealed class WorkflowComponentsPageTests : IDisposable
{
    private readonly BunitContext _context = ShellContext.Create();

    public static TheoryData<Outcome<string>, string> Outcomes => new()
    {
        { new Outcome<string>.Done("v", "已提交"), "status" },
        { new Outcome<string>.Refused(WorkflowRefusals.CommentRequired("退回"), null), "alert" },
        { new Outcome<string>.Conflict("v", "已由他人更新"), "alert" },
        { new Outcome<string>.NotFound(), "alert" },
    };

    [Theory]
    [MemberData(nameof(Outcomes), DisableDiscoveryEnumeration = true)]
    public void OutcomeBanner_EveryOutcome_InterruptsOnlyWhenNothingWasDone(Outcome<string> outcome, string role)
    {
        var banner = _context.Render<OutcomeBanner>(p => p.Add(b => b.Notice, Notice.Of(outcome)));

        Assert.Equal(role, banner.Find(".banner").GetAttribute("role"));
        Assert.NotEmpty(banner.Find(".banner").TextContent.Trim());
    }

    [Fact]
    public void Actions_OneIsNotPossibleNow_IsDisabledAndDescribedByTheReason()
    {
        var actions = Render([new PermittedAct<CatalogueAction>(CatalogueAction.Submit, "提交", false, false, new Refusal("Incomplete", "缺少必填内容。"), []), Free(CatalogueAction.Discard)], busy: false);

        var submit = actions.FindAll("button")[0];
        Assert.True(submit.HasAttribute("disabled"));
        Assert.Contains("暂不能提交：缺少必填内容。", actions.Find("#" + submit.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        Assert.False(actions.FindAll("button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public void Actions_SeveralThingsStandInTheWay_AllAreNamed()
    {
        var actions = Render([new PermittedAct<CatalogueAction>(CatalogueAction.Submit, "提交", false, false, new Refusal("Incomplete", "缺少必填内容。"), []) { Further = [new Refusal("Materials", "还缺材料。") { Details = [new("text", "请上传文本。")] }] }], busy: false);

        var why = actions.Find(".why-not").TextContent;
        Assert.Contains("缺少必填内容。", why, StringComparison.Ordinal);
        Assert.Contains("还缺材料。", why, StringComparison.Ordinal);
        Assert.Contains("请上传文本。", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_ActUnderWay_NoneCanBeClicked() =>
        Assert.All(Render([Free(CatalogueAction.Approve), Free(CatalogueAction.Return)], busy: true).FindAll("button"), b => Assert.True(b.HasAttribute("disabled")));

    [Fact]
    public async Task Actions_ClickedTwice_SecondHalfOfADoubleClickDoesNothing()
    {
        var acts = new List<CatalogueAction>();
        var actions = _context.Render<WorkflowActions<CatalogueAction>>(p => p.Add(a => a.Permitted, [Free(CatalogueAction.Submit)]).Add(a => a.OnAct, acts.Add));

        // At one go, in the renderer's own time: the pause after the first click cannot end between the two.
        await actions.InvokeAsync(() =>
        {
            var first = actions.Find("button").ClickAsync(new());
            actions.Render(p => p.Add(a => a.Permitted, [Free(CatalogueAction.Withdraw)]));
            Assert.True(actions.Find("button").HasAttribute("disabled"));
            return Task.WhenAll(first, actions.Find("button").ClickAsync(new()));
        });

        Assert.Equal([CatalogueAction.Submit], acts);
        Assert.False(actions.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void Actions_UsualStepIsNotPossible_NoOtherActLooksLikeIt() =>
        Assert.Empty(Render([new PermittedAct<CatalogueAction>(CatalogueAction.Submit, "提交", false, false, new Refusal("Incomplete", "缺少必填内容。"), []), Free(CatalogueAction.Discard)], busy: false).FindAll(".primary"));

    public void Dispose() => _context.Dispose();

    private static PermittedAct<CatalogueAction> Free(CatalogueAction action) => new(action, action.ToString(), false, false, null, []);

    private IRenderedComponent<WorkflowActions<CatalogueAction>> Render(IReadOnlyList<PermittedAct<CatalogueAction>> permitted, bool busy) =>
        _context.Render<WorkflowActions<CatalogueAction>>(p => p.Add(a => a.Permitted, permitted).Add(a => a.Busy, busy));
}
