using Microsoft.Playwright;

namespace DataBureau.Benchmarks.Pages;

/// <summary>A headless Chromium of this machine.</summary>
internal sealed class Browser(IPlaywright playwright, IBrowser browser) : IAsyncDisposable
{
    public const string Absence = "There is no Chromium on this machine.";

    private static readonly string[] Places = ["/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <returns>Null when there is none.</returns>
    public static async Task<Browser?> StartAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } path)
            return null;
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>A visitor with an empty cache; signed in when given somebody's cookies.</summary>
    public async Task<IBrowserContext> NewVisitorAsync(IReadOnlyList<BrowserContextCookiesResult>? cookies = null)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN" });
        if (cookies is not null)
            await context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite, Secure = c.Secure }));
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
