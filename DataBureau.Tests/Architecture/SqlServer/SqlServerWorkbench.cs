using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DataBureau.Tests.Architecture.SqlServer;

/// <summary>The program's own services over a context of the SQL Server provider whose commands never reach a server.</summary>
internal sealed class SqlServerWorkbench : IAsyncDisposable
{
    public const string Region = "140000";

    private static readonly DbContextOptions<SqlServerBureauDbContext> Options =
        new DbContextOptionsBuilder<SqlServerBureauDbContext>().UseSqlServer2019("Server=none;Database=none", null).Options;

    private readonly WebApplication _app;
    private readonly AsyncServiceScope _scope;

    public SqlServerWorkbench()
    {
        Samples = new SampleRows(new SqlServerBureauDbContext(Options).Model);
        Log = new StatementLog(Samples);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "DataBureau.Web" });
        builder.Logging.ClearProviders();
        builder.Configuration["Files:ImportFolder"] = Path.Combine(AppContext.BaseDirectory, "import-files");
        builder.Configuration["Files:Root"] = Path.Combine(AppContext.BaseDirectory, "attachment-files");
        builder.AddBureau(new DatabaseOptions(DatabaseProvider.SqlServer, "Server=none;Database=none", null, "none"));
        builder.Services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<BureauDbContext>>(new Factory(Log)));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock()));
        _app = builder.Build();
        _scope = _app.Services.CreateAsyncScope();
        Samples.Put(Organisation, new Region { Code = Region, Name = "山西省", Level = RegionLevel.Province });
        Become(Role.Liaison);
        Services.GetRequiredService<CurrentUser>().Become(UserId, "127.0.0.1", "test");
    }

    public SampleRows Samples { get; }

    public StatementLog Log { get; }

    public IServiceProvider Services => _scope.ServiceProvider;

    public Guid UserId { get; } = Guid.NewGuid();

    /// <summary>Owner and authority in one, so that one grant opens every side of a case.</summary>
    public Organisation Organisation { get; } = new()
    {
        Id = Guid.NewGuid(), Code = Region + "LS000001", Name = "山西省数据局", NameKey = "山西省数据局", Kind = OrganisationKind.GovernmentDepartment, RegionCode = Region, Responsibilities = Responsibilities.DataAuthority,
    };

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public BureauDbContext OpenDb() => Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContext();

    public void Become(Role role, GrantScope scope = GrantScope.Organisation) => Samples.Put(
        new BureauUser { Id = UserId, UserName = "someone", NormalizedUserName = "SOMEONE", DisplayName = "某人", OrganisationId = Organisation.Id, SecurityStamp = "stamp", ConcurrencyStamp = "stamp", PasswordHash = "hash" },
        new UserGrant { Id = Guid.NewGuid(), UserId = UserId, OrganisationId = Organisation.Id, Role = role, Scope = scope });

    /// <summary>Puts an entry into the samples, brought to its state by other people.</summary>
    public CatalogueEntry PutEntry(params ReadOnlySpan<CatalogueAction> acts)
    {
        var policy = PolicyLibrary.Embedded.For(Region);
        var entry = CatalogueEntry.Draft(Guid.NewGuid(), Organisation.Id, Region, Organisation.Id, Contents.Complete(), Somebody(), DateTimeOffset.UnixEpoch);
        foreach (var act in acts)
        {
            Assert.IsType<Decision<CatalogueState>.Accepted>(entry.Act(act, Somebody(), "按规定办理。", policy, DateTimeOffset.UnixEpoch));
            if (act == CatalogueAction.Revise)
            {
                entry.MakeRoomForRevision();
                entry = entry.NextRevision(Guid.NewGuid(), Somebody(), DateTimeOffset.UnixEpoch);
            }
        }

        var package = Guid.NewGuid();
        entry.PutInPackage(package);
        Samples.Put(entry, new ReviewPackage { Id = package, Title = "一批", OrganisationId = Organisation.Id, CreatedById = UserId, CreatedAt = DateTimeOffset.UnixEpoch });
        return entry;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
    }

    private Actor Somebody() => new(Guid.NewGuid(), "另一人", Organisation.Id, Organisation.Name, [.. Roles.AllPermissions.Select(p => new Grant(p, Organisation.Id, Region, GrantScope.All))]);

    private sealed class Factory(StatementLog log) : IDbContextFactory<BureauDbContext>
    {
        public BureauDbContext CreateDbContext()
        {
            var db = new SqlServerBureauDbContext(Options);
            db.Database.SetDbConnection(new NoServerConnection(log), contextOwnsConnection: true);
            return db;
        }
    }
}
