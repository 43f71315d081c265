using Bunit;
using DataBureau.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace DataBureau.Tests.Components;

public sealed class LayoutTests : IDisposable
{
    private readonly BunitContext _context = ShellContext.Create();

    private sealed class Throws : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("connection string with password");
    }

    [Fact]
    public void ErrorBoundary_PageThrows_ShowsANumberAndNotTheMessage()
    {
        var boundary = _context.Render<PageErrorBoundary>(p => p.AddChildContent<Throws>());

        Assert.DoesNotContain("password", boundary.Markup, StringComparison.Ordinal);
        Assert.Equal(16, boundary.Find("[role=alert] code").TextContent.Length);
    }

    private sealed class LosesItsBrowser : ComponentBase
    {
        protected override Task OnAfterRenderAsync(bool firstRender) => Task.FromException(new JSDisconnectedException("gone"));
    }

    private sealed class Errors : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    [Fact]
    public void ErrorBoundary_BrowserGone_IsNoErrorOfThePage()
    {
        var errors = new Errors();
        _context.Services.AddLogging(logging => logging.AddProvider(errors));

        _context.Render<PageErrorBoundary>(p => p.AddChildContent<LosesItsBrowser>());
        Assert.Empty(errors.Lines);

        _context.Render<PageErrorBoundary>(p => p.AddChildContent<Throws>());
        Assert.Single(errors.Lines);
    }

    [Fact]
    public void ErrorBoundary_NextPage_IsShown()
    {
        var boundary = _context.Render<PageErrorBoundary>(p => p.AddChildContent<Throws>());
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo("/elsewhere");

        boundary.Render(p => p.AddChildContent("另一页"));

        Assert.Equal("另一页", boundary.Markup.Trim());
    }

    [Fact]
    public void NavMenu_PolicyNotMet_EntryAndItsGroupAreAbsent()
    {
        var authorization = _context.AddAuthorization();
        authorization.SetAuthorized("李文敏");
        authorization.SetPolicies("catalogue");
        _context.Services.AddSingleton(new NavItem("目录管理", "数据目录", "/catalogue", "library_books", "catalogue", "drafts"));
        _context.Services.AddSingleton(new NavItem("管理", "审计", "/audit", "history", "audit"));
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo("/catalogue/12");
        var counts = new NavCounts();

        var menu = _context.Render<NavMenu>(p => p.Add(m => m.Counts, counts));
        counts.Set("drafts", 7);

        Assert.Equal("目录管理", Assert.Single(menu.FindAll(".group")).TextContent);
        Assert.Equal("/catalogue", menu.Find("[aria-current=page]").GetAttribute("href"));
        menu.WaitForAssertion(() => Assert.StartsWith("7", menu.Find(".count").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void NavMenu_Disposed_NoLongerListens()
    {
        _context.AddAuthorization().SetAuthorized("李文敏");
        var counts = new NavCounts();
        var menu = _context.Render<NavMenu>(p => p.Add(m => m.Counts, counts));
        var renders = menu.RenderCount;

        menu.Instance.Dispose();
        counts.Set("drafts", 7);

        Assert.Equal(renders, menu.RenderCount);
    }

    [Fact]
    public void NotPermitted_PolicyWithAName_SaysWhatIsMissingAndWhoGrantsIt()
    {
        _context.Services.AddSingleton(new NavItem("管理", "审计", "/audit", "history", "audit"));
        _context.Services.AddSingleton(new PermissionName("audit", "查看审计记录", "安全管理员"));

        var view = _context.Render<NotPermitted>(p => p.Add(n => n.Path, "/audit/2026"));

        Assert.Contains("缺少权限「查看审计记录」，由安全管理员授予。", view.Markup, StringComparison.Ordinal);
    }

    public void Dispose() => _context.Dispose();
}
