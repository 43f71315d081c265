using System.Globalization;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Inbox;

/// <summary>A million entries: the hundred thousand in every state, and nine published ones beside each. What waits is in packages.</summary>
internal static class MillionEntries
{
    private const int Copies = 9;
    private const int Packages = 60;

    private static DatabaseOptions? _made;

    public static async Task<DatabaseOptions> MillionAsync(this Workbench bench)
    {
        if (_made is not null)
            return _made;
        var options = await bench.CopyFilledAsync();
        await using var app = Workbench.Build(options);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        var columns = await db.Database.SqlQuery<string>($"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = 'catalogue_entries' ORDER BY ordinal_position").ToListAsync();
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", columns.Select(c => c switch
        {
            "Id" => "gen_random_uuid()",
            "LineageId" => "gen_random_uuid()",
            "State" => "'Published'",
            "NameKey" => "\"NameKey\" || n",
            "Code" or "Content_Code" => $"\"{c}\" || n",
            "PackageId" => "NULL",
            _ => $"\"{c}\"",
        }));
        await ExecuteAsync(db, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO catalogue_entries ({names}) SELECT {values} FROM catalogue_entries, generate_series(1, {Copies}) n;
            INSERT INTO review_packages ("Id", "Title", "OrganisationId", "CreatedById", "CreatedAt") SELECT gen_random_uuid(), '第 ' || n || ' 批送审目录', (SELECT "Id" FROM organisations LIMIT 1), gen_random_uuid(), now() FROM generate_series(1, {Packages}) n;
            WITH p AS (SELECT "Id", row_number() OVER () - 1 AS n FROM review_packages), e AS (SELECT "Id", row_number() OVER () % {Packages} AS n FROM catalogue_entries WHERE "State" IN ('UnderReview', 'Approved', 'DepartmentReview'))
            UPDATE catalogue_entries c SET "PackageId" = p."Id" FROM p JOIN e ON e.n = p.n WHERE c."Id" = e."Id";
            """));
        await ExecuteAsync(db, "VACUUM ANALYZE");
        return _made = options;
    }

    private static Task ExecuteAsync(BureauDbContext db, string sql) => db.Database.ExecuteSqlRawAsync(sql);
}
