using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Numbers;

/// <summary>Everything that the ledger can refuse.</summary>
public static class NumberRefusals
{
    public const string Matter = "Matter";
    public const string Region = "Region";
    public const string Reason = "Reason";

    public static Refusal ReasonRequired(NumberAction action) => Of("ReasonRequired", Reason, action == NumberAction.Void
        ? "作废编号必须写明原因。原因记入台账，供日后核查空号。"
        : "预留编号必须写明原因，例如纸质备案的文件名称和来文单位。");

    public static Refusal ReasonTooLong(int limit) => Of("ReasonTooLong", Reason, $"原因超过 {limit} 字，请精简后再提交。");

    public static Refusal MatterRequired() => Of("MatterRequired", Matter, "请选择要预留编号的事项。");

    public static Refusal RegionRequired() => Of("RegionRequired", Region, "请选择编号所属的行政区划。");

    public static Refusal RegionOutOfReach(string code) => Of("RegionOutOfReach", Region, $"行政区划「{code}」不在您的管辖范围内，不能预留该地的编号。请由当地数据主管部门办理。");

    public static Refusal NotReserved(string text, NumberState state) => new("NotReserved", $"编号「{text}」当前是「{state.ChineseName()}」，不是预留的编号，不能再发给其他事项。请另选一个预留号，或由系统顺序发号。");

    public static Refusal NotOfTheSeries(string text) => new("NotOfTheSeries", $"编号「{text}」不是本事项本年度预留的编号，不能发给本件。请另选一个预留号，或由系统顺序发号。");

    public static Refusal ReservedByAnother(string text) => new("ReservedByAnother", $"编号「{text}」由其他单位预留，不能由本单位发给本件。请选用本单位预留的编号，或由系统顺序发号。");

    public static Refusal AlreadyVoided(string text) => new("AlreadyVoided", $"编号「{text}」已经作废，不需要再次作废。作废的编号不再使用。");

    public static Refusal InUse(string text, NumberUse use) => new("NumberInUse", $"编号「{text}」由「{use.Title}」使用中，不能作废。{use.WayOut}");

    /// <summary>Others took numbers at the same moment and the database gave way: nothing was written.</summary>
    public static Refusal Busy() => new("NumbersBusy", "刚才有多人同时取号，本次没有预留成功，也没有占用编号。请再试一次。");

    private static Refusal Of(string code, string field, string sentence) => new(code, sentence) { Details = [new(field, sentence)] };
}
