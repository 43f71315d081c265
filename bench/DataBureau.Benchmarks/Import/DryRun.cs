using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Import;

/// <summary>Checks and imports files for the province's data authority, over one database.</summary>
internal sealed class DryRun(WebApplication app, Guid authority) : IAsyncDisposable
{
    public static async Task<DryRun> OpenAsync(DatabaseOptions database)
    {
        var app = Workbench.Build(database);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        return new DryRun(app, await db.Users.Where(u => u.UserName == Workbench.User).Select(u => u.OrganisationId).SingleAsync());
    }

    public Task<ImportReport> CheckAsync(string path, bool createOrganisations) => RunAsync(path, createOrganisations, (service, request) => service.CheckAsync(request, null, default));

    public Task<ImportReport> ImportGoodAsync(string path) => RunAsync(path, true, (service, request) => service.ImportAsync(request, ImportAcceptance.Good, null, default));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<ImportReport> RunAsync(string path, bool createOrganisations, Func<ImportService, ImportRequest, Task<(ImportReport? Report, ImportRefusal? Refusal)>> run)
    {
        await using var scope = await Workbench.SignInAsync(app.Services);
        var request = new ImportRequest(path, Path.GetFileName(path), authority) { CreateOrganisations = createOrganisations };
        var (report, refusal) = await run(scope.ServiceProvider.GetRequiredService<ImportService>(), request);
        return refusal is null ? report! : throw new InvalidOperationException(refusal.Sentence);
    }
}
