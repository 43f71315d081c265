using DataBureau.Web;
using DataBureau.Web.Commands;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

var line = CommandLine.Parse(args);
var builder = WebApplication.CreateBuilder(line.Command is null ? args : []);
if (line.Command is not null)
    builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
try
{
    var (database, server) = await DatabaseStartup.ResolveAsync(builder.Configuration, builder.Environment, default);
    await using var _ = server;
    builder.AddBureau(database);
    await using var app = builder.Build();
    if (line.Command is not null)
        return await CommandRunner.RunAsync(app, line);

    await DatabaseStartup.PrepareAsync(app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), app.Environment, default);
    app.UseBureau();
    app.MapBureau();
    await StartupNotice.PrepareAsync(app, database);
    await app.RunAsync();
    return 0;
}
catch (StartupRefusal refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return CommandRunner.Unusable;
}

/// <summary>Named so that tests can start the real program.</summary>
public partial class Program;
