using DataBureau.Web.Commands;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>verify-audit [--last HASH]: seals what has settled, verifies the whole chain, and notes in the audit that it did. 0: as sealed; 1: not, with the first finding.</summary>
internal static class VerifyAuditCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, CommandLine line, CancellationToken cancellationToken)
    {
        var key = services.GetRequiredService<SealKey>().Read() ?? throw new StartupRefusal($"没有配置 {SealKey.Setting}，无法校验审计记录。");
        services.GetRequiredService<CurrentUser>().Become(null, "command-line");
        var verdict = await services.GetRequiredService<AuditVerification>().RunAsync(key, line.Option("last"), cancellationToken);
        if (verdict.Finding is { } finding)
        {
            await Console.Error.WriteLineAsync($"审计记录校验不通过：{finding}此前的 {verdict.Rows} 条记录与封存一致。");
            return CommandRunner.Failed;
        }

        await Console.Out.WriteLineAsync($"审计记录校验通过：已封存 {verdict.Rows} 条，尚未封存 {verdict.Unsealed} 条。");
        if (verdict.LastHash is { } hash)
            await Console.Out.WriteLineAsync($"最后封存的校验码：{hash}。请另行记下，下次用 --last 核对，可以发现尾部被截断。");
        return CommandRunner.Done;
    }
}
