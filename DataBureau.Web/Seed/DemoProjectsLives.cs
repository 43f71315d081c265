using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using static DataBureau.Domain.ImplementationPlans.ImplementationPlanAction;

namespace DataBureau.Web.Seed;

/// <summary>One demo implementation plan: whose it is, what for, and the acts that brought it where it stands.</summary>
/// <param name="Department">The end of the department's name.</param>
/// <param name="Days">How long ago it was begun.</param>
internal sealed record DemoProjectLife(string Department, string Title, string Field, decimal Budget, int Days, params ImplementationPlanAction[] Acts);

/// <summary>One demo application for a digital base. A county has one at a time, so that every state is in another county.</summary>
/// <param name="County">The code of the region.</param>
internal sealed record DemoBaseLife(string County, string Place, decimal Budget, int Days, params DigitalBaseAction[] Acts);

/// <summary>Implementation plans and digital bases in every state.</summary>
internal static class DemoProjectsLives
{
    private static readonly ImplementationPlanAction[] Pending = [Submit, Approve];
    private static readonly ImplementationPlanAction[] Filed = [.. Pending, Accept, Record];

    private static readonly DigitalBaseAction[] Argued = [DigitalBaseAction.Submit, DigitalBaseAction.Approve, DigitalBaseAction.OpenArgument];
    private static readonly DigitalBaseAction[] Built = [.. Argued, DigitalBaseAction.Consent, DigitalBaseAction.ReportBuilt];

    public static readonly IReadOnlyList<DemoProjectLife> Plans =
    [
        new("民政厅", "智慧养老服务平台", "民政", 1860.00m, 4),
        new("民政厅", "社会救助信息平台升级", "民政", 920.50m, 9, Submit),
        new("民政厅", "殡葬服务信息化", "民政", 310.00m, 15, Pending),
        new("民政厅", "儿童福利信息平台", "民政", 265.75m, 40, [.. Pending, RequestSupplement]),
        new("民政厅", "地名信息库", "民政", 148.20m, 120, [.. Filed, Amend]),
        new("民政厅", "婚姻登记电子档案", "民政", 96.00m, 30, Discard),
        new("交通运输厅", "公路养护数字化平台", "交通运输", 4380.00m, 12, Pending),
        new("交通运输厅", "农村公路监测系统", "交通运输", 760.00m, 60, [.. Pending, Accept]),
        new("水利厅", "数字孪生流域（一期）", "水利", 12650.00m, 200, [.. Filed, Amend, Submit, Approve, Accept, Record]),
        new("生态环境厅", "大气环境监测平台", "生态环境", 2210.40m, 90, [.. Pending, RequestSupplement, Resubmit, Accept, Refuse]),
        new("农业农村厅", "高标准农田监管系统", "农业农村", 1530.00m, 150, Filed),
        new("商务厅", "县域商业监测平台", "商务", 420.00m, 180, [.. Filed, Cancel]),
    ];

    public static readonly IReadOnlyList<DemoBaseLife> Bases =
    [
        new("140105", "太原市小店区", 860.25m, 6),
        new("140106", "太原市迎泽区", 640.00m, 10, DigitalBaseAction.Submit),
        new("140107", "太原市杏花岭区", 720.00m, 14, DigitalBaseAction.Submit, DigitalBaseAction.Approve),
        new("140108", "太原市尖草坪区", 590.00m, 30, Argued),
        new("140109", "太原市万柏林区", 810.00m, 70, [.. Argued, DigitalBaseAction.Consent]),
        new("140110", "太原市晋源区", 430.00m, 55, [.. Argued, DigitalBaseAction.RefuseConsent, DigitalBaseAction.Reapply]),
        new("140121", "清徐县", 980.00m, 160, Built),
        new("140122", "阳曲县", 375.50m, 210, [.. Built, DigitalBaseAction.FailVerification, DigitalBaseAction.Verify]),
        new("140181", "古交市", 505.00m, 300, [.. Built, DigitalBaseAction.Verify, DigitalBaseAction.Close]),
        new("140123", "娄烦县", 288.00m, 45, DigitalBaseAction.Submit, DigitalBaseAction.Approve, DigitalBaseAction.Withdraw),
        new("140123", "娄烦县", 288.00m, 20, DigitalBaseAction.Discard),
    ];
}
