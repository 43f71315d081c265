using DataBureau.Domain;
using DataBureau.Web.Commands;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>verify-tallies: 0 when every sum is the number of its entries, else 1 with the differences. rebuild-tallies puts them right.</summary>
internal static class TallyCommands
{
    private const int Shown = 20;

    public static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var differences = await services.GetRequiredService<TallyCheck>().DifferencesAsync(cancellationToken);
        if (differences.Count == 0)
        {
            await Console.Out.WriteLineAsync("目录计数校验通过：每一项计数都与目录条目一致。");
            return CommandRunner.Done;
        }

        await Console.Error.WriteLineAsync($"目录计数校验不通过：{differences.Count} 项与目录条目不一致。请运行 rebuild-tallies 更正。");
        foreach (var d in differences.Take(Shown))
            await Console.Error.WriteLineAsync($"  {d.Key.RegionCode} {d.Key.ProviderId} {d.Key.State.ChineseName()}{(d.Key.IsHead ? "" : "（非最新版本）")}：计数 {d.Tallied}，实有 {d.Counted}");
        return CommandRunner.Failed;
    }

    public static async Task<int> RebuildAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var check = services.GetRequiredService<TallyCheck>();
        var corrected = await check.RebuildAsync(cancellationToken);
        var fewer = await services.GetRequiredService<TallyCompactor>().RunAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"已更正 {corrected.Count} 项目录计数，合并计数行 {fewer} 行。");
        return CommandRunner.Done;
    }
}
