using System.Globalization;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>Everything that consultations can refuse, beyond what every workflow refuses.</summary>
public static class ConsultationRefusals
{
    public static Refusal NotNow(string what, ConsultationState state) => new("ConsultationNotNow", $"当前状态是「{state.ChineseName()}」，不能{what}。请刷新后查看可以办理的事项。");

    public static Refusal Required(string title) => new("ConsultationRequired", $"请填写「{title}」。") { Details = [new(title, $"请填写「{title}」。")] };

    public static Refusal TooLong(string title, int limit) => new("TooLong", $"「{title}」超过 {limit} 字，请精简。") { Details = [new(title, $"超过 {limit} 字。")] };

    public static Refusal TooMany(string title, int limit) => new("ConsultationTooMany", $"「{title}」最多 {limit} 个，请合并或另行组织会商。");

    public static Refusal ReplyDays(int most) => new("ConsultationReplyDays", $"反馈期限应在 1 到 {most} 个工作日之间，请核对。");

    public static Refusal NoSuchQuestion() => new("ConsultationNoSuchQuestion", "这个会商事项已不在本次会商中，请刷新后再操作。");

    public static Refusal NoSuchUnit() => new("ConsultationNoSuchUnit", "这个单位已不在本次会商的被邀单位中，请刷新后再操作。");

    public static Refusal NoSuchFollowUp() => new("ConsultationNoSuchFollowUp", "这个落实事项已经办结或删除，请刷新后再操作。");

    public static Refusal NoQuestion() => new("ConsultationNoQuestion", "还没有会商事项。请在「事项与材料」中至少写一个，被邀单位逐项表态。");

    public static Refusal NoUnit() => new("ConsultationNoUnit", "还没有被邀单位。请在「事项与材料」中至少邀请一个。");

    public static Refusal NoMatter() => new("ConsultationNoMatter", "还没有写明事由。请点「编辑」补齐后再发出。");

    public static Refusal NoMaterial() => new("ConsultationNoMaterial", "还没有会商材料。请在「事项与材料」中上传，被邀单位据此研究。");

    public static Refusal NoDeadline() => new("ConsultationNoDeadline", "反馈期限没有确定：本局没有设置「反馈会商意见」的局内时限，本次会商也没有填写。请点「编辑」填写反馈工作日数。");

    public static Refusal NotAskedHere(ConsultationTrigger trigger, JurisdictionPolicy policy) =>
        new("ConsultationNotAsked", $"{policy.Name}的规定没有要求在{trigger.ChineseName()}会商。请作为自主会商另行发起。");

    public static Refusal NotTheConvenor(ConsultationRule rule, JurisdictionPolicy policy) =>
        new("ConsultationNotTheConvenor", $"{rule.Trigger.ChineseName()}的会商由{rule.Convenor.Text()}组织，本单位没有登记这项职责。请由有职责的单位发起；如属漏登，请系统管理员在「组织机构」中补登。", policy.BasisOf(rule.Mechanism));

    public static Refusal RuleBodyMissing(ConsultationRule rule, JurisdictionPolicy policy) =>
        new("ConsultationBodyMissing", $"{rule.Trigger.ChineseName()}的会商必须邀请{rule.Invited.Text()}。请在被邀单位中加上。", policy.BasisOf(rule.Mechanism));

    public static Refusal InvitedAbolished(string name) => new("ConsultationUnitAbolished", $"「{name}」已经撤销，不能邀请。请改邀承接其职责的单位。");

    public static Refusal InvitedTwice(string name) => new("ConsultationInvitedTwice", $"「{name}」已在被邀单位中。");

    public static Refusal ConvenorInvited() => new("ConsultationConvenorInvited", "组织单位不需要邀请自己。请选择其他单位。");

    public static Refusal RoundRuns(DateOnly due, IReadOnlyCollection<string> late) => new("ConsultationRoundRuns",
        string.Create(CultureInfo.InvariantCulture, $"反馈期限到 {due:yyyy-MM-dd}，还有 {late.Count} 家单位没有反馈：{Some(late)}。请等到期后截止，或先催办。"));

    public static Refusal NothingOpen() => new("ConsultationNothingOpen", "所有事项都已表态，也没有未处理的分歧，不需要再次征求。请作出结论。");

    public static Refusal Unanswered(IReadOnlyCollection<string> units) =>
        new("ConsultationUnanswered", $"还有 {units.Count} 家单位没有反馈：{Some(units)}。请再次征求，或在「意见汇总」中逐家标记未反馈并写明情况。");

    public static Refusal OpenDissent(IReadOnlyCollection<int> questions) =>
        new("ConsultationOpenDissent", $"事项{string.Join('、', questions)}仍有不同意见没有处理。请再次征求，或在「分歧」中记录协调结果或上报。");

    public static Refusal NoConclusion() => new("ConsultationNoConclusion", "还没有填写会商结论。请在「会议与纪要」中选择结论并写明内容。");

