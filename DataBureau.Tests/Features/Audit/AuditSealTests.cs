using System.Security.Cryptography;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Audit.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Audit;

/// <summary>Each test has a database of its own: whoever breaks a chain breaks it for good.</summary>
[Trait("Category", "Service")]
public sealed class AuditSealTests : IAsyncLifetime
{
    private readonly BureauFixture _bureau = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private AuditSealer Sealer => _bureau.Services.GetRequiredService<AuditSealer>();

    public Task InitializeAsync() => _bureau.InitializeAsync();

    public Task DisposeAsync() => _bureau.DisposeAsync();

    [Fact]
    public async Task Verify_Untouched_AllRowsAreAsSealed()
    {
        await WriteAsync(3);
        Assert.Equal(3, await SealAsync());
        await WriteAsync(2);
        Assert.Equal(2, await SealAsync());
        await WriteAsync(1, settled: false);
        Assert.Equal(0, await SealAsync());

        var verdict = await VerifyAsync();

        Assert.Equal((5L, 1L, null), (verdict.Rows, verdict.Unsealed, verdict.Finding));
    }

    [Fact]
    public async Task Seal_MoreThanOneRun_OneChain()
    {
        await WriteAsync(2100);

        Assert.Equal(2100, await SealAsync());

        await using var db = _bureau.OpenDb();
        Assert.Equal([1000, 1000, 100], await db.Set<AuditSeal>().OrderBy(s => s.Id).Select(s => s.Count).ToListAsync());
        Assert.Null((await VerifyAsync()).Finding);
    }

    public static readonly TheoryData<string, Func<IQueryable<AuditRow>, long, Task>> Tamperings = new()
    {
        { "的内容被改动。", (rows, id) => rows.Where(a => a.Id == id).ExecuteUpdateAsync(u => u.SetProperty(a => a.Summary, "改过的")) },
        { "的内容被改动。", (rows, id) => rows.Where(a => a.Id == id).ExecuteUpdateAsync(u => u.SetProperty(a => a.Succeeded, false)) },
        { "的内容被改动。", (rows, id) => rows.Where(a => a.Id == id).ExecuteUpdateAsync(u => u.SetProperty(a => a.SubjectId, "")) },
        { "已被删除。", (rows, id) => rows.Where(a => a.Id == id).ExecuteDeleteAsync() },
        { "已被删除。", (rows, id) => rows.Where(a => a.Id >= id).ExecuteDeleteAsync() },
    };

    [Theory]
    [MemberData(nameof(Tamperings), DisableDiscoveryEnumeration = true)]
    public async Task Verify_RowTamperedWith_NamesTheRow(string finding, Func<IQueryable<AuditRow>, long, Task> tamper)
    {
        var ids = await WriteAsync(5);
        await SealAsync();

        await using var db = _bureau.OpenDb();
        await tamper(db.Audit, ids[2]);

        Assert.Equal($"记录 {ids[2]} {finding}", (await VerifyAsync()).Finding);
    }

    [Fact]
    public async Task Verify_RowSlippedIn_NamesTheRow()
    {
        var ids = await WriteAsync(5);
        await using var db = _bureau.OpenDb();
        await db.Audit.Where(a => a.Id == ids[2]).ExecuteDeleteAsync();
        await SealAsync();

        await db.Database.OpenConnectionAsync();
        if (TestDatabases.OnSqlServer)
            await db.Database.ExecuteSqlRawAsync("SET IDENTITY_INSERT audit ON");
        db.Audit.Add(Row(1, ids[2]));
        await db.SaveChangesAsync();

        Assert.Equal($"记录 {ids[2]} 是封存之后加进去的。", (await VerifyAsync()).Finding);
    }

    [Fact]
    public async Task Verify_LinkRemovedOrAltered_SaysWhere()
    {
        var first = await WriteAsync(2);
        await SealAsync();
        var second = await WriteAsync(2);
        await SealAsync();
        await WriteAsync(2);
        await SealAsync();

        await using var db = _bureau.OpenDb();
        var firstSeal = db.Set<AuditSeal>().Where(x => x.LastId == first[1]);
        await firstSeal.ExecuteUpdateAsync(u => u.SetProperty(x => x.Count, 1));
        Assert.StartsWith($"记录 1 至 {first[1]} 的封存与密钥不符", (await VerifyAsync()).Finding, StringComparison.Ordinal);
        await firstSeal.ExecuteUpdateAsync(u => u.SetProperty(x => x.Count, 2));
        await db.Set<AuditSeal>().Where(x => x.LastId == second[1]).ExecuteDeleteAsync();

        Assert.StartsWith($"封存链在记录 {second[0]} 处断开", (await VerifyAsync()).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TailCutOff_TheHashWrittenDownIsMissed()
    {
        await WriteAsync(2);
        await SealAsync();
        var ids = await WriteAsync(2);
        await SealAsync();
        var known = (await VerifyAsync()).LastHash;

        Assert.Null((await VerifyAsync(known)).Finding);
        await using var db = _bureau.OpenDb();
        await db.Audit.Where(a => a.Id >= ids[0]).ExecuteDeleteAsync();
        await db.Set<AuditSeal>().Where(x => x.LastId == ids[1]).ExecuteDeleteAsync();

        Assert.Null((await VerifyAsync()).Finding);
        Assert.Contains("截断", (await VerifyAsync(known)).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OtherKey_DoesNotMatch()
    {
        await WriteAsync(1);
        await SealAsync();

        var verdict = await _bureau.Services.GetRequiredService<AuditVerifier>().VerifyAsync(RandomNumberGenerator.GetBytes(32), null, default);

        Assert.Contains("密钥", verdict.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_SeveralServersAtOnce_OneChain()
    {
        await WriteAsync(50);

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAsync()));

        Assert.Equal(50, done.Sum());
        Assert.Equal((50L, null), ((await VerifyAsync()).Rows, (await VerifyAsync()).Finding));
    }

    private Task<int> SealAsync() => Sealer.SealAsync(_key, default);

    private Task<AuditVerdict> VerifyAsync(string? known = null) => _bureau.Services.GetRequiredService<AuditVerifier>().VerifyAsync(_key, known, default);

    private async Task<List<long>> WriteAsync(int count, bool settled = true)
    {
        await using var db = _bureau.OpenDb();
        var rows = Enumerable.Range(0, count).Select(i => Row(i, settled: settled)).ToList();
        db.Audit.AddRange(rows);
        await db.SaveChangesAsync();
        return [.. rows.Select(r => r.Id).Order()];
    }

    private AuditRow Row(int number, long id = 0, bool settled = true) => new()
    {
        Id = id,
        At = settled ? _bureau.Clock.Now - AuditSealer.Settles : _bureau.Clock.Now,
        UserName = "甲某",
        Action = "account.sign-in",
        Summary = $"第 {number} 条",
        Succeeded = true,
    };
}
