using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Meetings;

/// <summary>Everything that joint meetings can refuse, beyond what every workflow refuses.</summary>
public static class MeetingRefusals
{
    public static Refusal Field(string code, string field, string sentence) => new(code, sentence) { Details = [new(field, sentence)] };

    public static Refusal NotEditable(MeetingState state) => new("MeetingNotEditable", $"当前状态是「{state.ChineseName()}」，会议内容不能修改。签发纪要以后，议题和议定事项以纪要为准。");

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing) => new("MeetingIncomplete", $"会议内容还有 {missing.Count} 处没有填写，补齐后才能办理。") { Details = [.. missing] };

    public static Refusal NothingToAssign() => new("NothingToAssign", "没有议定事项需要交办，可以直接办结。");

    public static Refusal NotAllDone(int open) => new("FollowUpsOpen", $"还有 {open} 项议定事项没有办结，由承办单位汇报落实情况后再办结会议。");

    public static Refusal NotYours(string what) => new("NotTheOwner", $"「{what}」不由本单位承办，不能汇报。");

    public static Refusal AlreadyDone(string what) => new("FollowUpDone", $"「{what}」已经汇报办结，不需要再次汇报。");

    public static Refusal HowMissing() => Field("HowMissing", "How", "请写明落实情况，不超过 1000 字。");
}
