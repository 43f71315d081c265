using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>What a check of a file comes to, in words.</summary>
internal static class ImportWords
{
    private const int ColumnsNamed = 10;

    public static Notice Checked(ImportReport report) => report switch
    {
        { Counts.Rejected: > 0 and var rows } => new Notice(Tone.Attention, $"检查完成，{rows} 行有问题，还没有导入任何内容。"),
        { Errors.Count: > 0 and var places } => new Notice(Tone.Attention, $"检查完成，有 {places} 处内容找不到它所属的目录，还没有导入任何内容。"),
        _ when Unread(report) is { Count: > 0 } unread => new Notice(Tone.Attention, $"检查完成，读取的内容没有问题，但有 {unread.Count} 栏没有读取：{string.Join('、', unread.Take(ColumnsNamed))}{(unread.Count > ColumnsNamed ? "等" : string.Empty)}。这些栏的内容不会导入，请先在「栏目对应」中核对。"),
        _ => Notice.Done("检查完成，没有发现问题，可以导入。"),
    };

    /// <summary>What was passed over below the tables; null when nothing was.</summary>
    public static string? Skipped(ImportReport report) => report.Skipped.Count == 0
        ? null
        : $"跳过 {report.Skipped.Count} 行：{string.Join('、', report.Skipped.Select(s => s.Label).Distinct(StringComparer.Ordinal))}。这是表尾的合计和签署，不作为目录导入。";

    private static List<string> Unread(ImportReport report) =>
        [.. report.Layouts.Where(l => l.Kind == SheetKind.Entries).SelectMany(l => l.Layout!.Unrecognised).Select(c => c.Text.Length > 0 ? $"「{c.Title}」" : $"第 {ColumnMapping.Letters(c.Index)} 列（没有表头）")];
}
