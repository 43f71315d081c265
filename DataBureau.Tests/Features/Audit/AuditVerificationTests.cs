using System.Globalization;
using System.Security.Cryptography;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Commands;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Audit.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Audit;

/// <summary>That the chain was verified is itself in the chain. Each test has a database of its own.</summary>
[Trait("Category", "Service")]
public sealed class AuditVerificationTests : IAsyncLifetime
{
    private readonly BureauFixture _bureau = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public async Task InitializeAsync()
    {
        await _bureau.InitializeAsync();
        _bureau.Services.GetRequiredService<IConfiguration>()[SealKey.Setting] = Convert.ToBase64String(_key);
    }

    public Task DisposeAsync() => _bureau.DisposeAsync();

    [Fact]
    public async Task Command_ChainAsSealed_NotesWhoWhenHowFarAndShowsIt()
    {
        Assert.Null((await PageAsync()).LastVerified);
        await WriteAsync(3);

        Assert.Equal(CommandRunner.Done, await CommandAsync());

        var seal = await LastSealAsync();
        var shown = (await PageAsync()).LastVerified!;
        Assert.Equal((_bureau.Clock.Now, "服务器账号", Environment.UserName, true, "校验封存", "审计封存", "命令行"), (shown.At, shown.OrganisationName, shown.UserName, shown.Succeeded, shown.ActionName, shown.SubjectName, shown.AddressName));
        Assert.Equal($"通过，到第 {seal.Id} 号封存，3 条记录与封存一致，尚未封存 0 条。", AuditVerification.Result(shown.Summary));
        var row = (await _bureau.AsAsync<AuditService, AuditFound>("auditadmin", s => s.FindAsync(shown.Id, default))).Row!;
        Assert.Equal(
            [new("结果", "", "成功"), new("封存号", "", seal.Id.ToString(CultureInfo.InvariantCulture)), new("行数", "", "3"), new("尚未封存的行数", "", "0"), new("最后封存的校验码", "", Convert.ToHexStringLower(seal.Hash))],
            AuditChanges.Of(row.SubjectKind, row.Before, row.After));
    }

    [Fact]
    public async Task Command_AgainAndAgain_TheNotesAreSealedAndBreakNothing()
    {
        await WriteAsync(2);
        for (var sealedRows = 2; sealedRows < 6; sealedRows++)
        {
            Assert.Equal(CommandRunner.Done, await CommandAsync());
            Assert.Contains($"{sealedRows} 条记录与封存一致", (await PageAsync()).LastVerified!.Summary, StringComparison.Ordinal);
            _bureau.Clock.Advance(AuditSealer.Settles);
        }
    }

    [Fact]
    public async Task Command_RowTamperedWith_TheFindingIsNotedAndNothingNewIsSealed()
    {
        var ids = await WriteAsync(2);
        await CommandAsync();
        _bureau.Clock.Advance(AuditSealer.Settles);
        await using var db = _bureau.OpenDb();
        await db.Audit.Where(a => a.Id == ids[1]).ExecuteUpdateAsync(u => u.SetProperty(a => a.Summary, "改过的"));
        var before = await LastSealAsync();

        Assert.Equal(CommandRunner.Failed, await CommandAsync());

        var shown = (await PageAsync()).LastVerified!;
        Assert.False(shown.Succeeded);
        Assert.Equal($"不通过。记录 {ids[1]} 的内容被改动。没有与封存一致的记录。", AuditVerification.Result(shown.Summary));
        Assert.Equal(before.Id, (await LastSealAsync()).Id);
    }

    [Fact]
    public async Task Command_HashThatIsNotInTheChain_IsNotedAsAFailure()
    {
        await WriteAsync(1);

        Assert.Equal(CommandRunner.Failed, await CommandAsync("--last", new string('a', 64)));

        Assert.Contains("截断", (await PageAsync()).LastVerified!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_ChangedAfterwards_IsFound()
    {
        await WriteAsync(1);
        await CommandAsync();
        var note = (await PageAsync()).LastVerified!;
        _bureau.Clock.Advance(AuditSealer.Settles);
        await CommandAsync();
        await using var db = _bureau.OpenDb();
        await db.Audit.Where(a => a.Id == note.Id).ExecuteUpdateAsync(u => u.SetProperty(a => a.Succeeded, false));

        Assert.Equal(CommandRunner.Failed, await CommandAsync());

        Assert.Contains($"记录 {note.Id} 的内容被改动", (await PageAsync()).LastVerified!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ByAPerson_IsTheirs()
    {
        await _bureau.AsAsync<AuditVerification, AuditVerdict>("auditadmin", s => s.RunAsync(_key, null, default));

        await using var db = _bureau.OpenDb();
        var row = await db.Audit.SingleAsync(a => a.Action == AuditVerification.Action);
        Assert.Equal(await db.Users.Where(u => u.UserName == "auditadmin").Select(u => (Guid?)u.Id).SingleAsync(), row.UserId);
        Assert.EndsWith("通过，但还没有封存过，等待封存 0 条。", row.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    [InlineData("liaison")]
    public async Task Page_OfWhoIsNoAuditor_SaysNothingOfIt(string who)
    {
        await CommandAsync();

        Assert.Null((await PageAsync(who)).LastVerified);
    }

    [Fact]
    public async Task Page_OfAnAuditorOfOneOrganisation_SaysItToo()
    {
        await CommandAsync();
        await using var db = _bureau.OpenDb();
        var id = await db.Users.Where(u => u.UserName == "auditadmin").Select(u => u.Id).SingleAsync();
        await db.Grants.Where(g => g.UserId == id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Scope, GrantScope.Organisation));

        var page = await PageAsync();

        Assert.NotNull(page.LastVerified);
        Assert.DoesNotContain(page.Rows, r => r.Id == page.LastVerified.Id);
    }

    private async Task<int> CommandAsync(params string[] arguments)
    {
        await using var scope = _bureau.Services.CreateAsyncScope();
        return await VerifyAuditCommand.RunAsync(scope.ServiceProvider, new CommandLine("verify-audit", arguments), default);
    }

    private Task<AuditPage> PageAsync(string who = "auditadmin") => _bureau.AsAsync<AuditService, AuditPage>(who, s => s.ListAsync(new ListQuery(), default));

    private async Task<AuditSeal> LastSealAsync()
    {
        await using var db = _bureau.OpenDb();
        return await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Id).FirstAsync();
    }

    private async Task<List<long>> WriteAsync(int count)
    {
        await using var db = _bureau.OpenDb();
        var rows = Enumerable.Range(0, count).Select(i => new AuditRow { At = _bureau.Clock.Now - AuditSealer.Settles, UserName = "甲某", Action = "account.sign-in", Summary = $"第 {i} 条", Succeeded = true }).ToList();
        db.Audit.AddRange(rows);
        await db.SaveChangesAsync();
        return [.. rows.Select(r => r.Id).Order()];
    }
}
