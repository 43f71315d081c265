using DataBureau.Web.Seed;
using Microsoft.Playwright;

namespace DataBureau.Benchmarks.Pages;

/// <summary>What a browser with an empty cache fetches for its first page, from the published program.</summary>
internal sealed class FirstPageBenchmark : IBenchmark
{
    private const double Kilobyte = 1024;
    private const int Rounds = 5;

    public string Name => "first-page";

    public string Summary => "bytes on the wire and time of the first page in a cold Chromium";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var browser = await Browser.StartAsync();
        if (browser is null)
        {
            report.Skip(Browser.Absence);
            return;
        }

        await using var program = await PublishedProgram.StartAsync(await bench.FilledAsync());
        await MeasureAsync(report, browser, program.Address + "/account/login", "login", null, "h1");
        await using var signedIn = await browser.NewVisitorAsync();
        var page = await signedIn.NewPageAsync();
        await page.GotoAsync(program.Address + "/account/login");
        await page.GetByLabel("用户名").FillAsync(Workbench.User);
        await page.GetByLabel("密码").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        var cookies = await signedIn.CookiesAsync();
        await MeasureAsync(report, browser, program.Address + "/catalogue?size=50", "catalogue", cookies, "tbody tr >> nth=49");
    }

    /// <param name="ready">What is on the page when it is complete.</param>
    private static async Task MeasureAsync(Report report, Browser browser, string address, string name, IReadOnlyList<BrowserContextCookiesResult>? cookies, string ready)
    {
        var times = new List<double>();
        var kinds = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            await using var visitor = await browser.NewVisitorAsync(cookies);
            var page = await visitor.NewPageAsync();
            var requests = new List<IRequest>();
            page.RequestFinished += (_, request) => requests.Add(request);
            times.Add(await Measure.MillisecondsAsync(async () =>
            {
                await page.GotoAsync(address);
                await page.WaitForSelectorAsync(ready);
            }));
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            kinds.Clear();
            foreach (var request in requests)
            {
                var size = await request.SizesAsync();
                kinds[request.ResourceType] = kinds.GetValueOrDefault(request.ResourceType) + size.ResponseBodySize + size.ResponseHeadersSize;
            }
        }

        foreach (var (kind, bytes) in kinds.OrderByDescending(k => k.Value))
            report.Figure($"{name}: {kind}", bytes / Kilobyte, "KB");
        report.AtMost($"{name}: total on the wire", kinds.Values.Sum() / Kilobyte, "KB", 260, "with response headers");
        report.Figure($"{name}: drawn", Measure.Percentile(times, 0.5), "ms", $"median of {Rounds}, each with an empty cache");
    }
}
