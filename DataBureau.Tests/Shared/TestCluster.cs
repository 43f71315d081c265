using DataBureau.Web.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataBureau.Tests.Shared;

/// <summary>One throw-away PostgreSQL for the whole run. It dies with the test process.</summary>
internal static class TestCluster
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(() => EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), NullLogger.Instance, default));

    public static Task<EmbeddedPostgres> GetAsync() => Server.Value;
}
