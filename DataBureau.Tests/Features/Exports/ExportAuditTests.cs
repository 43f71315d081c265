using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Exports;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Exports;

/// <summary>What the audit says of an export, however it ends, and what its owner sees of it.</summary>
public sealed class ExportAuditTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Write_Whole_SaysTheFilterInWordsAndTheRows()
    {
        await bureau.EntryAsync(Contents.Complete("导出之一"));
        await using var scope = await bureau.AsAsync("liaison");

        var rows = await CatalogueLists.Catalogue.WriteAsync(scope.ServiceProvider, ListQuery.Parse("?q=导出之一&state=Draft"), Stream.Null, default);

        var end = await LastAsync("liaison");
        Assert.Equal((1, true), (rows, end.Succeeded));
        Assert.Equal("导出「公共数据目录」完成，共 1 行；筛选：搜索：导出之一；状态：草稿", end.Summary);
        Assert.Equal([("搜索：导出之一；状态：草稿", (long?)1, "完成")], (await TakenAsync("liaison")).Rows.Select(t => (t.Narrowed, t.Rows, t.Outcome)));
        Assert.Equal(0, (await TakenAsync("head")).Total);
    }

    /// <summary>Each list has a vocabulary of its own: the same word of an address is another in the next list.</summary>
    [Theory]
    [InlineData("catalogue", "?state=Published", "状态：已发布")]
    [InlineData("catalogue", "?state=Draft.Returned&region=140100&sharing=unset", "辖区：太原市；共享类型：未填写；状态：草稿、退回修改")]
    [InlineData("plans", "?state=Published", "状态：已公布")]
    [InlineData("inbox", "?due=overdue", "期限：已逾期")]
    [InlineData("inbox-started", "?state=open", "办理情况：办理中")]
    [InlineData("inbox", "?q=甲&columns=name,code", "搜索：甲")]
    [InlineData("inbox", "?cols=title.due", "列：事项、到期日")]
    [InlineData("consultation-opinions", "?consultation=5f0c3a52-33ab-4f5e-9c3c-0b5f4c0f8f11", "没有筛选")]
    [InlineData("plans", "?organisation=PROVIDER&due-before=2026-11-20", "期限早于：2026-11-20；单位：山西省民政厅")]
    [InlineData("plan-matrix", "?standing=Filed.Published", "进度：已备案、已公布")]
    public async Task Write_Narrowed_SaysItInTheWordsOfTheListAndTheNamesOfTheDay(string name, string address, string words)
    {
        await using var db = bureau.OpenDb();
        var provider = await db.Organisations.Where(o => o.Name == "山西省民政厅").Select(o => o.Id).SingleAsync();
        var query = ListQuery.Parse(address.Replace("PROVIDER", provider.ToString(), StringComparison.Ordinal));
        await using var scope = await bureau.AsAsync("liaison.taiyuan");

        await (name switch
        {
            "catalogue" => WriteAsync(CatalogueLists.Catalogue),
            "plans" => WriteAsync(PlanColumns.Export),
            "plan-matrix" => WriteAsync(PlanMatrixColumns.Export),
            "inbox" => WriteAsync(InboxLists.Todo),
            "inbox-started" => WriteAsync(InboxLists.Started),
            _ => WriteAsync(ConsultationColumns.OpinionExport),
        });

        Assert.Equal(words, (await TakenAsync("liaison.taiyuan")).Rows[0].Narrowed);

        Task WriteAsync<TRow>(ListExport<TRow> list) => list.WriteAsync(scope.ServiceProvider, query, Stream.Null, default);
    }

    [Fact]
    public async Task Write_StoppedHalfway_SaysSoWithTheRowsSoFar()
    {
        await using var scope = await bureau.AsAsync("reviewer");
        var running = scope.ServiceProvider.GetRequiredService<RunningExports>();
        var (id, me) = (Guid.NewGuid(), await IdAsync("reviewer"));
        var list = CatalogueLists.Catalogue with { Columns = [new("n", "序号", _ => "1")], Rows = (_, _, _) => Endless(n =>
        {
            if (n == 3000)
                running.Find(id, me)!.Cancel();
        }) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => list.WriteAsync(scope.ServiceProvider, new ListQuery(), Stream.Null, default, id));

        var end = await LastAsync("reviewer");
        Assert.False(end.Succeeded);
        Assert.Equal("导出「公共数据目录」已取消，已写出 3000 行", end.Summary);
        var run = running.Find(id, me)!;
        Assert.Equal((3000, true, false), (run.Rows, run.IsCancelled, run.IsWhole));
        Assert.Null(running.Find(id, await IdAsync("head")));
        Assert.Equal("已取消", (await TakenAsync("reviewer")).Rows[0].Outcome);
    }

    [Fact]
    public async Task Write_BrokenOff_SaysSo()
    {
        await using var scope = await bureau.AsAsync("bureaulead");
        var list = CatalogueLists.Catalogue with { Columns = [new("n", "序号", _ => "1")], Rows = (_, _, _) => Endless(n =>
        {
            if (n == 10)
                throw new InvalidOperationException("The database is gone.");
        }) };

        await Assert.ThrowsAsync<InvalidOperationException>(() => list.WriteAsync(scope.ServiceProvider, new ListQuery(), Stream.Null, default));

        Assert.Equal("导出「公共数据目录」中断，已写出 9 行", (await LastAsync("bureaulead")).Summary);
    }

    [Fact]
    public async Task Available_FollowsThePermissions()
    {
        bureau.Services.GetRequiredService<ExportRegistry>().Add(new RegisteredExport("test-catalogue", "目录", CataloguePermissions.Export, ExportKind.List, "/export/x.xlsx"));

        Assert.Contains(await bureau.AsAsync<ExportService, IReadOnlyList<RegisteredExport>>("reviewer", s => s.AvailableAsync(default)), e => e.Name == "test-catalogue");
        Assert.DoesNotContain(await bureau.AsAsync<ExportService, IReadOnlyList<RegisteredExport>>("sysadmin", s => s.AvailableAsync(default)), e => e.Name == "test-catalogue");
    }

    [Fact]
    public void Find_FinishedLongAgo_IsForgottenWithTheNextOne()
    {
        var clock = new TestClock();
        var running = new RunningExports(clock);
        var (old, me) = (Guid.NewGuid(), Guid.NewGuid());
        running.Start(old, me, "甲", default).Finish(whole: true, clock.Now);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(running.Find(old, me));

        using var next = running.Start(Guid.NewGuid(), me, "乙", default);

        Assert.Null(running.Find(old, me));
    }

    private static async IAsyncEnumerable<CatalogueRow> Endless(Action<int> before)
    {
        for (var n = 1; ; n++)
        {
            before(n);
            yield return null!;
            await Task.Yield();
        }
    }

    private Task<Page<TakenExport>> TakenAsync(string who) => bureau.AsAsync<ExportService, Page<TakenExport>>(who, s => s.TakenAsync(new ListQuery(), default));

    private async Task<AuditRow> LastAsync(string who)
    {
        var id = await IdAsync(who);
        await using var db = bureau.OpenDb();
        return await db.Audit.Where(a => a.UserId == id).OrderByDescending(a => a.Id).FirstAsync();
    }

    private async Task<Guid> IdAsync(string who)
    {
        await using var db = bureau.OpenDb();
        return await db.Users.Where(u => u.UserName == who).Select(u => u.Id).SingleAsync();
    }
}
