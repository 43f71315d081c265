using System.Diagnostics;
using System.Globalization;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit.Sealing;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Jurisdictions;
using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Commands;

/// <summary>The commands of the program, for operators and scripts. Results go to standard output, remarks to standard error.</summary>
public static class CommandRunner
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Unusable = 2;
    public const int SomeRejected = 3;

    public static async Task<int> RunAsync(WebApplication app, CommandLine line)
    {
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        if (line.Command != "migrate")
        {
            await DatabaseStartup.PrepareAsync(contexts, app.Environment, stop.Token);
            // A command goes by the rules in force, as the pages do.
            await app.Services.GetRequiredService<PolicySource>().RefreshAsync(stop.Token);
        }

        await using var scope = app.Services.CreateAsyncScope();
        return line.Command switch
        {
            "migrate" => await MigrateAsync(contexts, stop.Token),
            "seed" => await SeedAsync(app, line, stop.Token),
            "export" => await ExportCommand.RunAsync(scope.ServiceProvider, line, stop.Token),
            "init" => await InitCommand.RunAsync(scope.ServiceProvider, line),
            "import" => await ImportCommand.RunAsync(scope.ServiceProvider, line, Console.Out, stop.Token),
            "verify-audit" => await VerifyAuditCommand.RunAsync(scope.ServiceProvider, line, stop.Token),
            "verify-files" => await VerifyFilesCommand.RunAsync(scope.ServiceProvider, stop.Token),
            "verify-tallies" => await TallyCommands.VerifyAsync(scope.ServiceProvider, stop.Token),
            "rebuild-tallies" => await TallyCommands.RebuildAsync(scope.ServiceProvider, stop.Token),
            // Any other was refused before anything was started.
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<int> MigrateAsync(IDbContextFactory<BureauDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = await DatabaseStartup.MigrateAsync(db, cancellationToken);
        await Console.Out.WriteLineAsync(applied.Count == 0 ? "数据库结构已是最新。" : $"已升级：{string.Join('、', applied)}。");
        return Done;
    }

    private static async Task<int> SeedAsync(WebApplication app, CommandLine line, CancellationToken cancellationToken)
    {
        if (!line.Has("demo"))
            throw new StartupRefusal("seed 只写入演示数据，请写明 --demo：seed --demo [--entries N]。");
        if (!app.Environment.IsDevelopment())
            throw new StartupRefusal("演示数据只能用于开发环境（ASPNETCORE_ENVIRONMENT=Development）。");
        var entries = DemoSeed.DefaultEntries;
        if (line.Option("entries") is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out entries) && entries <= 2_000_000))
            throw new StartupRefusal($"--entries 的值「{text}」不是 0 到 2000000 之间的整数。");
        var seed = app.Services.GetRequiredService<DemoSeed>();
        var added = await seed.RunAsync(entries, cancellationToken);
        await Console.Error.WriteLineAsync(added ? "已写入演示数据。" : "数据库中已有组织机构，没有再写入演示数据。");
        foreach (var signIn in await seed.SignInsAsync(cancellationToken))
            await Console.Out.WriteLineAsync(signIn);
        await Console.Out.WriteLineAsync($"演示密码：{DemoPeople.Password}");
        return Done;
    }
}
