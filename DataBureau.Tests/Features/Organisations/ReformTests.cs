using DataBureau.Domain.Organisations;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Identity;
using DataBureau.Web.Seed;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Organisations;

/// <summary>A whole reform over all the demo data: whatever is open moves, whatever is closed stays, and nothing is lost.</summary>
[Trait("Category", "Service")]
public sealed class ReformTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private const string Document = "并办发〔2026〕9号";

    public async Task InitializeAsync()
    {
        // The fixture's people and bodies make way for the whole demo.
        await using (var db = bureau.OpenDb())
        {
            if (await db.CatalogueEntries.AnyAsync())
                return;
            await db.Database.ExecuteSqlRawAsync("TRUNCATE organisations, users CASCADE");
        }

        await bureau.Services.GetRequiredService<DemoSeed>().RunAsync(400, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Merge_TwoAuthoritiesIntoANewBody_EverythingOpenMovesAndTheRestStays()
    {
        var (data, info) = (await IdAsync("太原市大数据应用局"), await IdAsync("太原市行政审批服务管理局"));
        await using var db = bureau.OpenDb();
        var concluded = await db.CatalogueEntries.CountAsync(e => (e.ProviderId == data || e.ProviderId == info || e.AuthorityId == data) && (e.State == CatalogueState.Retired || e.State == CatalogueState.Superseded || e.State == CatalogueState.Discarded));
        var reviewed = await db.CatalogueEntries.CountAsync(e => e.AuthorityId == data && e.State != CatalogueState.Retired && e.State != CatalogueState.Superseded && e.State != CatalogueState.Discarded);
        var change = new OrganisationChange { Kind = OrganisationChangeKind.Merge, OrganisationId = data, Others = [info], NewName = "太原市数据局", EffectiveOn = new DateOnly(2026, 3, 1), DocumentNumber = Document };
        var preview = (await bureau.AsAsync<OrganisationChangeService, OrganisationChangePreview?>("sysadmin.taiyuan", s => s.PreviewAsync(change, default)))!;

        Assert.True(preview.Refusal is null, string.Join('\n', preview.Refusal?.Details.Select(d => d.Sentence) ?? []));
        Assert.Equal(reviewed, preview.Lines.Single(l => l.What == "由其审核的各单位目录").Count);
        var done = Assert.IsType<Outcome<OrganisationChangeResult>.Done>(await bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>("sysadmin.taiyuan", s => s.ApplyAsync(change, preview.Seen)));

        var merged = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == done.View.Id);
        Assert.Equal(("太原市数据局", Responsibilities.DataAuthority | Responsibilities.LeadingGroupOffice | Responsibilities.GovInfoAuthority), (merged.Name, merged.Responsibilities));
        Assert.All(await db.Organisations.AsNoTracking().Where(o => o.Id == data || o.Id == info).ToListAsync(), o => Assert.True(o.AbolishedAt is not null && o.SuccessorId == merged.Id));
        await NothingIsLostAsync(db, data, info);
        Assert.Equal(reviewed, await db.CatalogueEntries.CountAsync(e => e.AuthorityId == merged.Id));
        Assert.Equal(concluded, await db.CatalogueEntries.CountAsync(e => e.ProviderId == data || e.ProviderId == info || e.AuthorityId == data));
        var step = await db.History.AsNoTracking().FirstAsync(h => h.CaseKind == CatalogueEntry.Kind && h.Action == OrganisationMove.Act && db.CatalogueEntries.Any(e => e.Id == h.CaseId && e.AuthorityId == merged.Id));
        Assert.Contains("由「太原市大数据应用局」「太原市行政审批服务管理局」划入「太原市数据局」（并办发〔2026〕9号）", step.Comment, StringComparison.Ordinal);
        var planner = await db.Users.SingleAsync(u => u.UserName == "planner.taiyuan");
        Assert.Equal(merged.Id, planner.OrganisationId);
        Assert.All((await db.ReadActorAsync(planner.Id, default))!.Grants, g => Assert.Equal(merged.Id, g.OrganisationId));
    }

    [Fact]
    public async Task Abolish_EveryDepartmentOfAProvince_IntoOne_NothingIsLost()
    {
        await using var db = bureau.OpenDb();
        var bodies = await db.Organisations.AsNoTracking().Where(o => o.RegionCode == "140000").OrderBy(o => o.Code).ToListAsync();
        var successor = bodies.Single(o => o.Name == "山西省数据局");
        var change = new OrganisationChange
        {
            Kind = OrganisationChangeKind.Merge, OrganisationId = bodies.First(o => o.Id != successor.Id).Id, Others = [.. bodies.Where(o => o.Id != successor.Id).Skip(1).Select(o => o.Id)], SuccessorId = successor.Id,
            EffectiveOn = new DateOnly(2026, 3, 1), DocumentNumber = Document,
        };
        var preview = (await bureau.AsAsync<OrganisationChangeService, OrganisationChangePreview?>("sysadmin", s => s.PreviewAsync(change, default)))!;
        foreach (var clash in preview.Refusal?.Details ?? [])
            Assert.Contains("重复", clash.Sentence, StringComparison.Ordinal);
        // What clashes is renamed, as the refusal asks for.
        if (preview.Refusal is not null)
            await db.Database.ExecuteSqlRawAsync("""UPDATE catalogue_entries SET "NameKey" = "NameKey" || substr("Id"::text, 25), "Code" = NULL WHERE "RegionCode" = '140000'; UPDATE implementation_plans SET "LiveKey" = NULL WHERE "RegionCode" = '140000'""");

        preview = (await bureau.AsAsync<OrganisationChangeService, OrganisationChangePreview?>("sysadmin", s => s.PreviewAsync(change, default)))!;
        Assert.True(preview.Refusal is null, string.Join('\n', preview.Refusal?.Details.Select(d => d.Sentence) ?? []));
        Assert.IsType<Outcome<OrganisationChangeResult>.Done>(await bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>("sysadmin", s => s.ApplyAsync(change, preview.Seen)));
        await NothingIsLostAsync(db, [.. change.Sources]);
    }

    /// <summary>Asked of the tables themselves, table by table, and not of what moved them.</summary>
    private static async Task NothingIsLostAsync(BureauDbContext db, params Guid[] ended)
    {
        var left = new List<string>();
        foreach (var (what, sql) in new[]
        {
            ("目录", """SELECT count(*)::int AS "Value" FROM catalogue_entries WHERE "State" NOT IN ('Retired','Superseded','Discarded') AND ("ProviderId" = ANY({0}) OR "AuthorityId" = ANY({0}))"""),
            ("规划", """SELECT count(*)::int AS "Value" FROM plans WHERE "State" NOT IN ('Superseded','Repealed','Discarded') AND ("OrganisationId" = ANY({0}) OR ("RecipientId" = ANY({0}) AND "State" IN ('PendingFiling','Supplementing','Accepted','FilingRefused')))"""),
            ("实施方案", """SELECT count(*)::int AS "Value" FROM implementation_plans WHERE "State" NOT IN ('Superseded','Cancelled','Discarded') AND ("OrganisationId" = ANY({0}) OR ("RecipientId" = ANY({0}) AND "State" IN ('PendingFiling','Supplementing','Accepted','FilingRefused')))"""),
            ("底座", """SELECT count(*)::int AS "Value" FROM digital_bases WHERE "State" NOT IN ('Closed','Withdrawn','Discarded') AND ("OrganisationId" = ANY({0}) OR "RecipientId" = ANY({0}))"""),
            ("数据官", """SELECT count(*)::int AS "Value" FROM officers WHERE "State" IN ('Nominated','Appointed','PendingFiling','Supplementing','Accepted','Filed','FilingRefused') AND ("OrganisationId" = ANY({0}) OR ("RecipientId" = ANY({0}) AND "State" IN ('PendingFiling','Supplementing','Accepted','FilingRefused')))"""),
            ("评价", """SELECT count(*)::int AS "Value" FROM officer_evaluations WHERE "State" NOT IN ('FiledWithPersonnel','Discarded') AND ("OrganisationId" = ANY({0}) OR "AuthorityId" = ANY({0}))"""),
            ("指标", """SELECT count(*)::int AS "Value" FROM indicator_sets WHERE "State" IN ('Draft','Enabled') AND "OrganisationId" = ANY({0})"""),
            ("会议", """SELECT count(*)::int AS "Value" FROM joint_meetings WHERE "State" NOT IN ('Closed','Cancelled') AND "OrganisationId" = ANY({0})"""),
            ("项目", """SELECT count(*)::int AS "Value" FROM projects WHERE "State" NOT IN ('Archived','Terminated') AND ("OrganisationId" = ANY({0}) OR "AuthorityId" = ANY({0}))"""),
            ("年度计划", """SELECT count(*)::int AS "Value" FROM annual_plans WHERE "State" <> 'Discarded' AND "OrganisationId" = ANY({0})"""),
            ("会商", """SELECT count(*)::int AS "Value" FROM consultations WHERE "State" NOT IN ('Archived','Terminated') AND "ConvenorId" = ANY({0})"""),
            ("受邀", """SELECT count(*)::int AS "Value" FROM consultation_units u JOIN consultations c ON c."Id" = u."ConsultationId" WHERE c."State" NOT IN ('Archived','Terminated') AND u."LeftAt" IS NULL AND u."OrganisationId" = ANY({0})"""),
            ("期限", """SELECT count(*)::int AS "Value" FROM deadlines WHERE "FinishedAt" IS NULL AND "OrganisationId" = ANY({0})"""),
            ("编号", """SELECT count(*)::int AS "Value" FROM ledger_numbers WHERE "State" = 'Reserved' AND "OrganisationId" = ANY({0})"""),
            ("授权", """SELECT count(*)::int AS "Value" FROM user_grants WHERE "OrganisationId" = ANY({0})"""),
            ("账号", """SELECT count(*)::int AS "Value" FROM users WHERE "OrganisationId" = ANY({0})"""),
        })
        {
            var count = await db.Database.SqlQueryRaw<int>(sql, ended).SingleAsync();
            if (count > 0)
                left.Add($"{what} {count}");
        }

        Assert.Empty(left);
    }

    private async Task<Guid> IdAsync(string name)
    {
        await using var db = bureau.OpenDb();
        return await db.Organisations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync();
    }
}
