using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Imports;

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

    /// <param name="refusal">Why the file cannot be used.</param>
    /// <param name="report">What a person can put right of it; null when nothing.</param>
    public static Notice Refused(ImportRefusal refusal, ImportReport? report) => report is { AsksForHeader: true }
        ? new Notice(Tone.Attention, $"{refusal.Sentence}如果它就是目录，请在下面的「栏目对应」中选出表头行，并指定各列是什么；导入后会记住，同样的表头下次不用再指定。")
        : Notice.Failed(refusal.Sentence);

    /// <summary>Why a file is no catalogue; where a sheet may be one all the same, which row looks like its header.</summary>
    public static string NotACatalogue(string file, IReadOnlyList<ImportSheetLayout> layouts)
    {
        if (layouts.FirstOrDefault(l => l.ProposedRow is not null) is not { ProposedRow: { } row } sheet)
            return $"「{file}」里没有找到目录表。{string.Concat(layouts.Select(l => l.Note).Where(n => n is not null).Take(2))}";
        var titles = sheet.Top[row].Where(t => t.Length is > 0 and <= HeaderText.LongestHeader).Select(t => $"「{HeaderText.Shown(t)}」").ToList();
        return $"「{file}」里没有找到认得的目录表头。{(layouts.Count > 1 ? $"工作表「{sheet.Sheet}」" : string.Empty)}第 {row + 1} 行像是表头（{string.Join('、', titles.Take(ColumnsNamed))}{(titles.Count > ColumnsNamed ? "等" : string.Empty)}），但认出的栏目不够，不能当作目录读取。";
    }

    /// <summary>What was passed over below the tables; null when nothing was.</summary>
    public static string? Skipped(ImportReport report) => report.Skipped.Count == 0
        ? null
        : $"跳过 {report.Skipped.Count} 行：{string.Join('、', report.Skipped.Select(s => s.Label).Distinct(StringComparer.Ordinal))}。这是表尾的合计和签署，不作为目录导入。";

    private static List<string> Unread(ImportReport report) =>
        [.. report.Layouts.Where(l => l.Kind == SheetKind.Entries).SelectMany(l => l.Layout!.Unrecognised).Select(c => c.Text.Length > 0 ? $"「{c.Title}」" : $"第 {ColumnMapping.Letters(c.Index)} 列（没有表头）")];
}
