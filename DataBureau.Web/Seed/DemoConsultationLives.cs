using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using static DataBureau.Domain.Consultations.ConsultationAction;

namespace DataBureau.Web.Seed;

/// <summary>One demo consultation.</summary>
/// <param name="Others">How many bodies are invited beside the one that the rule names.</param>
/// <param name="Days">How long ago it began.</param>
internal sealed record DemoConsultationLife(string Region, ConsultationTrigger? Trigger, string Title, string Matter, int Others, int Days, string[] Questions, params ConsultationAction[] Acts);

/// <summary>Every state, both triggers and consultations by choice.</summary>
internal static class DemoConsultationLives
{
    private static readonly string[] Project = ["项目需求是否合理、建设是否集约？", "与现有系统和数据目录是否衔接？", "预算是否合理？"];
    private static readonly string[] Plan = ["年度建设计划的项目安排是否同意？", "是否有应当统筹或者合并的项目？"];
    private static readonly string[] Choice = ["是否同意征求意见稿？", "本单位承担的任务是否可行？"];

    public static readonly IReadOnlyList<DemoConsultationLife> All =
    [
        new("140000", ConsultationTrigger.AnnualPlan, "2027年度政务信息化建设计划会商", "年度计划报省政府批准前，就项目安排和数据要求会商。", 0, 3, Plan, Send),
        new("140000", ConsultationTrigger.AnnualPlan, "2026年度政务信息化建设计划会商", "年度计划报省政府批准前会商。", 0, 200, Plan, Send, CloseRound, Conclude, DrawUpMinutes, StartFollowUp, FinishFollowUp, Archive),
        new("140000", ConsultationTrigger.ProjectReply, "全省一体化政务数据共享平台（二期）项目会商", "项目含信息化建设内容，批复前会商。", 4, 4, Project, Send),
        new("140000", ConsultationTrigger.ProjectReply, "民生服务数据底座项目会商", "项目含信息化建设内容，批复前会商。", 3, 20, Project, Send, CloseRound),
        new("140000", ConsultationTrigger.ProjectReply, "应急指挥数据专题库项目会商", "项目含信息化建设内容，批复前会商。", 2, 40, Project, Send, CloseRound, AskAgain),
        new("140000", ConsultationTrigger.ProjectReply, "数字山西运行监测平台项目会商", "项目含信息化建设内容，批复前会商。", 3, 45, Project, Send, CloseRound, Meet),
        new("140000", ConsultationTrigger.ProjectReply, "法人基础库升级项目会商", "项目含信息化建设内容，批复前会商。", 2, 50, Project, Send, CloseRound, Meet, Conclude),
        new("140000", ConsultationTrigger.ProjectReply, "电子证照共享服务项目会商", "项目含信息化建设内容，批复前会商。", 2, 60, Project, Send, CloseRound, Conclude, DrawUpMinutes),
        new("140000", ConsultationTrigger.ProjectReply, "社会救助大数据核对项目会商", "项目含信息化建设内容，批复前会商。", 2, 90, Project, Send, CloseRound, Conclude, DrawUpMinutes, StartFollowUp),
        new("140000", ConsultationTrigger.ProjectReply, "地理信息公共服务项目会商", "项目含信息化建设内容，批复前会商。", 2, 120, Project, Send, CloseRound, Conclude, DrawUpMinutes, StartFollowUp, FinishFollowUp),
        new("140000", ConsultationTrigger.ProjectReply, "融媒体数据中台项目会商", "项目含信息化建设内容，批复前会商。", 1, 30, Project, Send, Terminate),
        new("140000", null, "公共数据分类分级指南（征求意见稿）会商", "就指南征求省直部门意见。", 6, 1, Choice),
        new("140100", null, "太原市公共数据开放年度计划会商", "就年度开放计划征求市直部门意见。", 5, 5, Choice, Send),
        new("350000", null, "闽政通数据接入规范会商", "就接入规范征求意见。", 5, 6, Choice, Send),
        new("130100", null, "石家庄市数据资源目录编制要求会商", "就编制要求征求意见。", 4, 25, Choice, Send, CloseRound),
    ];
}
