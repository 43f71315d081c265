using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Audit;

[Trait("Category", "Service")]
public sealed class AuditServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _marks;

    [Theory]
    [InlineData("liaison")]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    public async Task List_NotAnAuditor_NothingAndARefusal(string who)
    {
        await WriteAsync("account.sign-in", "登录");

        var page = await ListAsync("", who);
        var found = await bureau.AsAsync<AuditService, AuditFound>(who, s => s.FindAsync(1, default));

        Assert.Empty(page.Rows);
        Assert.Equal(0, page.Total);
        Assert.Equal("NotPermitted", page.Refusal?.Code);
        Assert.Equal("NotPermitted", found.Refusal?.Code);
        Assert.Null(found.Row);
        Assert.Empty(await ExportedAsync("", who));
    }

    [Fact]
    public async Task List_AWorkflowStep_IsThereInWords()
    {
        var name = Mark();
        var outcome = await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(Contents.Complete(name)));
        var entry = Assert.IsType<Outcome<CatalogueDetailView>.Done>(outcome).View;
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Submit, "请审核"));

        var page = await ListAsync($"?q={name}");

        Assert.Equal(["提交", "新建"], page.Rows.Select(r => r.ActionName));
        Assert.All(page.Rows, r => Assert.Equal(("数据目录", "成功", "127.0.0.1"), (r.SubjectName, r.ResultName, r.AddressName)));
        var row = (await bureau.AsAsync<AuditService, AuditFound>("auditadmin", s => s.FindAsync(page.Rows[0].Id, default))).Row!;
        Assert.Equal([new("状态", "草稿", "部门审核"), new("版本", "1", "2"), new("意见", "", "请审核")], AuditChanges.Of(row.SubjectKind, row.Before, row.After));
    }

    [Fact]
    public async Task Detail_EveryFieldOfANewEntry_HasAChineseName()
    {
        var outcome = await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(Contents.Complete(Mark())));
        var id = Assert.IsType<Outcome<CatalogueDetailView>.Done>(outcome).View.Id.ToString();
        await using var db = bureau.OpenDb();
        var row = await db.Audit.SingleAsync(a => a.SubjectId == id);

        var changes = AuditChanges.Of(row.SubjectKind, row.Before, row.After);

        Assert.True(changes.Count > 8);
        Assert.All(changes, c => Assert.False(char.IsAsciiLetter(c.Field[0]), c.Field));
    }

    [Fact]
    public async Task List_Filters_NarrowTogether()
    {
        var mark = Mark();
        await WriteAsync("account.sign-in", mark + "甲", succeeded: false, kind: "account", subject: "someone");
        await WriteAsync("catalogue.Import", mark + "乙", kind: "review-package", subject: "p1");
        await WriteAsync("catalogue.Submit", mark + "丙", kind: "catalogue", subject: "c1");
        await WriteAsync("export.catalogue", mark + "丁", kind: "export", subject: "catalogue");

        Assert.Equal(["丁", "丙", "乙", "甲"], await MarkedAsync(mark, ""));
        Assert.Equal(["甲"], await MarkedAsync(mark, "&result=failed"));
        Assert.Equal(["丁", "丙", "乙"], await MarkedAsync(mark, "&result=succeeded"));
        Assert.Equal(["甲"], await MarkedAsync(mark, "&group=account"));
        Assert.Equal(["乙"], await MarkedAsync(mark, "&group=import"));
        Assert.Equal(["丙"], await MarkedAsync(mark, "&group=catalogue"));
        Assert.Equal(["丁"], await MarkedAsync(mark, "&kind=export"));
        Assert.Equal(["丙"], await MarkedAsync(mark, "&kind=catalogue&subject=c1"));
        Assert.Equal(["丁", "丙", "乙", "甲"], await MarkedAsync(mark, "&group=nonsense&result=maybe&from=yesterday&user=nobody"));
    }

    [Fact]
    public async Task List_Days_AreThoseOfChinaAndWhole()
    {
        var mark = Mark();
        // 2026-11-20 00:00 and 23:59:59 in Beijing, and a second beyond either end.
        await WriteAsync("account.sign-in", mark + "前", at: new(2026, 11, 19, 15, 59, 59, TimeSpan.Zero));
        await WriteAsync("account.sign-in", mark + "始", at: new(2026, 11, 19, 16, 0, 0, TimeSpan.Zero));
        await WriteAsync("account.sign-in", mark + "终", at: new(2026, 11, 20, 15, 59, 59, TimeSpan.Zero));
        await WriteAsync("account.sign-in", mark + "后", at: new(2026, 11, 20, 16, 0, 0, TimeSpan.Zero));

        Assert.Equal(["终", "始"], await MarkedAsync(mark, "&from=2026-11-20&to=2026-11-20"));
        Assert.Equal(["后", "终", "始"], await MarkedAsync(mark, "&from=2026-11-20"));
        Assert.Equal(["终", "始", "前"], await MarkedAsync(mark, "&to=2026-11-20"));
        Assert.Equal(4, (await MarkedAsync(mark, "&to=9999-12-31")).Count);
    }

    [Fact]
    public async Task List_Pages_NeitherRepeatNorSkip()
    {
        var mark = Mark();
        for (var i = 0; i < 7; i++)
            await WriteAsync("account.sign-in", mark + i);

        var pages = new List<AuditPage> { await ListAsync($"?q={mark}&size=3"), await ListAsync($"?q={mark}&size=3&page=2"), await ListAsync($"?q={mark}&size=3&page=3") };
        var beyond = await ListAsync($"?q={mark}&size=3&page=9");

        Assert.All(pages, p => Assert.Equal((7, false), (p.Total, p.Capped)));
        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], pages.SelectMany(p => p.Rows).Select(r => r.Summary[mark.Length..]));
        Assert.Equal(pages[2].Rows, beyond.Rows);
    }

    [Fact]
    public async Task Export_AFilter_TheSameRowsAsTheList()
    {
        var mark = Mark();
        await WriteAsync("account.sign-in", mark + "=1+1", succeeded: false);
        await WriteAsync("catalogue.Submit", mark + "二");

        var rows = await ExportedAsync($"?q={mark}");
        var sheet = await Workbooks.RowsAsync(await Workbooks.WriteAsync(new XlsxTable<AuditListRow>("审计", AuditColumns.All.ForExcel()), rows));

        Assert.Equal((await ListAsync($"?q={mark}")).Rows, rows);
        Assert.Equal(["时间", "人员", "单位", "操作", "对象", "说明", "结果", "地址"], sheet[0].Texts());
        Assert.Equal([mark + "二", mark + "=1+1"], sheet.Skip(1).Select(r => r.Cells[5].Text));
        Assert.Equal(["成功", "失败"], sheet.Skip(1).Select(r => r.Cells[6].Text));
    }

    private static string Mark() => $"标记{Interlocked.Increment(ref _marks)}号";

    private Task<AuditPage> ListAsync(string address, string who = "auditadmin") =>
        bureau.AsAsync<AuditService, AuditPage>(who, s => s.ListAsync(ListQuery.Parse(address), default));

    private async Task<List<string>> MarkedAsync(string mark, string more) => [.. (await ListAsync($"?q={mark}{more}")).Rows.Select(r => r.Summary[mark.Length..])];

    private Task<List<AuditListRow>> ExportedAsync(string address, string who = "auditadmin") =>
        bureau.AsAsync<AuditService, List<AuditListRow>>(who, async s => await s.StreamAsync(ListQuery.Parse(address), default).ToListAsync());

    private async Task WriteAsync(string action, string summary, bool succeeded = true, string? kind = null, string? subject = null, DateTimeOffset? at = null)
    {
        await using var db = bureau.OpenDb();
        db.Audit.Add(new AuditRow { At = at ?? bureau.Clock.Now, UserName = "甲某", Action = action, Summary = summary, Succeeded = succeeded, SubjectKind = kind, SubjectId = subject, Address = "127.0.0.1" });
        await db.SaveChangesAsync();
    }
}
