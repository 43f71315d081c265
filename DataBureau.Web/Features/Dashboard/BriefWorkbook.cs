using System.Globalization;
using ClosedXML.Excel;
using DataBureau.Domain;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The brief as a workbook for A4: 摘要, 进展 with bars in the cells, and the lists.</summary>
internal sealed class BriefWorkbook : IDisposable
{
    public const string Title = "数据工作简报";

    private readonly XLWorkbook _book = new();
    private readonly BriefView _view;

    public BriefWorkbook(BriefView view)
    {
        _view = view;
        Summary();
        Progress();
        var (overdue, published, filed, replied, concluded) = (view.Overdue, view.Published, view.Filed, view.Replied, view.Concluded);
        List("逾期事项", overdue.Total, ["事项", "名称", "环节", "责任单位", "到期日", "逾期（工作日）"], [10, 44, 14, 26, 12, 14], overdue.Rows.Select(o => new object?[] { o.KindName, o.Title, o.State, o.OrganisationName, o.DueOn, o.WorkingDays }));
        List("本期发布目录", published.Total, ["信息资源名称", "提供方", "信息资源代码", "发布日期"], [50, 30, 24, 12], published.Rows.Select(p => new object?[] { p.Title, p.OrganisationName, p.Number, ChinaTime.DateOf(p.At) }));
        List("本期备案", filed.Total, ["事项", "名称", "单位", "备案号", "备案日期"], [12, 44, 30, 28, 12], filed.Rows.Select(f => new object?[] { f.KindName, f.Title, f.OrganisationName, f.Number, ChinaTime.DateOf(f.At) }));
        List("本期批复项目", replied.Total, ["项目名称", "建设单位", "批复文号", "批复日期"], [50, 30, 28, 12], replied.Rows.Select(p => new object?[] { p.Title, p.OrganisationName, p.Number, ChinaTime.DateOf(p.At) }));
        List("本期会商结论", concluded.Total, ["会商事项", "牵头单位", "会商编号", "结论", "结论日期"], [50, 30, 28, 14, 12],
            concluded.Rows.Select(c => new object?[] { c.Title, c.ConvenorName, c.Number, c.Conclusion?.ChineseName(), ChinaTime.DateOf(c.At) }));
    }

    /// <summary>ClosedXML writes synchronously, which a response body forbids: hence the detour through memory.</summary>
    public async Task SaveAsync(Stream output, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        _book.SaveAs(buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellationToken);
    }

    public void Dispose() => _book.Dispose();

    private void Summary()
    {
        var sheet = BriefSheets.Add(_book, "摘要", XLPageOrientation.Portrait, [34, 14, 14, 14, 10]);
        var row = BriefSheets.Heading(sheet, Title, 5);
        foreach (var (label, text) in new[]
        {
            ("范围", _view.Scope.Name), ("期间", $"{_view.Period.Word}（{_view.Comparison.Now.Text}）"), ("对比期间", _view.Comparison.Before.Text),
            ("数据截至", ChinaTime.Local(_view.Dashboard.AsOf).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), ("制表人", _view.MadeBy),
        })
        {
            sheet.Cell(row, 1).SetText(label).Style.Font.SetBold();
            sheet.Range(row, 2, row, 5).Merge().FirstCell().SetText(text);
            row++;
        }

        row = BriefSheets.Table(sheet, row + 1, "本期与上期", ["事项", "本期", "上期", "增减", "单位"],
            _view.Comparison.Rows.Select(c => new object?[] { c.Now.Title, c.Now.Value, c.Before.Value, c.Now.Value - c.Before.Value, c.Now.Unit }));
        row = BriefSheets.Table(sheet, row + 1, "截至目前", ["事项", "数量", "单位"], _view.Standing.Select(f => new object?[] { f.Title, f.Value, f.IsUnset ? f.Text : f.Unit }));
        BriefSheets.Note(sheet, row + 1, 5, $"逾期事项 {_view.Overdue.Total} 件，本期发布目录 {_view.Published.Total} 条，本期备案 {_view.Filed.Total} 件，本期批复项目 {_view.Replied.Total} 件，本期会商结论 {_view.Concluded.Total} 件，明细见后附各表。");
    }

    private void Progress()
    {
        var sheet = BriefSheets.Add(_book, "进展", XLPageOrientation.Portrait, [34, 14, 14, 14, 12]);
        var row = 1;
        if (_view.Dashboard.Catalogue is { } c)
        {
            row = Bars(sheet, row, "目录：按状态", c.States);
            row = Bars(sheet, row + 1, "目录：按共享类型", c.Sharing);
            row = Bars(sheet, row + 1, "目录：按开放类型", c.Opening);
            row = Rows(sheet, row + 1, "各地目录进展", c.Regions);
            row = Rows(sheet, row + 1, "本级部门目录进展", c.Departments);
        }

        if (_view.Dashboard.Filings is { Count: > 0 } months)
        {
            var from = row + 3;
            row = BriefSheets.Table(sheet, row + 1, "逐月备案", ["月份", .. months[0].Kinds.Select(k => k.Title), "合计"], months.Select(m => (object?[])[m.Name, .. m.Counts.Select(c => (object?)c), m.Total]));
            BriefSheets.DataBar(sheet.Range(from, months[0].Kinds.Count + 2, row - 1, months[0].Kinds.Count + 2));
        }

        if (_view.Dashboard.Work is { Stages.Count: > 0 } work)
            BriefSheets.Table(sheet, row + 1, $"各环节平均用时（{_view.Period.AveragedWord}，上期指 {_view.Period.AveragedBefore.Text}）", ["事项和环节", "件次", "平均（工作日）", "最长（工作日）", "上期平均"],
                work.Stages.Select(s => new object?[] { $"{s.KindName}：{s.Time.Stage}", s.Time.Stays, s.Time.Average, s.Time.Longest, s.Before?.Average }));
    }

    private static int Bars(IXLWorksheet sheet, int row, string title, IReadOnlyList<FigureView> figures)
    {
        var next = BriefSheets.Table(sheet, row, title, ["类别", "数量"], figures.Select(f => new object?[] { f.Title, f.Value }));
        if (figures.Count > 0)
            BriefSheets.DataBar(sheet.Range(row + 2, 2, next - 1, 2));
        return next;
    }

    private static int Rows(IXLWorksheet sheet, int row, string title, IReadOnlyList<ProgressRow> rows)
    {
        if (rows.Count == 0)
            return row - 1;
        var next = BriefSheets.Table(sheet, row, title, ["名称", "目录条目", "已发布", "发布率（%）", "进度"], rows.Select(p => new object?[] { p.Name, p.Total.Value, p.Published.Value, p.Share, p.Pace.ChineseName() }));
        BriefSheets.DataBar(sheet.Range(row + 2, 4, next - 1, 4));
        return next;
    }

    private void List(string name, int total, string[] headers, double[] widths, IEnumerable<object?[]> rows)
    {
        var sheet = BriefSheets.Add(_book, name, XLPageOrientation.Landscape, widths);
        var next = BriefSheets.Table(sheet, 1, $"{name}（{_view.Scope.Name}，共 {total} 条）", headers, rows);
        sheet.PageSetup.SetRowsToRepeatAtTop(2, 2);
        sheet.SheetView.FreezeRows(2);
        if (total == 0)
            BriefSheets.Note(sheet, next, headers.Length, "没有。");
        else if (total > next - 3)
            BriefSheets.Note(sheet, next, headers.Length, $"只列出前 {next - 3} 条；全部 {total} 条请在看板点开相应数字后导出。");
    }
}
