using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>Everything that appointments can refuse, beyond what every workflow and every filing refuses.</summary>
public static class OfficerRefusals
{
    public static Refusal NotEditable(OfficerState state) => new("OfficerNotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。");

    public static Refusal MaterialsClosed(OfficerState state) => new("OfficerMaterialsClosed", $"当前状态是「{state.ChineseName()}」，材料不能增减。");

    public static Refusal MaterialNotAsked(string slot) => new("OfficerMaterialNotAsked", $"补正告知没有要求「{OfficerFields.NameOf(slot)}」，这项材料不能增减。");

    public static Refusal TooLong(string field, int limit) =>
        new("TooLong", $"「{OfficerFields.NameOf(field)}」超过 {limit} 字，请精简。") { Details = [new(field, $"超过 {limit} 字。")] };

    public static Refusal PhoneUnreadable() => Of("OfficerPhone", nameof(OfficerContent.Phone), "联系电话只能是手机号，或带区号的固定电话，例如 0351-1234567。");

    public static Refusal TermBackwards() => Of("OfficerTermBackwards", nameof(OfficerContent.TermEndsOn), "任期截止日期早于任职日期，请核对。");

    public static Refusal UnitAbolished(string unit) =>
        new("OfficerUnitAbolished", $"「{unit}」已撤销，不能再任命、报备或备案。已报备的由接收机关用「不予备案」办结。");

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing) =>
        new("OfficerIncomplete", $"人选信息还有 {missing.Count} 处没有填写，补齐后才能办理。") { Details = [.. missing] };

    public static Refusal RankTooLow(DataPost post, IReadOnlyList<PersonRank> gate, LegalBasis? basis) =>
        new("OfficerRank", $"{post.ChineseName()}应当由{string.Join('或', gate.Select(r => r.ChineseName()))}担任，所填任职级别不符{(basis is null ? "（任职级别由本局设定，不是条文要求）" : null)}。请另提人选，或核对任职级别。", basis)
        {
            Details = [new(nameof(OfficerContent.Rank), $"应为{string.Join('或', gate.Select(r => r.ChineseName()))}。")],
        };

    public static Refusal DocumentMissing(IReadOnlyList<RefusalDetail> findings) =>
        new("OfficerDocument", "任命文件和任期还没有填写完整，请用「编辑」补齐。报备须有任命文件，是本局设定。") { Details = [.. findings] };

    public static Refusal SamePerson(string name, DataPost post) =>
        new("OfficerSamePerson", $"{name}正是现任{post.ChineseName()}。继续任职的，请在现任的任职中用「延任」，不必重新提名。");

    public static Refusal SuccessionOrder(string name, DateOnly from) =>
        Of("OfficerSuccessionOrder", nameof(OfficerContent.EffectiveFrom), $"现任{name}自 {from:yyyy-MM-dd} 起任职，接任的任职日期应当在这一天之后。请核对任职日期。");

    public static Refusal ConcurrentUnsaid(ConcurrentPost other) =>
        Of("OfficerConcurrent", nameof(OfficerContent.OtherPosts), $"「{other.OrganisationName}」的{other.Post.ChineseName()}与所提人选同名。兼任的，请在「兼任情况」中写明；同名不同人的，也请在那里注明。");

    public static Refusal DocumentNotAttached() =>
        new("OfficerDocumentNotAttached", "还没有上传任命文件，请在「材料」中上传后再报备。报备材料由本局设定。") { Details = [new(OfficerFields.DocumentSlot, "请上传任命文件。")] };

    public static Refusal NominationOpen(DataPost post) => new("OfficerNominationOpen", $"本单位的{post.ChineseName()}已有正在办理的提名，请在那一件上继续，或先把它撤销。");

    public static Refusal NoHolderPost(DataPost post) => new("OfficerPostHeld", $"本单位的{post.ChineseName()}刚刚已由他人办理任命。请刷新后核对，再决定是否接任。");

    public static Refusal ExtensionIncomplete(IReadOnlyList<RefusalDetail> findings) =>
        new("OfficerExtension", "延任须写明新的任期截止日期和延任文件。") { Details = [.. findings] };

    public static Refusal EndOutOfOrder(string sentence) => Of("OfficerEnd", OfficerFields.EndedOn, sentence);

    public static Refusal RemovalIncomplete(IReadOnlyList<RefusalDetail> findings) =>
        new("OfficerRemoval", "免去须写明免职文件的文号和发文日期。免职文件由本局设定，不是条文要求。") { Details = [.. findings] };

    public static Refusal NothingToNote() => new("OfficerNothingToNote", "本件没有待知悉的免去。");

    public static Refusal TermNotOver(DateOnly? end) =>
        new("OfficerTermNotOver", end is { } day ? $"任期到 {day:yyyy-MM-dd} 届满，届满后才能办理期满；提前结束任职的请用「免去」。" : "没有设定任期截止日期，不存在期满。结束任职请用「免去」。");

    public static Refusal PostUnknown() => new("OfficerPostUnknown", "请选择单位和岗位后再提名。");

    public static Refusal SchemeOutOfReach() => new("OfficerSchemeOutOfReach", "该辖区不在您的管辖范围内，不能设置岗位方案。");

    public static Refusal SchemeEmpty() => new("OfficerSchemeEmpty", "方案没有勾选任何岗位。不要求设置岗位的，请选「沿用」。");

    public static Refusal SchemeReason() => Of("OfficerSchemeReason", nameof(OfficerSchemeSetting.Reason), $"请写明设置依据（文件名称或会议决定），不超过 {OfficerSchemeSetting.ReasonLimit} 字。");

    private static Refusal Of(string code, string field, string sentence) => new(code, sentence) { Details = [new(field, sentence)] };
}
