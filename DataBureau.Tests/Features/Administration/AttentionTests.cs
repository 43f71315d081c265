using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Administration;
using DataBureau.Web.Features.Users;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Administration;

[Trait("Category", "Service")]
public sealed class AttentionTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Overview_EachAdministrator_SeesTheirOwnPart()
    {
        var (system, security, audit) = (await ReadAsync("sysadmin"), await ReadAsync("secadmin"), await ReadAsync("auditadmin"));

        Assert.Contains(system, i => i is { Area: "用户", Href: "/admin/grants/gaps", Count: > 0 });
        Assert.Contains(security, i => i.Href == "/admin/grants/gaps");
        Assert.DoesNotContain(security, i => i.Area is "工作日历" or "审计" or "附件");
        Assert.All(audit, i => Assert.Equal("审计", i.Area));
        Assert.Empty(await ReadAsync("bureaulead"));
        Assert.Empty(await ReadAsync("liaison"));
    }

    [Fact]
    public async Task Overview_YearWithoutRowsAndLockedAccount_AreSaid()
    {
        await using (var db = bureau.OpenDb())
        {
            await db.CalendarDays.Where(d => d.Date.Year == 2026).ExecuteDeleteAsync();
            await db.Users.Where(u => u.UserName == "leader.fujian").ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, bureau.Clock.Now.AddMinutes(10)));
        }

        var items = await ReadAsync("sysadmin");

        Assert.Equal("2026 年没有节假日安排", items[0].Title);
        Assert.Contains(items, i => i is { Title: "锁定的账号", Count: 1 });
    }

    [Fact]
    public async Task Standing_OfSomebodyWithoutAGrant_SaysWhomToAsk()
    {
        await using var db = bureau.OpenDb();
        var liaison = await db.Users.SingleAsync(u => u.UserName == "liaison.shijiazhuang");
        Assert.Null(await bureau.AsAsync<AccountStanding, string?>("liaison.shijiazhuang", s => s.ReadAsync(default)));
        await db.Organisations.Where(o => o.Id == liaison.OrganisationId).ExecuteUpdateAsync(s => s.SetProperty(o => o.AbolishedAt, bureau.Clock.Now));

        var sentence = await bureau.AsAsync<AccountStanding, string?>("liaison.shijiazhuang", s => s.ReadAsync(default));

        Assert.Contains("「石家庄市民政局」已经撤销", sentence, StringComparison.Ordinal);
        Assert.Contains("安全管理员", sentence, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<AttentionItem>> ReadAsync(string who) => bureau.AsAsync<AttentionService, IReadOnlyList<AttentionItem>>(who, s => s.ReadAsync(default));
}
