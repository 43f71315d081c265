using System.Globalization;
using DataBureau.Web.Files;

namespace DataBureau.Web.Commands;

/// <summary>verify-files: compares every stored attachment with the hash under which it was taken in. 0: all as uploaded; 1: not, a line each.</summary>
internal static class VerifyFilesCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var verdict = await services.GetRequiredService<ContentVerifier>().VerifyAsync(cancellationToken);
        foreach (var finding in verdict.Findings)
            await Console.Error.WriteLineAsync($"{(finding.Missing ? "缺失" : "内容已改变")}：{finding.Sha256}，附件：{string.Join('、', finding.Attachments)}。");
        var size = (verdict.Bytes / 1024.0 / 1024).ToString("#,##0.0", CultureInfo.InvariantCulture);
        await Console.Out.WriteLineAsync($"已核对 {verdict.Contents} 份附件内容，共 {size} MB，{(verdict.Findings.Count == 0 ? "全部与上传时一致。" : $"{verdict.Findings.Count} 份有问题，请从备份恢复。")}");
        return verdict.Findings.Count == 0 ? CommandRunner.Done : CommandRunner.Failed;
    }
}
