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
        services.AddSingleton(PolicyLibrary.Embedded);
        services.AddSingleton<WorkflowNotifier>();
        services.AddSingleton<NodeWatch>();
        services.AddHostedService<NodeWatchHost>();
        services.AddSingleton<ActNotices>();
        services.AddScoped<WorkflowRunner>();
        services.AddScoped<AuditLog>();
        services.AddScoped<EditBuffers>();
        services.AddSingleton<DemoSeed>();
    }
}
