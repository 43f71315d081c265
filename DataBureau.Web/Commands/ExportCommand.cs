using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Identity;

namespace DataBureau.Web.Commands;

/// <summary>export LIST --as USER --out FILE [--query "state=Published"]: the list with all its columns and the 信息项 on a sheet of their own, as the person may see it.</summary>
internal static class ExportCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, CommandLine line, CancellationToken cancellationToken)
    {
        var name = line.Word();
        if (name != CatalogueLists.Catalogue.Name)
            throw new StartupRefusal($"没有名为「{name}」的清单。可以导出的清单：{CatalogueLists.Catalogue.Name}。");
        var path = line.Option("out") ?? throw new StartupRefusal("请用 --out FILE 指明导出到哪个文件。");
        await CommandUser.BecomeAsync(services, line, cancellationToken);
        if (await services.GetRequiredService<CurrentActor>().GetAsync() is not { } actor || !actor.Holds(CataloguePermissions.Export))
            throw new StartupRefusal($"该用户没有「{CataloguePermissions.Export.Name}」的权限。");
        var query = ListQuery.Parse(line.Option("query")).WithFilter(ListExportEndpoints.FullKey, "1");
        // Under a temporary name until it is whole: half a list must not pass for a list.
        var temporary = path + ".part";
        long rows;
        await using (var file = File.Create(temporary))
            rows = await CatalogueLists.Catalogue.WriteAsync(services, query, file, cancellationToken);
        File.Move(temporary, path, overwrite: true);
        await Console.Out.WriteLineAsync($"已导出 {rows} 行：{path}");
        return CommandRunner.Done;
    }
}
