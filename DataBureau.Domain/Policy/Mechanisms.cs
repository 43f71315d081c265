using System.Collections.Frozen;

namespace DataBureau.Domain.Policy;

/// <summary>
/// The names of the mechanisms that provisions are tagged with and that workflow code asks for: C catalogue, S sharing,
/// O opening, P plans, J projects and consultations, D chief data officers, A operation and assets, G governance.
/// </summary>
public static class Mechanisms
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["C01"] = "统一目录和编制指南",
        ["C02"] = "部门目录编制与审核",
        ["C03"] = "上下级目录衔接",
        ["C04"] = "系统与数据普查",
        ["C05"] = "分类分级",
        ["C06"] = "重要数据目录",
        ["C07"] = "政务数据资产登记",
        ["C08"] = "基础库、主题库、专题库",
        ["S01"] = "共享属性",
        ["S02"] = "受限理由与依据",
        ["S03"] = "有条件共享的情形",
        ["S04"] = "共享需求申请",
        ["S05"] = "用途限制",
        ["S06"] = "禁止重复采集",
        ["S07"] = "数据汇聚与例外",
        ["S08"] = "电子数据效力",
        ["S09"] = "社会数据汇入",
        ["S10"] = "采集规则",
        ["O01"] = "开放类型",
        ["O02"] = "负面清单",
        ["O03"] = "年度开放清单",
        ["O04"] = "依申请开放",
        ["O05"] = "开放前处理",
        ["O06"] = "优先开放",
        ["O07"] = "开放数据风险评估",
        ["P01"] = "省大数据总体规划",
        ["P02"] = "市县大数据规划备案",
        ["P03"] = "数字山西建设规划",
        ["P04"] = "市县数字化建设规划",
        ["P05"] = "省数字经济规划",
        ["P06"] = "市县数字经济规划",
        ["P07"] = "数字经济专项规划",
        ["P08"] = "数字福建专项规划",
        ["P09"] = "数字基础设施布局规划",
        ["P10"] = "纳入国民经济规划",
        ["P11"] = "人才计划",
        ["J01"] = "项目实施方案备案",
        ["J02"] = "县级数字底座同意",
        ["J03"] = "年度计划会商",
        ["J04"] = "项目批复会商",
        ["J05"] = "集约建设与复用",
        ["J06"] = "共性组件纳管",
        ["J07"] = "目录纳入竣工验收",
        ["J08"] = "新旧项目衔接",
        ["J09"] = "系统上云",
        ["J10"] = "项目统筹监督",
        ["J11"] = "委托建设运维责任",
        ["D01"] = "首席数据官",
        ["D02"] = "首席数据官由单位负责人担任",
        ["A01"] = "授权运营",
        ["A02"] = "运营单位监管",
        ["A03"] = "两级开发主体",
        ["A04"] = "数据资产登记与评估",
        ["A05"] = "数据交易",
        ["G01"] = "质量核查与整改",
        ["G02"] = "使用监管",
        ["G03"] = "安全事件报告",
        ["G04"] = "应急预案与演练",
        ["G05"] = "涉密涉敏评估",
        ["G06"] = "突发事件数据需求",
        ["G07"] = "考核与评估",
        ["G08"] = "统计监测",
        ["G09"] = "场景清单",
        ["G10"] = "包容免罚清单",
        ["G11"] = "责令改正与处分",
        ["G12"] = "等级保护",
        ["G13"] = "协调机制",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In the order of their ids.</summary>
    public static IEnumerable<string> All => Names.Keys.Order(StringComparer.Ordinal);

    public static bool IsKnown(string id) => Names.ContainsKey(id);

    /// <summary>"部门目录编制与审核"; a mechanism that a new document brings and nobody has named keeps its id.</summary>
    public static string NameOf(string id) => Names.GetValueOrDefault(id, id);
}
