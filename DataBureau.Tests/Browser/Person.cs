using System.Collections.Concurrent;
using DataBureau.Web.Seed;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>One person in a browser of their own. What the page's console reports as an error fails the test.</summary>
internal sealed class Person : IAsyncDisposable
{
    /// <summary>Notes for which path a page has looked for the heading that takes the focus.</summary>
    private const string NoteHeading = """
        Object.defineProperty(window, 'Blazor', {
          configurable: true,
          set: blazor => {
            Object.defineProperty(window, 'Blazor', { value: blazor, writable: true });
            const dom = blazor._internal.domWrapper, focus = dom.focusBySelector;
            dom.focusBySelector = selector => { focus(selector); window.headingSought = location.pathname; };
          },
        });
        """;

    private readonly Uri _address;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors = new();

    private Person(Uri address, IBrowserContext context, IPage page)
    {
        (_address, _context, Page) = (address, context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !ExpectedErrors.Any(e => message.Text.Contains(e, StringComparison.Ordinal)))
                _errors.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public IPage Page { get; private set; }

    /// <summary>Console errors that the test itself provokes, such as a refused upload.</summary>
    public List<string> ExpectedErrors { get; } = [];

    public ILocator Alert => Page.GetByRole(AriaRole.Alert);

    public ILocator Status => Page.GetByRole(AriaRole.Status);

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static Task<Person> ArriveAsync(BureauServer server) => ArriveAsync(server.Address);

    public static async Task<Person> ArriveAsync(Uri address)
    {
        var browser = await Chromium.GetAsync();
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", BaseURL = address.ToString() });
        context.SetDefaultTimeout(30_000);
        await context.AddInitScriptAsync(NoteHeading);
        return new Person(address, context, await context.NewPageAsync());
    }

    public static Task<Person> SignInAsync(BureauServer server, string userName) => SignInAsync(server.Address, userName);

    public static async Task<Person> SignInAsync(Uri address, string userName)
    {
        var person = await ArriveAsync(address);
        await person.Page.GotoAsync("/account/login");
        await person.SignInHereAsync(userName);
        return person;
    }

    /// <summary>Fills in the sign-in form of the page that is open.</summary>
    public async Task SignInHereAsync(string userName, string password = DemoPeople.Password)
    {
        await Field("用户名").FillAsync(userName);
        await Field("密码").FillAsync(password);
        await Button("登录").ClickAsync();
        await InteractiveAsync();
        await HeadingSoughtAsync();
    }

    /// <summary>Opens an address and waits until the page answers to clicks and takes the focus from nobody any more.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        await InteractiveAsync();
        // The page that says that there is none leaves the focus alone.
        if (answer?.Status != 404)
            await HeadingSoughtAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await InteractiveAsync();
        await HeadingSoughtAsync();
    }

    public Task InteractiveAsync() => Page.Locator("[data-interactive=true] h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>A page that has just been opened takes the focus to its heading, unless the heading came late: the keyboard is used after that, from the heading on.</summary>
    public async Task HeadingFocusedAsync()
    {
        await Page.BringToFrontAsync();
        await HeadingSoughtAsync();
        await Heading.EvaluateAsync("heading => { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }");
    }

    private Task HeadingSoughtAsync() => Page.WaitForFunctionAsync("() => window.headingSought === location.pathname", null, new() { PollingInterval = 50 });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public ILocator Region(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <summary>The link of a line of the workbench, by the act that is asked for.</summary>
    public ILocator Waiting(string act, string title) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = act }).GetByRole(AriaRole.Link, new() { Name = title, Exact = true });

    public Task ExpectAlertAsync(string text) => Expect(Alert.Filter(new() { HasText = text }).First).ToBeVisibleAsync();

    public Task ExpectStatusAsync(string text) => Expect(Status.Filter(new() { HasText = text }).First).ToBeVisibleAsync();

    public async Task<byte[]> DownloadAsync(string link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Link(link).ClickAsync());
        await using var content = new MemoryStream();
        await using var stream = await download.CreateReadStreamAsync();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>A request with the person's cookies, outside the page.</summary>
    public Task<IAPIResponse> GetAsync(string path) => _context.APIRequest.GetAsync(new Uri(_address, path).ToString(), new() { MaxRedirects = 0 });

    public Task<IAPIResponse> PostFileAsync(string path, string name, byte[] content)
    {
        var form = _context.APIRequest.CreateFormData();
        form.Append("file", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        return _context.APIRequest.PostAsync(new Uri(_address, path).ToString(), new() { Multipart = form, MaxRedirects = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_errors.IsEmpty, string.Join(Environment.NewLine, _errors));
    }
}
