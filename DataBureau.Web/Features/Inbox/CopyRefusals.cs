using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Why a case is not copied to somebody.</summary>
internal static class CopyRefusals
{
    public static Refusal Nobody() => new("CopyToNobody", "还没有选择抄送对象。请输入姓名或单位查找，选中后再点「抄送」。");

    public static Refusal TooMany(int limit) => new("CopyTooMany", $"一次最多抄送 {limit} 人，请分次办理。");

    public static Refusal Oneself() => new("CopyToOneself", "抄送对象中有您本人，请去掉后再点「抄送」。");

    public static Refusal RemarkTooLong() => new("CopyRemarkTooLong", $"附言超过 {CaseCopy.RemarkLimit} 字，请精简。");

    public static Refusal MayNotSee(IReadOnlyList<string> people) =>
        new("CopyMayNotSee", $"{string.Join('、', people)}无权查看本件，没有抄送给任何人。请去掉后再点「抄送」；确需告知的，请联系对方单位安全管理员授权。");
}
