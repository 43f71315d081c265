using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DataBureau.Tests.Browser;

/// <summary>One browser for the whole run; it ends with the test process.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Instance = new(StartAsync);

    public static Task<IBrowser> GetAsync() => Instance.Value;

    private static async Task<IBrowser> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserTests.Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=zh-CN"],
        });
    }

    /// <summary>Both clicks of a double click before the first is answered: between two of the mouse, another button may take the place of the first.</summary>
    public static async Task ClickTwiceAsync(this ILocator button)
    {
        await Assertions.Expect(button).ToBeEnabledAsync();
        // As a click would: what was typed elsewhere is complete.
        await button.FocusAsync();
        await button.EvaluateAsync("button => { button.click(); button.click(); }");
    }

    /// <summary>What axe finds against WCAG 2.0 to 2.2, levels A and AA, a line each.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        // Whatever has scrolled half under the bar at the top would count as too small to hit.
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        // In one go: the other way opens a browser context for each look, to put together what frames of other origins say, and we have none.
#pragma warning disable CS0618 // It may go some day; then each look costs two seconds more.
        var result = await page.RunAxeLegacy(null, new()
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
            ResultTypes = [ResultType.Violations],
        });
#pragma warning restore CS0618
        return [.. result.Violations.Select(v => $"{new Uri(page.Url).PathAndQuery}: {v.Id} ×{v.Nodes.Length}: {v.Nodes[0].Html}")];
    }
}
