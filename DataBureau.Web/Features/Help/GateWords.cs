namespace DataBureau.Web.Features.Help;

/// <summary>A gate of a workflow in words.</summary>
/// <param name="Text">What has to be so, as a short clause.</param>
/// <param name="Mechanism">What it rests on; null where the program itself asks for it, or the step says it.</param>
/// <param name="OfTheMatter">It rests on what the whole workflow rests on.</param>
internal sealed record Gate(string Text, string? Mechanism = null, bool OfTheMatter = false);

/// <summary>The words of every guard that stands in a workflow table: "Plan.Complete" for one kind of case, "NotOwnSubmission" for all.</summary>
internal static class GateWords
{
    private static readonly Dictionary<string, Gate> Words = new(StringComparer.Ordinal)
    {
        ["NotOwnSubmission"] = new("不能办理本人提交的事项"),
        ["RecipientKnown"] = new("辖区内登记了接收备案的机关", OfTheMatter: true),
        ["RecipientInOffice"] = new("接收机关没有被撤销"),
        ["RecipientGone"] = new("原接收机关已撤销或不再接收"),
        ["SupplementAtOnce"] = new("补正清单不为空；再次告知只能针对上次告知过的内容（一次性告知）"),
        ["SupplementAnswered"] = new("告知补正的每一项都已补：材料在告知以后上传，内容已修改或在意见中说明"),
        ["NumberFree"] = new("选用预留编号的，该编号由本机关预留、仍未使用和作废"),
        ["NoLaterEdition"] = new("没有正在办理的后一版"),
        ["Complete"] = new("必填内容齐全", OfTheMatter: true),
        ["MaterialsThere"] = new("要求的材料已上传", OfTheMatter: true),
        ["FilingAsked"] = new("当地规定要求备案", OfTheMatter: true),

        ["CatalogueEntry.Complete"] = new("元数据填写齐全，共享、开放属性及其理由和依据符合当地规定", "S02"),
        ["CatalogueEntry.AuthorityKnown"] = new("本地登记了数据主管部门", "C02"),
        ["CatalogueEntry.PreparedForOpening"] = new("拟开放的数据已完成开放前处理", "O05"),
        ["CatalogueEntry.NoRevisionUnderWay"] = new("没有正在办理的变更版本"),

        ["Plan.KindKnown"] = new("当地规定有这类规划，本级、本单位负责编制"),
        ["Plan.Complete"] = new("这类规划要求的内容填写齐全"),
        ["Plan.UpstreamCited"] = new("已引用须衔接的上级规划及其版本"),
        ["Plan.ApprovalAsked"] = new("规定须经批准"),
        ["Plan.NoApprovalAsked"] = new("规定没有批准环节"),
        ["Plan.ApprovalRegistered"] = new("已登记批准机关、文号和日期"),
        ["Plan.NoFilingAsked"] = new("规定没有要求报备"),
        ["Plan.PublicationAsked"] = new("规定须向社会公布"),
        ["Plan.NoPublicationAsked"] = new("规定没有要求公布"),
        ["Plan.PublicationPlace"] = new("已填写公布载体"),
        ["Plan.MaterialsForReview"] = new("提交审签的材料已上传"),
        ["Plan.MaterialsForApproval"] = new("批准文件已上传"),
        ["Plan.MaterialsForFiling"] = new("报备材料已上传"),

        ["DigitalBase.ConsentAsked"] = new("当地规定须经上级同意，由本级有职责的单位申请", OfTheMatter: true),
        ["DigitalBase.AuthorityKnown"] = new("登记了有权同意的数据主管部门", OfTheMatter: true),
        ["DigitalBase.AuthorityInOffice"] = new("受理机关没有被撤销"),
        ["DigitalBase.Argued"] = new("论证日期、参加人员和结论已填写", OfTheMatter: true),
        ["DigitalBase.Verified"] = new("核验日期和结果已填写", OfTheMatter: true),
        ["DigitalBase.ConsentGiven"] = new("上级已同意建设", OfTheMatter: true),
        ["DigitalBase.Connected"] = new("已核验与市级底座连通", OfTheMatter: true),
        ["DigitalBase.NotAppliedAgain"] = new("没有重新申请过"),

        ["OfficerAppointment.UnitInOffice"] = new("单位没有被撤销"),
        ["OfficerAppointment.Rank"] = new("人选的职级符合岗位设置方案", OfTheMatter: true),
        ["OfficerAppointment.DocumentGiven"] = new("任命文件名称、文号和日期已填写", OfTheMatter: true),
        ["OfficerAppointment.DocumentAttached"] = new("任命文件已上传", OfTheMatter: true),
        ["OfficerAppointment.Succession"] = new("到任日期晚于现任的到任日期，且不是同一人"),
        ["OfficerAppointment.ConcurrentSaid"] = new("兼任的已写明在其他单位的职务"),
        ["OfficerAppointment.NoOtherNomination"] = new("同一岗位没有另一件提名在办"),
        ["OfficerAppointment.ExtensionGiven"] = new("延任依据和新的任期已填写"),
        ["OfficerAppointment.EndInOrder"] = new("卸任日期不早于到任、不晚于今天"),
        ["OfficerAppointment.RemovalGiven"] = new("已写明免职文件的文号和发文日期（本局设定）"),
        ["OfficerAppointment.RemovalUnnoted"] = new("任职曾报本机关备案，免去还没有知悉"),
        ["OfficerAppointment.TermOver"] = new("任期已满"),

        ["IndicatorSet.Complete"] = new("指标齐全，权重合计 100"),
        ["OfficerEvaluation.SelfComplete"] = new("履职报告和各项自评已填写"),
        ["OfficerEvaluation.BureauComplete"] = new("各项已由数据主管部门评分"),
        ["OfficerEvaluation.ThirdPartyNotYet"] = new("还没有委托第三方"),
        ["OfficerEvaluation.ThirdPartyNamed"] = new("已填写第三方机构"),
        ["OfficerEvaluation.ThirdPartyComplete"] = new("委托了第三方的，其评分已录入"),
        ["OfficerEvaluation.GradeGiven"] = new("已选择等次；与得分对应等次不同的已写明理由"),
        ["OfficerEvaluation.FilingGiven"] = new("已填写送交的人事部门和日期"),
        ["JointMeeting.Announced"] = new("会议日期还没有过去，已填写议题，从名册选择了参会单位"),
        ["JointMeeting.Convened"] = new("会议时间、地点、议题和参加单位已填写"),
        ["JointMeeting.Minuted"] = new("每个议题都有记录或决定"),
        ["JointMeeting.SomethingToDo"] = new("至少有一项落实事项"),
        ["JointMeeting.AllDone"] = new("落实事项全部办结"),

        ["AnnualPlan.Complete"] = new("计划内容和项目清单齐全"),
        ["AnnualPlan.ReuseCompared"] = new("每个项目的复用检查表已填完，复用的在登记册中在用或已标明未登记", "J05"),
        ["AnnualPlan.ConsultationConcluded"] = new("报批前的会商已有结论，会商以后计划和清单中的项目没有改动", "J03"),
        ["AnnualPlan.ApprovalRegistered"] = new("已登记批准机关、文号和日期"),
        ["Project.Complete"] = new("项目内容填写齐全"),
        ["Project.ReuseCompared"] = new("复用检查表已填完，复用的在登记册中在用或已标明未登记", "J05"),
        ["Project.DeploymentExplained"] = new("已选择部署方式；不上政务云的已写明理由", "J09"),
        ["Project.OutsourcingSettled"] = new("外包运维的检查项已逐项填写", "J11"),
        ["Project.PreCatalogued"] = new("已列出数据清单，或写明不产生数据的理由", "J07"),
        ["Project.AuthorityKnown"] = new("登记了办理的主管部门"),
        ["Project.Judgeable"] = new("属于须判断信息化内容的部门项目", "J03"),
        ["Project.JudgementFree"] = new("没有正在进行的会商；会商进行中不能改变判定", "J04"),
        ["Project.PlanApproved"] = new("所在年度建设计划已批准"),
        ["Project.Judged"] = new("已判断是否含信息化内容", "J04"),
        ["Project.ConsultationConcluded"] = new("批复前的会商已有结论", "J04"),
        ["Project.ComponentsRegistered"] = new("新建的共性组件已登记，纳入统一管理", "J06"),
        ["Project.DataCatalogued"] = new("数据清单逐项对应已通过审核的目录，一项一条；经同意核减的除外", "J07"),

        ["Consultation.RuleKept"] = new("由规定的单位发起，并邀请了规定的单位"),
        ["Consultation.Asks"] = new("写明了会商事项，至少有一个问题和一个被邀单位"),
        ["Consultation.UnitsInOffice"] = new("被邀单位没有被撤销"),
        ["Consultation.HasMaterial"] = new("会商材料已上传"),
        ["Consultation.DeadlineKnown"] = new("设定了答复期限（工作日）"),
        ["Consultation.DueOrAnswered"] = new("各单位均已答复，或答复期限已过"),
        ["Consultation.SomethingOpen"] = new("还有未定的问题"),
        ["Consultation.EveryUnitSettled"] = new("每个被邀单位都已答复，或已正式标注未答复"),
        ["Consultation.DissentSettled"] = new("不同意见都已协调一致或上报"),
        ["Consultation.ConclusionFits"] = new("结论与各单位意见和分歧处理一致；上报的已写明上报记录"),
        ["Consultation.MeetingRecorded"] = new("会议日期、地点和参加人员已填写"),
        ["Consultation.MinutesWritten"] = new("纪要正文已填写"),
        ["Consultation.Countersigned"] = new("参加单位均已会签"),
        ["Consultation.HasFollowUps"] = new("有落实事项"),
        ["Consultation.NoFollowUps"] = new("没有落实事项"),
        ["Consultation.FollowUpsDone"] = new("落实事项全部办结或取消"),
    };

    /// <exception cref="KeyNotFoundException">A guard without words: a test walks all tables.</exception>
    public static Gate Of<TSubject>(string name) => Words.GetValueOrDefault($"{typeof(TSubject).Name}.{name}") ?? Words[name];
}
