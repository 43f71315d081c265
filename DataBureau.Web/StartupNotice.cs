using DataBureau.Web.Data;
using DataBureau.Web.Files;
using DataBureau.Web.Seed;

namespace DataBureau.Web;

/// <summary>What is said on the console at start: the address, the database, and in development who can sign in.</summary>
internal static class StartupNotice
{
    public static async Task PrepareAsync(WebApplication app, DatabaseOptions database)
    {
        IReadOnlyList<string> signIns = [];
        if (app.Environment.IsDevelopment())
        {
            var seed = app.Services.GetRequiredService<DemoSeed>();
            if (app.Configuration.GetValue("Demo:Seed", true))
                await seed.RunAsync(app.Configuration.GetValue("Demo:Entries", DemoSeed.DefaultEntries), app.Lifetime.ApplicationStopping);
            signIns = await seed.SignInsAsync(app.Lifetime.ApplicationStopping);
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"地址：{string.Join(' ', app.Urls)}");
            Console.WriteLine($"数据库：{database.Description}");
            var files = app.Services.GetRequiredService<FileSettings>();
            Console.WriteLine($"附件：{files.Root}（每个文件不超过 {FileSize.Text(files.MaxBytes)}，每个单位不超过 {FileSize.Text(files.QuotaBytes)}）");
            if (signIns.Count == 0)
                return;
            Console.WriteLine($"演示登录（密码 {DemoPeople.Password}）：");
            foreach (var line in signIns)
                Console.WriteLine("  " + line);
        });
    }
}
