using System.Globalization;
using DataBureau.Domain;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Projects;

/// <summary>The papers of a project: 复用检查表 and 验收数据清单核对表.</summary>
internal static class ProjectWorkbook
{
    public static FormWorkbook Reuse(ProjectDetailView view)
    {
        var form = Begin("复用检查表", "共性能力复用检查表", view)
            .Section("复用比对")
            .Table([("序号", 1), ("需要的能力", 1), ("结论", 1), ("复用的平台或组件", 2), ("不满足的原因", 1)],
                view.Content.Reuse.Select((r, i) => (IReadOnlyList<string?>)[Number(i), r.Capability, r.Conclusion.ChineseName(), r.Target(), r.Reason]));
        if (view.Content.NewComponents.Count > 0)
            form.Section("新建共性组件").Table([("序号", 1), ("名称", 3), ("登记情况", 2)],
                view.Content.NewComponents.Select((n, i) => (IReadOnlyList<string?>)[Number(i), n, view.Facts.RegisteredComponents.Contains(Domain.Catalogue.Import.NameKey.Of(n)) ? "已登记" : "未登记"]));
        if (view.Content.Systems.Count > 0)
            form.Section("系统清单与新旧衔接").Table([("序号", 1), ("系统名称", 2), ("新建或既有", 1), ("衔接安排", 2)],
                view.Content.Systems.Select((s, i) => (IReadOnlyList<string?>)[Number(i), s.Name, s.Existing ? "既有" : "新建", s.Relation]));
        return form.Signatures("填表人", "单位负责人", "填表日期");
    }

    public static FormWorkbook DataList(ProjectDetailView view, IReadOnlyList<DataItemView> items) => Begin("数据清单核对表", "验收数据清单核对表", view)
        .Section($"数据清单（共 {items.Count} 项，未通过 {items.Count(i => i.Finding is not null)} 项，核减 {items.Count(i => i.Release is not null)} 项，名称不同 {items.Count(i => i.NameDiffers)} 项）")
        .Table([("序号", 1), ("数据名称", 1), ("对应目录条目", 1), ("核对结果", 1), ("备注", 2)],
            items.Select((i, n) => (IReadOnlyList<string?>)[Number(n), i.Name, Entry(i), Result(i), i.Release is { } release ? ProjectWords.Release(release) : i.NameDiffers ? $"名称不同：拟编「{i.EntryToMake}」" : null]))
        .Note(view.Content.NoDataReason is { } none ? $"不形成数据的说明：{none}" : "注：除核减的以外，每一项都有审核通过的目录条目，方可通过验收。")
        .Signatures("建设单位", "验收组织单位", "核对日期");

    private static string? Entry(DataItemView item) => item.Release is not null ? null : item.EntryName ?? (item.LineageId is null ? $"（拟编）{item.EntryToMake}" : "（已不存在）");

    private static string Result(DataItemView item) => item.Release is not null ? "已核减" : item.Finding is { } finding ? finding.Problem.ChineseName() : "审核通过";

    private static FormWorkbook Begin(string sheet, string title, ProjectDetailView view) => new FormWorkbook(sheet)
        .Title(title)
        .NumberLine(view.ReplyNumber ?? "（未批复）", view.State.ChineseName())
        .Section("项目")
        .Fields(new("项目名称", view.Content.Name), new("项目代码", view.Content.Code), new("建设单位", view.OrganisationName), new("决定机关", view.AuthorityName),
            new("预算（万元）", view.Content.Budget?.ToString("#,##0.##", CultureInfo.InvariantCulture)), new("建设期", ProjectWords.Period(view.Content.StartOn, view.Content.FinishOn)));

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
