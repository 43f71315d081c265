using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Commands;

/// <summary>import FILE: one JSON object on standard output. 0: all in; 3: something was rejected, each with its error; 2: unusable file, with the reason in words on standard error.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task<int> RunAsync(IServiceProvider services, CommandLine line, TextWriter output, CancellationToken cancellationToken)
    {
        var file = line.Word() ?? throw new StartupRefusal("请指明要导入的文件：import FILE --organisation CODE --as USER。");
        if (!File.Exists(file))
            throw new StartupRefusal($"没有找到文件「{file}」。");
        var accept = line.Option("accept") switch
        {
            null or "all" => ImportAcceptance.All,
            "good" => ImportAcceptance.Good,
            var other => throw new StartupRefusal($"--accept 的值「{other}」无法识别，请填写 all 或 good。"),
        };
        await CommandUser.BecomeAsync(services, line, cancellationToken);
        var request = new ImportRequest(file, Path.GetFileName(file), await OrganisationAsync(services, line, cancellationToken)) { CreateOrganisations = line.Has("create-organisations") };
        // Before anything is imported: afterwards would be too late to say that the report cannot be written.
        await using var reportFile = ReportFile.Open(line.Option("report"), file);
        var import = services.GetRequiredService<ImportService>();
        var (report, refusal) = line.Has("dry-run")
            ? await import.CheckAsync(request, null, cancellationToken)
            : await import.ImportAsync(request, accept, null, cancellationToken);
        // A column mapping is settled on the page, where the rows can be seen; what was settled there holds here.
        if (report is null || refusal is not null)
            throw new StartupRefusal(refusal!.Sentence + (report is { AsksForHeader: true } ? "如果它就是目录，请先在「导入目录」页面选出表头行、指定各列是什么并导入一次；以后同样表头的文件就可以用本命令导入。" : string.Empty));
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            report.Counts.Rows,
            report.Counts.Imported,
            report.Counts.Updated,
            report.Counts.Unchanged,
            report.Counts.Rejected,
            Errors = report.Errors.Select(Located),
            Warnings = report.Warnings.Select(Located),
            report.Skipped,
        }, Json));
        if (reportFile is not null)
            await reportFile.WriteAsync(workbook => CatalogueErrorWorkbook.WriteAsync(request, report, workbook, services.GetRequiredService<ILogger<ImportService>>(), cancellationToken));
        return report.Errors.Count == 0 ? CommandRunner.Done : CommandRunner.SomeRejected;
    }

    private static object Located(ImportError e) =>
        new { e.Sheet, e.Row, Column = e.ColumnLetters, e.Code, Message = e.Header.Length == 0 || e.Sentence.StartsWith(e.Header, StringComparison.Ordinal) ? e.Sentence : $"{e.Header}：{e.Sentence}" };

    private static async Task<Guid> OrganisationAsync(IServiceProvider services, CommandLine line, CancellationToken cancellationToken)
    {
        var code = line.Option("organisation") ?? throw new StartupRefusal("请用 --organisation CODE 指明为哪个单位导入（单位代码或全称）。");
        var key = NameKey.Of(code);
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync(cancellationToken);
        var found = await db.Organisations.Where(o => o.Code == code || o.NameKey == key).Select(o => o.Id).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : throw new StartupRefusal($"没有找到代码或名称为「{code}」的单位，或有多个同名单位。");
    }
}
