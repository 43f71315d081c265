using System.Globalization;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Components.Scratch;

public sealed record Row(int Id, string Name, string Code, string Department, string Region, string Share, string State, Tone Tone, int Items, decimal Share2, DateOnly Due, DateTimeOffset At, int Left);

public static class Rows
{
    private static readonly string[] Names = ["企业登记信息", "婚姻登记信息查询", "城乡居民最低生活保障对象信息（含分类施保、低收入家庭认定及动态管理记录）", "不动产登记簿基本信息", "道路运输经营许可证信息", "医疗机构执业登记信息", "失业保险待遇发放记录及核验结果数据（按月更新）", "残疾人证持证人员信息", "公共租赁住房保障家庭信息", "食品经营许可信息"];
    private static readonly string[] Deps = ["太原市市场监督管理局", "太原市民政局", "太原市规划和自然资源局", "太原市人力资源和社会保障局", "太原市住房和城乡建设局"];
    private static readonly (string, Tone)[] States = [("草稿", Tone.Neutral), ("审核中", Tone.Info), ("退回修改", Tone.Attention), ("已发布", Tone.Success), ("已撤销", Tone.Danger)];
    public static readonly IReadOnlyList<Row> All = [.. Enumerable.Range(1, 1287).Select(i => new Row(i, Names[i % Names.Length], $"307014{i:D6}/000{i % 9}", Deps[i % Deps.Length], "太原市", (i % 3) switch { 0 => "有条件共享", 1 => "无条件共享", _ => "不予共享" }, States[i % 5].Item1, States[i % 5].Item2, (i * 37 % 90) + 3, i * 3.5m % 100, new DateOnly(2026, 11, 1).AddDays(i % 40), new DateTimeOffset(2026, 11, 1, 1, 2, 3, TimeSpan.Zero).AddHours(i), (i % 21) - 6))];
    public static readonly IReadOnlyList<ListColumn<Row>> Columns = [
        new("name", "信息资源名称", r => r.Name) { SortKey = "name", Wrap = true },
        new("code", "信息资源代码", r => r.Code) { Width = 168, SortKey = "code" },
        new("dept", "提供方", r => r.Department) { Width = 190, SortKey = "dept" },
        new("share", "共享类型", r => r.Share) { Width = 104 },
        new("items", "数据项", r => r.Items) { Width = 84, Kind = ColumnKind.Integer, SortKey = "items" },
        new("state", "状态", r => r.State) { Width = 104, Kind = ColumnKind.State },
        new("left", "办理时限", r => r.Left < 0 ? $"逾期 {-r.Left} 个工作日" : $"剩余 {r.Left} 个工作日") { Width = 134 },
        new("at", "更新时间", r => r.At) { Width = 148, Kind = ColumnKind.DateTime, SortKey = "at" },
        new("region", "区域", r => r.Region) { Width = 90, ShownByDefault = false },
        new("due", "截止日期", r => r.Due) { Width = 110, Kind = ColumnKind.Date, ShownByDefault = false },
    ];
    public static (IReadOnlyList<Row>, int) Find(ListQuery q)
    {
        var rows = All.Where(r => (q.Search.Length == 0 || r.Name.Contains(q.Search, StringComparison.Ordinal)) && (q.Filter("state").Length == 0 || r.State == q.Filter("state"))).ToList();
        var sorted = q.Sort switch { "name" => rows.OrderBy(r => r.Name, StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), false)), "items" => rows.OrderBy(r => r.Items), "code" => rows.OrderBy(r => r.Code, StringComparer.Ordinal), "at" => rows.OrderBy(r => r.At), _ => rows.OrderBy(r => r.Id) };
        return ([.. (q.Desc ? sorted.Reverse() : sorted).Skip(q.Skip).Take(q.PageSize)], rows.Count);
    }
}