    public static Refusal ConclusionDiffers(ConclusionKind written, ConclusionKind found) =>
        new("ConsultationConclusionDiffers", $"结论写的是「{written.ChineseName()}」，但按各单位意见和分歧处理记录应为「{found.ChineseName()}」。请在「会议与纪要」中核对。");

    public static Refusal NoEscalation() => new("ConsultationNoEscalation", "有分歧上报，但没有写明报给哪个领导小组办公室、何时上报和处理情况。请在「会议与纪要」中补齐。");

    public static Refusal NoMeeting() => new("ConsultationNoMeeting", "会议情况没有记录完整。请在「会议与纪要」中填写会议日期、地点和参加人员。");

    public static Refusal NoMinutes() => new("ConsultationNoMinutes", "还没有写纪要正文。请在「会议与纪要」中填写。");

    public static Refusal Unsigned(IReadOnlyCollection<string> units) =>
        new("ConsultationUnsigned", $"还有 {units.Count} 家单位没有会签：{Some(units)}。请等会签，或在「会议与纪要」中标记未会签并写明原因。");

    public static Refusal NothingToFollow() => new("ConsultationNothingToFollow", "还没有落实事项。请在「落实」中列出；确实没有的，请直接「归档」。");

    public static Refusal StillToFollow() => new("ConsultationStillToFollow", "还有落实事项，不能直接归档。请先「进入落实」。");

    public static Refusal FollowUpsOpen(int count) => new("ConsultationFollowUpsOpen", $"还有 {count} 项没有办结。请在「落实」中逐项填写落实情况。");

    public static Refusal FollowUpOwner() => new("ConsultationFollowUpOwner", "请选择责任单位：组织单位或被邀单位之一。");

    public static Refusal FollowUpDue() => new("ConsultationFollowUpDue", "请填写完成期限，不早于今天。");

    public static Refusal HasAnswered(string unit) => new("ConsultationHasAnswered", $"「{unit}」已经对全部事项反馈，不能标记未反馈。");

    public static Refusal HasSigned(string unit) => new("ConsultationHasSigned", $"「{unit}」已经会签，不能标记未会签。");

    public static Refusal NoDissent(int number) => new("ConsultationNoDissent", $"事项 {number} 没有不同意见，不需要处理分歧。");

    public static Refusal NotInvited() => new("ConsultationNotInvited", "本单位不在本次会商的被邀单位中（或已由其他单位接替），意见没有提交。您填写的内容仍在页面上；如应参加，请联系组织单位邀请。");

    public static Refusal UnitAbolished(string unit) => new("ConsultationAnswererAbolished", $"「{unit}」已经撤销，不能再以其名义办理。您填写的内容仍在页面上，请联系组织单位改邀承接单位。");

    public static Refusal RoundClosed(ConsultationState state, int round) =>
        new("ConsultationRoundClosed", $"本次会商现在是「{state.ChineseName()}」（第 {round} 轮），您填写时的那一轮已经截止，意见没有提交。您填写的内容仍在页面上，可以复制后联系组织单位。");

    public static Refusal QuestionNotAsked(int number) => new("ConsultationQuestionNotAsked", $"本轮没有就事项 {number} 再次征求意见，原来的意见继续有效。");

    /// <param name="missing">All of them: they are put right in one go.</param>
    public static Refusal OpinionNeedsText(IReadOnlyCollection<(int Number, OpinionKind Kind)> missing) =>
        new("ConsultationOpinionNeedsText", $"{string.Join('，', missing.OrderBy(m => m.Number).GroupBy(m => m.Kind, m => m.Number).Select(g => $"事项 {string.Join('、', g)} 选了「{g.Key.ChineseName()}」"))}，请写明具体意见和理由。")
        { Details = [.. missing.Select(m => new RefusalDetail(m.Number.ToString(CultureInfo.InvariantCulture), "请写明意见。"))] };

    public static Refusal OpinionTooLong(int number, int limit) =>
        new("ConsultationOpinionTooLong", $"事项 {number} 的意见超过 {limit} 字，请精简，详细内容可以作为附件上传。") { Details = [new(number.ToString(CultureInfo.InvariantCulture), $"超过 {limit} 字。")] };

    public static Refusal NothingSaid() => new("ConsultationNothingSaid", "还没有对任何事项表态。请至少选择一项意见再提交。");

    public static Refusal Exists(string subject) => new("ConsultationExists", $"「{subject}」已有一件会商正在办理，请在那一件上继续。");

    public static Refusal NoSubject() => new("ConsultationNoSubject", "没有找到要会商的事项，或它不在您的管辖范围内。请从该事项的页面重新发起。");

    private static string Some(IReadOnlyCollection<string> names) => string.Join('、', names.Take(5)) + (names.Count > 5 ? "等" : "");
}
