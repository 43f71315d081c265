using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Audit;

public sealed class AuditQueriesTests
{
    private const string Everything = "?q=%E7%94%B2&group=user&kind=user&subject=s&user=0198c0de-0000-7000-8000-000000000001&result=failed&from=2026-01-01&to=2026-12-31";

    [Theory]
    [InlineData(GrantScope.All)]
    [InlineData(GrantScope.Region)]
    [InlineData(GrantScope.Organisation)]
    public void Matching_EveryFilter_TranslatesOnBothProviders(GrantScope scope)
    {
        var auditor = Auditor(scope);
        using var sqlServer = new SqlServerBureauDbContext(new DbContextOptionsBuilder<SqlServerBureauDbContext>().UseSqlServer("Server=none").Options);
        using var postgres = new PostgreSqlBureauDbContext(new DbContextOptionsBuilder<PostgreSqlBureauDbContext>().UseNpgsql("Host=none").Options);

        foreach (var db in new BureauDbContext[] { sqlServer, postgres })
        {
            var sql = Query(db, auditor, Everything).ToQueryString();
            Assert.Contains("ORDER BY", sql, StringComparison.Ordinal);
            Assert.NotEmpty(Query(db, auditor, "?group=import").ToQueryString());
        }
    }

    [Fact]
    public void VisibleTo_NoGrant_NothingIsAsked()
    {
        using var db = new SqlServerBureauDbContext(new DbContextOptionsBuilder<SqlServerBureauDbContext>().UseSqlServer("Server=none").Options);
        var nobody = Auditor(GrantScope.All) with { Grants = [] };

        Assert.Contains("WHERE 0 = 1", Query(db, nobody, "").ToQueryString(), StringComparison.Ordinal);
    }

    private static IQueryable<AuditListRow> Query(BureauDbContext db, Actor auditor, string address) =>
        db.Audit.AsNoTracking().VisibleTo(auditor, db).Matching(AuditFilter.Read(ListQuery.Parse(address))).OrderByDescending(a => a.Id).Skip(20).Take(20).AsListRows();

    private static Actor Auditor(GrantScope scope)
    {
        var organisation = Guid.NewGuid();
        return new Actor(Guid.NewGuid(), "审计", organisation, "某局", [new Grant(AdministrationPermissions.Audit, organisation, "140000", scope)]);
    }
}
