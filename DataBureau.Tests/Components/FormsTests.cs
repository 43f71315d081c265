using Bunit;
using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace DataBureau.Tests.Components;

public sealed class FormsTests : IDisposable
{
    private readonly BunitContext _context = ShellContext.Create();

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "field");
    }

    [Theory]
    [InlineData(Tone.Danger, "alert")]
    [InlineData(Tone.Attention, "alert")]
    [InlineData(Tone.Success, "status")]
    [InlineData(Tone.Info, "status")]
    public void Banner_Tone_DecidesWhetherItInterrupts(Tone tone, string role)
    {
        var banner = _context.Render<Banner>(p => p.Add(b => b.Tone, tone).AddChildContent("已保存"));

        Assert.Equal(role, banner.Find(".banner").GetAttribute("role"));
        Assert.Empty(banner.FindAll("button"));
    }

    [Fact]
    public void Field_WithHintAndMessage_DescribesItsInput()
    {
        var field = _context.Render<Field>(p => p.Add(f => f.Label, "名称").Add(f => f.Hint, "与印发文件一致").Add(f => f.Message, "请填写名称").Add(f => f.Required, true)
            .AddChildContent<TextInput>());

        var input = field.Find("input");
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("名称", field.Find("label").TextContent);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find("#" + id).TextContent);
        Assert.Contains(described, text => text.Contains("请填写名称", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-03", 2026, 11, 3)]
    [InlineData("2026/1/5", 2026, 1, 5)]
    [InlineData("2026年1月5日", 2026, 1, 5)]
    [InlineData(" 20260105 ", 2026, 1, 5)]
    public void DateInput_WrittenAsPeopleDo_IsRead(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), DateInput.Read(text));

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("26-1-5")]
    [InlineData("明天")]
    [InlineData("2027-01-01")]
    public void DateInput_NoDateInRange_SaysSo(string text)
    {
        DateOnly? value = new DateOnly(2020, 1, 1);
        var input = _context.Render<DateInput>(p => p.Add(i => i.AriaLabel, "日期").Add(i => i.Max, new DateOnly(2026, 12, 31)).Add(i => i.ValueChanged, (DateOnly? date) => value = date));

        input.Find("input[type=text]").Change(text);

        Assert.Null(value);
        Assert.Equal(text, input.Find("input[type=text]").GetAttribute("value"));
        Assert.Equal("true", input.Find("input[type=text]").GetAttribute("aria-invalid"));
        Assert.Contains("2026-11-03", input.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Tabs_ArrowKey_ShowsTheNextPanelOnly()
    {
        var tabs = _context.Render<Tabs>(p => p
            .AddChildContent<Tab>(t => t.Add(x => x.Key, "a").Add(x => x.Title, "内容").AddChildContent("第一"))
            .AddChildContent<Tab>(t => t.Add(x => x.Key, "b").Add(x => x.Title, "差异").AddChildContent("第二")));
        Assert.Equal("第一", tabs.Find("[role=tabpanel]").TextContent);

        tabs.Find("[role=tablist]").KeyDown("ArrowRight");

        Assert.Equal("第二", tabs.Find("[role=tabpanel]").TextContent);
        Assert.Equal("差异", tabs.Find("[aria-selected=true]").TextContent);
    }

    [Fact]
    public void Tabs_OneAppearsLater_StandsWhereItIsWritten()
    {
        var tabs = _context.Render<Tabs>(p => p.Add(t => t.ChildContent, Written(opinions: false)));

        tabs.Render(p => p.Add(t => t.ChildContent, Written(opinions: true)));
        Assert.Equal(["事项", "意见", "历史"], tabs.FindAll("[role=tab]").Select(t => t.TextContent));
        tabs.Find("[role=tablist]").KeyDown("End");
        Assert.Equal("历史", tabs.Find("[aria-selected=true]").TextContent);
        Assert.Equal(["事项", "意见", "历史"], tabs.FindAll("[role=tab]").Select(t => t.TextContent));
        tabs.Render(p => p.Add(t => t.ChildContent, Written(opinions: false)));

        Assert.Equal(["事项", "历史"], tabs.FindAll("[role=tab]").Select(t => t.TextContent));

        // As a page writes them: each at its own place, whichever of them are there.
        static RenderFragment Written(bool opinions) => builder =>
        {
            builder.AddContent(0, One("事项"));
            if (opinions)
                builder.AddContent(1, One("意见"));
            builder.AddContent(2, One("历史"));
        };

        static RenderFragment One(string title) => builder =>
        {
            builder.OpenComponent<Tab>(0);
            builder.AddComponentParameter(1, nameof(Tab.Key), title);
            builder.AddComponentParameter(2, nameof(Tab.Title), title);
            builder.AddComponentParameter(3, nameof(Tab.ChildContent), (RenderFragment)(content => content.AddContent(0, title)));
            builder.CloseComponent();
        };
    }

    [Fact]
    public void Stepper_CurrentStep_IsMarked()
    {
        var stepper = _context.Render<Stepper>(p => p.Add(s => s.Steps, [new("填报", StepState.Done), new("审核", StepState.Current), new("发布", StepState.Upcoming)]));

        Assert.StartsWith("审核", stepper.Find("[aria-current=step] .name").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfirmDialog_Answered_ReturnsTheAnswerAndCloses()
    {
        var dialog = _context.Render<ConfirmDialog>(p => p.Add(d => d.Title, "退回修改").Add(d => d.ConfirmText, "退回"));

        var answer = dialog.InvokeAsync(dialog.Instance.AskAsync);
        dialog.WaitForElement(".dialog-actions button:last-child").Click();

        Assert.True(await answer);
        Assert.Empty(dialog.FindAll(".dialog-actions"));
    }

    [Fact]
    public async Task FileUpload_DisposedWhileUploading_CancelsOnceAndKeepsQuietWhenTheBrowserIsGone()
    {
        _context.Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        var module = _context.JSInterop.SetupModule("./js/upload.js");
        module.Mode = JSRuntimeMode.Loose;
        module.SetupVoid("cancel", _ => true).SetException(new JSDisconnectedException("gone"));
        var upload = _context.Render<FileUpload>(p => p.Add(u => u.Endpoint, "/files"));
        upload.Find("input").Change("x");
        await upload.InvokeAsync(() => upload.Instance.OnStarted("目录.xlsx"));

        await _context.DisposeComponentsAsync();

        Assert.Equal("token", module.VerifyInvoke("start").Arguments[2]);
        module.VerifyInvoke("cancel");
    }

    [Fact]
    public async Task FileUpload_Refused_SaysWhyInTheServersWords()
    {
        _context.Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        var upload = _context.Render<FileUpload>(p => p.Add(u => u.Endpoint, "/files"));

        await upload.InvokeAsync(() => upload.Instance.OnEnded([new("表.xlsx", "400", "文件内容不是 xlsx 表格"), new("大.xlsx", "size")]));

        Assert.Contains("文件内容不是 xlsx 表格", upload.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("「大.xlsx」超过 50 MB", upload.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => _context.Dispose();
}
