using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Forms;
using DataBureau.Web.Seed;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Data;

public static class DataModule
{
    public static void AddData(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IDbContextFactory<BureauDbContext>, BureauDbContextFactory>();
        services.AddSingleton(TimeProvider.System);
        // A library of its own: what is chosen here is chosen for this program only. A folder may add editions without a new build.
        services.AddSingleton(sp => PolicyLibrary.Embedded.Extended(sp.GetRequiredService<IConfiguration>()["Policies:Folder"] is { Length: > 0 } folder ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText) : []));
        services.AddSingleton<WorkflowNotifier>();
        services.AddSingleton<NodeWatch>();
        services.AddHostedService<NodeWatchHost>();
        services.AddSingleton<ActNotices>();
        services.AddScoped<WorkflowRunner>();
        services.AddScoped<BatchRunner>();
        services.AddScoped<AuditLog>();
        services.AddScoped<EditBuffers>();
        services.AddSingleton<DemoSeed>();
    }
}
