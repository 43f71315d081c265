using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Users.Import;
using DataBureau.Web.Features.Users.Matrix;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Users;

[Trait("Category", "Service")]
public sealed class PeopleImportTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly string[] Accounts = ["用户名", "姓名", "单位"];
    private static readonly string[] Grants = ["用户名", "授权单位", "角色", "范围"];

    [Fact]
    public async Task Accounts_CheckedThenImported_PasswordsAreGivenOnce()
    {
        var request = await FileAsync(Accounts, ["import.one", "张一", "太原市教育局"], ["import.two", "李二", "太原市财政局"]);

        var check = await AccountsAsync(request, null);
        Assert.Equal((2, false), (check.Counts.Imported, check.Written));
        await using var db = bureau.OpenDb();
        Assert.False(await db.Users.AnyAsync(u => u.UserName == "import.one"));
        Assert.True((await AccountsAsync(request, ImportAcceptance.All)).Written);

        var user = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == "import.one");
        var sysadmin = await db.Users.Where(u => u.UserName == "sysadmin").Select(u => u.Id).SingleAsync();
        var issued = bureau.Services.GetRequiredService<IssuedPasswords>();
        var given = issued.Take(sysadmin);
        Assert.Equal(["import.one", "import.two"], given.Select(g => g.UserName));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<BureauUser>().VerifyHashedPassword(user, user.PasswordHash!, given[0].Password.Text));
        Assert.Empty(issued.Take(sysadmin));
        Assert.True(await db.UserClaims.AnyAsync(c => c.UserId == user.Id));
        Assert.DoesNotContain(await db.Audit.Select(a => a.Summary + a.After).ToListAsync(), a => given.Any(g => a.Contains(g.Password.Text, StringComparison.Ordinal)));
        // The same file again changes nothing.
        Assert.Equal((2, 0), (await AccountsAsync(request, ImportAcceptance.All)) is { } again ? (again.Counts.Unchanged, again.Counts.Imported) : default);
    }

    [Fact]
    public async Task Accounts_WithErrors_AreAllFoundAndOnlyGoodRowsImportedWhenAsked()
    {
        var request = await FileAsync(Accounts, ["good.row", "王好", "太原市水务局"], ["中文名", "", "没有这个局"], ["good.row", "又一个", "太原市水务局"], ["liaison", "重名", "太原市水务局"]);

        var check = await AccountsAsync(request, null);
        Assert.Equal((1, 3), (check.Counts.Imported, check.Counts.Rejected));
        Assert.Equal(5, check.Findings.Count);
        Assert.False((await AccountsAsync(request, ImportAcceptance.All)).Written);
        Assert.True((await AccountsAsync(request, ImportAcceptance.Good)).Written);
    }

    [Fact]
    public async Task Passwords_TooLate_AreForgotten()
    {
        var issued = bureau.Services.GetRequiredService<IssuedPasswords>();
        var who = Guid.NewGuid();
        issued.Put(who, [new IssuedPassword("a", "甲", "乙", new("secret"))]);
        bureau.Clock.Advance(IssuedPasswords.KeptFor + TimeSpan.FromSeconds(1));

        Assert.Empty(issued.Take(who));
    }

    [Fact]
    public async Task Grants_OwnIncompatibleUnknownOrBeyondTheBody_RefusedRowByRow()
    {
        var request = await FileAsync(Grants,
            ["leader.taiyuan", "太原市教育局", "部门联络员", ""], ["secadmin", "太原市教育局", "部门联络员", ""], ["sysadmin.taiyuan", "太原市大数据应用局", "审计管理员", "全部"],
            ["leader.taiyuan", "太原市教育局", "数据局审核员", ""], ["leader.taiyuan", "太原市教育局", "局长", ""], ["nobody.here", "太原市教育局", "部门联络员", ""], ["leader.taiyuan", "太原市教育局", "部门负责人", "全部"]);

        var (report, _) = await bureau.AsAsync<PeopleImportService, (ListImportReport? Report, ImportRefusal? Refusal)>("secadmin", s => s.GrantsAsync(request, ImportAcceptance.Good, default));

        Assert.Equal((1, 6), (report!.Counts.Imported, report.Counts.Rejected));
        Assert.Contains(report.Findings, f => f.Row == 3 && f.Rule.Contains("自己", StringComparison.Ordinal));
        Assert.Contains(report.Findings, f => f.Row == 4 && f.Rule.Contains("不同人员担任", StringComparison.Ordinal));
        await using var db = bureau.OpenDb();
        var leader = await db.Users.Include(u => u.Grants).AsNoTracking().SingleAsync(u => u.UserName == "leader.taiyuan");
        Assert.Contains(leader.Grants, g => g is { Role: Role.Liaison, Scope: GrantScope.Organisation });
        var matrix = await bureau.AsAsync<GrantMatrixService, DataBureau.Web.Components.Tables.Page<GrantMatrixRow>>("secadmin", s => s.ListAsync(new GrantFilter { Search = "太原市教育局" }, default));
        Assert.Equal("本单位", Assert.Single(matrix.Rows).Of(Role.Liaison));
    }

    [Theory]
    [InlineData("secadmin", true)]
    [InlineData("auditadmin", true)]
    [InlineData("liaison", true)]
    [InlineData("sysadmin", false)]
    [InlineData("auditadmin", false)]
    [InlineData("bureaulead", false)]
    public async Task Imports_OfAnotherAdministrator_Refused(string who, bool accounts)
    {
        var request = await FileAsync(accounts ? Accounts : Grants, accounts ? ["not.allowed", "不许", "太原市教育局"] : ["liaison", "太原市教育局", "部门联络员", ""]);

        var (_, refusal) = await bureau.AsAsync<PeopleImportService, (ListImportReport? Report, ImportRefusal? Refusal)>(who, s => accounts ? s.AccountsAsync(request, ImportAcceptance.All, default) : s.GrantsAsync(request, ImportAcceptance.All, default));

        Assert.Equal("NotPermitted", refusal!.Code);
    }

    [Fact]
    public async Task Gaps_NameWhatIsMissing_AndLiveGrantsCloseThem()
    {
        async Task<IReadOnlyList<GrantGapRow>> GapsAsync(string name) => (await bureau.AsAsync<GrantMatrixService, DataBureau.Web.Components.Tables.Page<GrantGapRow>>("sysadmin", s => s.GapsAsync(new GrantFilter { Search = name, RegionCode = "140000" }, default))).Rows;

        Assert.Equal(["部门联络员", "部门负责人"], Assert.Single(await GapsAsync("山西省教育厅")).Missing);
        Assert.Empty(await GapsAsync("山西省民政厅"));
        Assert.Equal(["部门联络员", "部门负责人", "数据局审核员或数据局领导"], StaffRules.Missing(DataBureau.Domain.Organisations.Responsibilities.DataAuthority, []));
    }

    private static async Task<ImportRequest> FileAsync(string[] titles, params string?[][] rows)
    {
        var path = Path.Combine(Path.GetTempPath(), $"people-{Guid.NewGuid():N}.xlsx");
        var columns = titles.Select((title, i) => XlsxColumn<string?[]>.Text(title, 20, row => row[i]));
        await File.WriteAllBytesAsync(path, await Workbooks.WriteAsync(new XlsxTable<string?[]>("名单", [.. columns]), rows));
        return new ImportRequest(path, "名单.xlsx", Guid.Empty);
    }

    private async Task<ListImportReport> AccountsAsync(ImportRequest request, ImportAcceptance? write)
    {
        var (report, refusal) = await bureau.AsAsync<PeopleImportService, (ListImportReport? Report, ImportRefusal? Refusal)>("sysadmin", s => s.AccountsAsync(request, write, default));
        Assert.True(report is not null, refusal?.Sentence);
        return report;
    }
}
