using System.Globalization;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;

namespace DataBureau.Web.Seed;

/// <summary>Entries in the shapes of real listings: what a department holds, by year and by place, some of it unfinished.</summary>
internal sealed class DemoContents(Random random, DateOnly today)
{
    private static readonly Dictionary<string, string[]> Subjects = new(StringComparer.Ordinal)
    {
        ["民政"] = ["养老机构基本信息", "婚姻登记统计信息", "城乡低保对象信息", "社会组织登记信息", "殡葬服务机构信息", "行政区划界线信息", "孤儿和困境儿童保障信息", "慈善组织名录", "残疾人两项补贴发放信息", "地名信息"],
        ["教育"] = ["中小学校基本信息", "普通高校专业设置信息", "教师资格认定信息", "民办学校办学许可信息", "学前教育机构名录", "学生资助发放统计信息"],
        ["公安"] = ["机动车登记统计信息", "驾驶人考试预约信息", "户籍人口统计信息", "特种行业许可信息", "道路交通事故统计信息"],
        ["卫生"] = ["医疗机构执业许可信息", "传染病月度统计信息", "预防接种门诊名录", "医师执业注册信息", "公共场所卫生许可信息"],
        ["交通"] = ["道路运输经营许可信息", "公路桥梁基础信息", "出租汽车经营者信息", "高速公路收费站名录", "水路运输企业名录"],
        ["生态"] = ["空气质量监测日报", "排污许可证信息", "重点排污单位名录", "水质自动监测站数据", "危险废物经营许可信息"],
        ["市场"] = ["市场主体登记信息", "食品生产许可信息", "特种设备使用登记信息", "产品质量监督抽查结果", "计量器具检定信息"],
        ["统计"] = ["地区生产总值核算数据", "居民消费价格指数", "规模以上工业统计数据", "人口抽样调查主要数据"],
        [""] = ["行政许可事项信息", "行政处罚结果信息", "政府采购合同信息", "建议提案办理信息", "权责清单信息", "项目备案信息", "年度工作统计数据"],
    };

    private static readonly (string Name, ItemDataType Type, int? Length)[] Items =
    [
        ("统一社会信用代码", ItemDataType.Character, 18), ("单位名称", ItemDataType.Character, 200), ("所属区县", ItemDataType.Character, 50), ("登记日期", ItemDataType.Date, null), ("联系电话", ItemDataType.Character, 20),
        ("地址", ItemDataType.Character, 300), ("数量", ItemDataType.Integer, 10), ("金额", ItemDataType.Numeric, 18), ("状态", ItemDataType.Character, 10), ("备注", ItemDataType.Memo, null), ("更新时间", ItemDataType.DateTime, null),
    ];

    /// <summary>The n-th entry of a department. Every 17th lacks something that blocks its submission.</summary>
    public (CatalogueContent Content, bool Complete) Make(string organisation, string place, int n, int serial, JurisdictionPolicy policy)
    {
        var subjects = Subjects.Where(s => s.Key.Length > 0 && organisation.Contains(s.Key, StringComparison.Ordinal)).Select(s => s.Value).FirstOrDefault() ?? [];
        subjects = [.. subjects, .. Subjects[string.Empty]];
        var year = today.Year - n / subjects.Length;
        var name = $"{place}{subjects[n % subjects.Length]}" + (n < subjects.Length ? string.Empty : $"（{year}年度）");
        var sharing = random.Next(10) switch { < 6 => SharingAttribute.Unconditional, < 9 => SharingAttribute.Conditional, _ => SharingAttribute.NotShared };
        var opening = random.Next(10) switch { < 5 => OpeningType.Unconditional, < 7 => OpeningType.Conditional, _ => OpeningType.NotOpened };
        var complete = serial % 17 != 0;
        var restricted = sharing != SharingAttribute.Unconditional;
        return (new CatalogueContent
        {
            Name = name,
            ClassificationPath = $"部门政务信息资源目录/{place}/{organisation}",
            Code = $"307{n % 900 + 100:000}{serial % 90 + 10}/{serial.ToString("000000", CultureInfo.InvariantCulture)}",
            Abstract = complete ? $"{organisation}在履行职责过程中形成的{subjects[n % subjects.Length]}，按规定归集、整理并定期更新。" : null,
            ProviderUnit = "信息中心",
            Format = new ResourceFormat([random.Next(3) switch { 0 => new(FormatCategory.Database, "mysql"), 1 => new(FormatCategory.Spreadsheet, "xlsx"), _ => new(FormatCategory.Service, null) }]),
            Items = [.. Items.Take(3 + random.Next(Items.Length - 3)).Select(i => new DataItem(i.Name, i.Type, i.Length))],
            Sharing = sharing,
            ConditionalSharing = sharing == SharingAttribute.Conditional ? ConditionalSharing.LimitedAudience : null,
            SharingCondition = sharing == SharingAttribute.Conditional ? "仅限因履行法定职责需要的同级政务部门，经提供方核准后使用。" : null,
            SharingReason = restricted ? "包含个人信息，扩大知悉范围可能损害个人合法权益。" : null,
            SharingBasisRank = restricted ? LegalBasisRank.Law : null,
            SharingBasis = restricted ? "《中华人民共和国个人信息保护法》第三十四条" : null,
            SharingReviewOn = sharing == SharingAttribute.NotShared && policy.Sharing.Temporary ? today.AddMonths(12) : null,
            SharingMethod = random.Next(2) == 0 ? SharingMethod.Interface : SharingMethod.File,
            Opening = opening,
            OpeningCondition = opening == OpeningType.Conditional ? "实名注册并提交用途说明，经提供单位同意后获取。" : null,
            OpeningBasis = opening == OpeningType.NotOpened && policy.Opening.BasisRequiredFor.Contains(opening) ? "《中华人民共和国个人信息保护法》第十条" : null,
            Preparations = opening == OpeningType.NotOpened ? OpeningPreparation.None : policy.Opening.Preparations.Aggregate(OpeningPreparation.None, (a, p) => a | p),
            UpdateFrequency = (UpdateFrequency)random.Next((int)UpdateFrequency.Irregular),
            Grade = (SecurityGrade)random.Next(3),
            Ownership = DataOwnership.Government,
            SourceSystem = $"{organisation}业务管理系统",
            Theme = "政务服务",
            ContactUnit = $"{organisation}办公室",
        }, complete);
    }
}
