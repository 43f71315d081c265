using DataBureau.Domain.Organisations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Organisations;

[Trait("Category", "Service")]
public sealed class OrganisationServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string BadDigit = "91350203M0001QAY9B";

    private static int _names;

    [Fact]
    public async Task Create_Complete_RegisteredWithAudit()
    {
        var view = await NewAsync(Content() with { Code = " 12140100990000025f ", Responsibilities = Responsibilities.IndustryAuthority | Responsibilities.LeadingGroupOffice });

        Assert.Equal("12140100990000025F", view.Content.Code);
        await using var db = bureau.OpenDb();
        var audit = await db.Audit.SingleAsync(a => a.SubjectKind == "organisation" && a.SubjectId == view.Id.ToString());
        Assert.Equal("organisations.Create", audit.Action);
        Assert.Contains("\"职责\":\"工业和信息化主管部门、领导小组办公室\"", audit.After, StringComparison.Ordinal);
        Assert.Equal(Responsibilities.IndustryAuthority | Responsibilities.LeadingGroupOffice, (await db.Organisations.SingleAsync(o => o.Id == view.Id)).Responsibilities);
    }

    [Fact]
    public async Task Create_CodeWhoseDigitDisagrees_OnlyWithAReason()
    {
        var content = Content() with { Code = BadDigit };

        Assert.Equal("CodeFinding", RefusalOf(await CreateAsync(content)));
        await using var db = bureau.OpenDb();
        Assert.False(await db.Organisations.AnyAsync(o => o.Code == BadDigit));
        var view = await NewAsync(content with { CodeOverrideReason = "登记证书即为此码" });
        Assert.Equal("登记证书即为此码", view.Content.CodeOverrideReason);
        Assert.Equal("CodeTaken", RefusalOf(await CreateAsync(Content() with { Code = BadDigit, CodeOverrideReason = "又一家" })));
    }

    [Fact]
    public async Task Create_WithoutCode_ProvisionalCodesInTurn()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => NewAsync(Content() with { RegionCode = "140106" })));

        Assert.Equal(["140106LS000001", "140106LS000002", "140106LS000003"], made.Select(v => v.Content.Code).Order());
        Assert.All(made, v => Assert.True(v.IsProvisional));
    }

    [Fact]
    public async Task Create_NameTakenAmongLiveOnes_RefusedNamingTheOther()
    {
        var content = Content();
        var first = await NewAsync(content);

        var refused = Assert.IsType<Outcome<OrganisationView>.Refused>(await CreateAsync(content with { Name = content.Name + "（ ）" }));
        Assert.Equal("NameTaken", refused.Refusal.Code);
        Assert.Contains(content.Name, refused.Refusal.Sentence, StringComparison.Ordinal);
        await NewAsync(content with { RegionCode = "140200" });
        Done(await AsAsync(s => s.AbolishAsync(first.Id, first.Version, "合并")));
        await NewAsync(content);
        Assert.Equal("NameTaken", RefusalOf(await AsAsync(s => s.RestoreAsync(first.Id, first.Version + 1, null))));
    }

    [Fact]
    public async Task Create_SameNameAtOnce_OneWinsTheOtherIsTold()
    {
        var content = Content();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CreateAsync(content)));

        Assert.Single(outcomes.OfType<Outcome<OrganisationView>.Done>());
        Assert.All(outcomes.OfType<Outcome<OrganisationView>.Refused>(), r => Assert.Equal("NameTaken", r.Refusal.Code));
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name == content.Name));
    }

    [Fact]
    public async Task Create_SecondDataAuthority_WarnedNotRefused()
    {
        var view = await NewAsync(Content() with { Responsibilities = Responsibilities.DataAuthority });

        Assert.Contains("太原市大数据应用局", Assert.Single(view.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ChangedFields_AreInTheAuditBeforeAndAfter()
    {
        var view = await NewAsync();
        var edited = Done(await AsAsync(s => s.EditAsync(view.Id, view.Version, view.Content with { Kind = OrganisationKind.PublicUtility })));

        Assert.Equal(2, edited.Version);
        Assert.Equal(view.Content.Code, edited.Content.Code);
        await using var db = bureau.OpenDb();
        var audit = await db.Audit.SingleAsync(a => a.SubjectId == view.Id.ToString() && a.Action == "organisations.Edit");
        Assert.Equal("{\"单位类型\":\"政务部门\"}", audit.Before);
        Assert.Equal("{\"单位类型\":\"公用企业\"}", audit.After);
    }

    [Fact]
    public async Task Edit_NothingChanged_NothingWritten()
    {
        var view = await NewAsync();

        Assert.Equal(view.Version, Done(await AsAsync(s => s.EditAsync(view.Id, view.Version, view.Content))).Version);
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.SubjectId == view.Id.ToString()));
    }

    [Fact]
    public async Task Edit_Refused_NothingWritten()
    {
        var view = await NewAsync();

        Assert.Equal("NameRequired", RefusalOf(await AsAsync(s => s.EditAsync(view.Id, view.Version, view.Content with { Name = " " }))));
        await using var db = bureau.OpenDb();
        Assert.Equal(1, (await db.Organisations.SingleAsync(o => o.Id == view.Id)).Version);
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == view.Id));
    }

    [Fact]
    public async Task Edit_RegionOfOneWithEntries_Refused()
    {
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.fujian", s => s.CreateAsync(Contents.Complete("福建养老机构"))));
        await using var db = bureau.OpenDb();
        var id = await db.CatalogueEntries.Where(e => e.Content.Name == "福建养老机构").Select(e => e.ProviderId).SingleAsync();
        var view = (await AsAsync(s => s.FindAsync(id, default)))!;

        Assert.Equal("RegionFixed", RefusalOf(await AsAsync(s => s.EditAsync(id, view.Version, view.Content with { RegionCode = "350100" }))));
        Assert.Equal("本单位目录：草稿", Assert.Single(view.Open).Title);
    }

    [Fact]
    public async Task Edit_TwoAdministratorsSameVersion_OneWinsTheOtherIsTold()
    {
        var view = await NewAsync();

        var outcomes = await Task.WhenAll(
            AsAsync(s => s.EditAsync(view.Id, view.Version, view.Content with { Kind = OrganisationKind.Other })),
            AsAsync(s => s.AbolishAsync(view.Id, view.Version, "机构改革"), "sysadmin.taiyuan"));

        Assert.Single(outcomes.OfType<Outcome<OrganisationView>.Done>());
        Assert.Single(outcomes.OfType<Outcome<OrganisationView>.Conflict>());
        await using var db = bureau.OpenDb();
        Assert.Equal(2, await db.Audit.CountAsync(a => a.SubjectId == view.Id.ToString()));
    }

    [Fact]
    public async Task Abolish_GrantsInIt_StopAndComeBack()
    {
        await using var db = bureau.OpenDb();
        var liaison = await db.Users.SingleAsync(u => u.UserName == "liaison.shijiazhuang");
        var view = (await AsAsync(s => s.FindAsync(liaison.OrganisationId, default)))!;
        Assert.Equal("CommentRequired", RefusalOf(await AsAsync(s => s.AbolishAsync(view.Id, view.Version, null))));

        var abolished = Done(await AsAsync(s => s.AbolishAsync(view.Id, view.Version, "冀编办〔2026〕1号")));

        Assert.Equal(OrganisationStatus.Abolished, abolished.Status);
        Assert.Equal("冀编办〔2026〕1号", abolished.History[^1].Comment);
        Assert.Empty((await db.ReadActorAsync(liaison.Id, default))!.Grants);
        Done(await AsAsync(s => s.RestoreAsync(view.Id, abolished.Version, null)));
        Assert.NotEmpty((await db.ReadActorAsync(liaison.Id, default))!.Grants);
    }

    [Theory]
    [InlineData("liaison")]
    [InlineData("bureaulead")]
    [InlineData("secadmin")]
    [InlineData("auditadmin")]
    public async Task Acts_WithoutThePermission_RefusedAndNothingSeen(string who)
    {
        var view = await NewAsync();

        Assert.Equal("NotPermitted", RefusalOf(await CreateAsync(Content(), who)));
        Assert.IsType<Outcome<OrganisationView>.NotFound>(await AsAsync(s => s.EditAsync(view.Id, view.Version, view.Content with { Kind = OrganisationKind.Other }), who));
        Assert.IsType<Outcome<OrganisationView>.NotFound>(await AsAsync(s => s.AbolishAsync(view.Id, view.Version, "x"), who));
        Assert.Null(await AsAsync(s => s.FindAsync(view.Id, default), who));
        Assert.Equal(0, (await AsAsync(s => s.ListAsync(new OrganisationFilter(), default), who)).Total);
        Assert.Empty(await AsAsync(s => s.RegionsAsync(default), who));
    }

    [Fact]
    public async Task Reach_RegionalAdministrator_OwnRegionOnly()
    {
        await using (var db = bureau.OpenDb())
        {
            var id = await db.Users.Where(u => u.UserName == "sysadmin.fujian").Select(u => u.Id).SingleAsync();
            await db.Grants.Where(g => g.UserId == id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Scope, DataBureau.Domain.Workflow.GrantScope.Region));
        }

        Assert.Equal("RegionOutOfReach", RefusalOf(await CreateAsync(Content(), "sysadmin.fujian")));
        Assert.IsType<Outcome<OrganisationView>.Done>(await CreateAsync(Content() with { RegionCode = "350200" }, "sysadmin.fujian"));
        var regions = await AsAsync(s => s.RegionsAsync(default), "sysadmin.fujian");
        Assert.All(regions, r => Assert.StartsWith("35", r.Code, StringComparison.Ordinal));
        Assert.DoesNotContain(regions, r => r.Code == "350527");
        Assert.Equal("RegionWithoutBureau", RefusalOf(await CreateAsync(Content() with { RegionCode = "350527" }, "sysadmin.fujian")));
        Assert.All((await AsAsync(s => s.ListAsync(new OrganisationFilter { Take = 100 }, default), "sysadmin.fujian")).Rows, r => Assert.StartsWith("35", r.RegionCode, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_Filters_NarrowAndTheExportAgrees()
    {
        var filter = new OrganisationFilter { RegionCode = "130000", Responsibility = Responsibilities.DataAuthority };

        var page = await AsAsync(s => s.ListAsync(filter, default));

        Assert.Equal("石家庄市数据局", Assert.Single(page.Rows).Name);
        await using var scope = await bureau.AsAsync("sysadmin");
        var streamed = 0;
        await foreach (var _ in ((OrganisationService)scope.ServiceProvider.GetService(typeof(OrganisationService))!).StreamAsync(filter, default))
            streamed++;
        Assert.Equal(page.Total, streamed);
    }

    private static OrganisationContent Content() => new() { Name = $"测试单位{Interlocked.Increment(ref _names)}", RegionCode = "140100" };

    private static OrganisationView Done(Outcome<OrganisationView> outcome) => Assert.IsType<Outcome<OrganisationView>.Done>(outcome).View;

    private static string RefusalOf(Outcome<OrganisationView> outcome) => Assert.IsType<Outcome<OrganisationView>.Refused>(outcome).Refusal.Code;

    private Task<T> AsAsync<T>(Func<OrganisationService, Task<T>> call, string who = "sysadmin") => bureau.AsAsync(who, call);

    private Task<Outcome<OrganisationView>> CreateAsync(OrganisationContent content, string who = "sysadmin") => AsAsync(s => s.CreateAsync(content), who);

    private async Task<OrganisationView> NewAsync(OrganisationContent? content = null) => Done(await CreateAsync(content ?? Content()));
}
