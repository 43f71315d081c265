using System.Diagnostics;
using DataBureau.Benchmarks.Consultations;
using DataBureau.Benchmarks.Inbox;
using DataBureau.Domain.Catalogue;
using DataBureau.Web;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataBureau.Benchmarks;

/// <summary>
/// The real program on a free port, in a process of its own, as in production; with two addresses for the parent: one signs in without
/// a password, one collects garbage and tells the heap. It ends when its standard input does.
/// </summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly Process _process;

    private BenchHost(Process process, Uri address)
    {
        _process = process;
        Handler = new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false };
        Client = new HttpClient(Handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Client { get; }

    public SocketsHttpHandler Handler { get; }

    public int ProcessId => _process.Id;

    public static async Task<BenchHost> StartAsync(DatabaseOptions database)
    {
        var process = Child.Start("host", database);
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The host did not start.");
        var host = new BenchHost(process, new Uri(address));
        (await host.Client.GetAsync($"/bench/sign-in/{Workbench.User}")).EnsureSuccessStatusCode();
        return host;
    }

    /// <summary>Bytes of heap in use after full collections.</summary>
    public async Task<long> HeapAsync() => long.Parse(await Client.GetStringAsync("/bench/heap"), System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What the child process does.</summary>
    public static async Task RunAsync(DatabaseOptions database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = "DataBureau.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Error";
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        // One person opens all the pages of a benchmark.
        builder.Configuration["Account:MaxOpenPages"] = "1000";
        builder.Configuration["Files:Root"] = Directory.CreateTempSubdirectory("databureau-bench-files-").FullName;
        // One person opens every circuit that is measured.
        builder.Configuration["Account:MaxOpenPages"] = "1000";
        builder.AddBureau(database);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        await using var app = builder.Build();
        app.UseBureau();
        app.MapBureau();
        app.MapGet("/bench/sign-in/{user}", async (string user, UserManager<BureauUser> users, SignInManager<BureauUser> signIn) =>
        {
            await signIn.SignInAsync((await users.FindByNameAsync(user))!, isPersistent: false);
            return Results.Ok();
        }).AllowAnonymous();
        app.MapGet("/bench/heap", () =>
        {
            MemoryWatch.Settle();
            return GC.GetTotalMemory(forceFullCollection: true);
        }).AllowAnonymous();
        app.MapGet("/bench/opinion/{id:guid}/{agrees:int}", (Guid id, int agrees) => ConsultationBenchmark.SayAsync(app.Services, id, agrees == 1)).RequireAuthorization();
        app.MapGet("/bench/entry-for-review", () => InboxCountsBenchmark.PrepareAsync(app.Services)).RequireAuthorization();
        app.MapGet("/bench/sign-off/{id:guid}", (Guid id) => InboxCountsBenchmark.SignOffAsync(app.Services, id)).RequireAuthorization();
        app.MapGet("/bench/antiforgery", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken).RequireAuthorization();
        app.MapGet("/bench/entry", async (CatalogueService catalogue) =>
            ((Outcome<CatalogueDetailView>.Done)await catalogue.CreateAsync(new CatalogueContent { Name = "带附件的目录" })).View.Id).RequireAuthorization();
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await app.StopAsync();
        Directory.Delete(app.Configuration["Files:Root"]!, recursive: true);
    }
}
