using System.Globalization;
using DataBureau.Web.Excel;
using DataBureau.Web.Seed;

namespace DataBureau.Benchmarks.Export;

/// <summary>Rows as a catalogue has them: twenty columns of Chinese text, names and codes all different, the rest from vocabularies.</summary>
internal static class SampleRows
{
    public const int Rows = 100_000;

    private static readonly string[] Titles =
    [
        "信息资源名称", "信息资源代码", "提供方", "提供方代码", "资源摘要", "资源格式", "信息项", "共享类型", "共享条件", "共享方式",
        "开放类型", "开放条件", "更新周期", "发布日期", "数据分级", "所属系统", "所属主题", "联系单位", "联系电话", "备注",
    ];

    private static readonly string[] Subjects = ["养老机构", "婚姻登记", "机动车登记", "医疗机构执业许可", "排污许可", "特种设备", "食品生产许可", "公路桥梁", "居民消费价格", "普通高校专业设置", "水质自动监测", "行政处罚", "政府采购合同", "项目备案", "地质灾害隐患点", "农产品批发价格"];
    private static readonly string[] Kinds = ["基本信息", "统计信息", "名录", "年度报告", "月度统计表", "监测数据", "许可信息", "抽查结果"];
    private static readonly string[] Departments = ["民政局", "教育局", "公安局", "卫生健康委员会", "交通运输局", "生态环境局", "市场监督管理局", "统计局", "自然资源和规划局", "农业农村局", "住房和城乡建设局", "应急管理局"];
    private static readonly string[] Items = ["统一社会信用代码", "单位名称", "所属区县", "登记日期", "联系电话", "地址", "数量", "金额", "状态", "备注", "更新时间", "负责人", "床位数", "经度", "纬度"];
    private static readonly string[] Formats = ["数据库:mysql", "数据库:oracle", "电子表格:xlsx", "电子文件:pdf", "服务接口:rest"];
    private static readonly string[] Cycles = ["实时", "每日", "每周", "每月", "每季度", "每年", "不定期"];
    private static readonly string[] Grades = ["一般1级", "一般2级", "一般3级", "重要"];

    public static IReadOnlyList<XlsxColumn<string[]>> Columns { get; } = [.. Titles.Select((title, i) => XlsxColumn<string[]>.Text(title, 18, row => row[i]))];

    public static string[][] Make()
    {
        var random = new Random(20261120);
        var places = ReferenceData.ReadRegions().Select(r => r.Name).ToArray();
        return [.. Enumerable.Range(0, Rows).Select(i => Row(i, random, places[random.Next(places.Length)]))];
    }

    public static async IAsyncEnumerable<string[]> Stream(string[][] rows)
    {
        await Task.CompletedTask;
        foreach (var row in rows)
            yield return row;
    }

    private static string[] Row(int i, Random random, string place)
    {
        var (subject, kind, department) = (Pick(Subjects), Pick(Kinds), place + Pick(Departments));
        var items = string.Join('、', Items.Where(_ => random.Next(2) == 0));
        var (sharing, opening) = (random.Next(3), random.Next(3));
        return
        [
            $"{place}{subject}{kind}（{2026 - i % 40}年第{Number(i)}号）", $"307{random.Next(1000):000}{random.Next(100):00}/{i:000000}", department, $"11{random.Next(100000, 999999)}99{i % 1000000:000000}{random.Next(10)}{random.Next(10)}",
            $"{department}在履行{subject}管理职责过程中形成的{kind}，包括{items}等{random.Next(3, 40)}项内容，按{Pick(Cycles)}归集更新，覆盖{random.Next(1, 20)}个县（市、区）。", Pick(Formats), items,
            sharing switch { 0 => "无条件共享", 1 => "有条件共享", _ => "不予共享" }, sharing == 1 ? $"仅限因履行法定职责需要的同级政务部门使用，须经{department}核准。" : "", random.Next(2) == 0 ? "接口方式" : "文件方式",
            opening switch { 0 => "无条件开放", 1 => "有条件开放", _ => "不予开放" }, opening == 1 ? "实名注册并提交用途说明，经提供单位同意后获取。" : "", Pick(Cycles), new DateOnly(2020, 1, 1).AddDays(random.Next(2400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Pick(Grades), $"{place}{subject}业务管理系统", Pick(Departments)[..2] + "服务", $"{department}办公室", $"0{random.Next(310, 999)}-{random.Next(2000000, 8999999)}", random.Next(4) == 0 ? $"{2015 + random.Next(11)}年起由{place}{Pick(Departments)}移交。" : "",
        ];

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static string Number(int n) => n.ToString("00000", CultureInfo.InvariantCulture);
}
