using DataBureau.Web;
using DataBureau.Web.Commands;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

var line = CommandLine.Parse(args);
var builder = WebApplication.CreateBuilder(line.Command is null ? args : []);
if (line.Command is not null)
    builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
try
{
    if (CommandShape.Problem(line) is { } problem)
        throw new StartupRefusal(problem);
    var (database, server) = await DatabaseStartup.ResolveAsync(builder.Configuration, builder.Environment, default);
    await using var _ = server;
    builder.AddBureau(database);
    await using var app = builder.Build();
    if (line.Command is not null)
        return await CommandRunner.RunAsync(app, line);

    await DatabaseStartup.PrepareAsync(app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), app.Environment, default);
    app.Services.GetRequiredService<ContentStore>().Prepare();
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

catch (System.Data.Common.DbException ex)
{
    await Console.Error.WriteLineAsync($"数据库没有响应或拒绝了操作（{ex.SqlState ?? ex.GetType().Name}），没有执行完。请检查数据库是否在运行、连接字符串和权限是否正确，然后重试。");
    return CommandRunner.Failed;
}

/// <summary>Named so that tests can start the real program.</summary>
public partial class Program;
