using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Organisations;

/// <summary>Everything that the register of organisations can refuse.</summary>
public static class OrganisationRefusals
{
    public static Refusal NameRequired() => Of("NameRequired", nameof(OrganisationContent.Name), "请填写单位名称。");

    public static Refusal NameTooLong() => Of("NameTooLong", nameof(OrganisationContent.Name), $"单位名称超过 {Organisation.NameLimit} 字，请精简。");

    public static Refusal NameTaken(string other, string region) =>
        Of("NameTaken", nameof(OrganisationContent.Name), $"{region}已登记名称相同的单位「{other}」（忽略标点和空格）。请核对是否同一单位，或改用能区分的名称。", $"本地已有同名单位「{other}」。");

    public static Refusal RegionRequired() => Of("RegionRequired", nameof(OrganisationContent.RegionCode), "请选择行政区划。");

    public static Refusal RegionUnknown(string code) => Of("RegionUnknown", nameof(OrganisationContent.RegionCode), $"没有代码为「{code}」的行政区划，请重新选择。");

    public static Refusal RegionWithoutBureau(string region) => Of("RegionWithoutBureau", nameof(OrganisationContent.RegionCode), $"{region}不设单位，请选择其他行政区划。");

    public static Refusal RegionOutOfReach(string region) =>
        Of("RegionOutOfReach", nameof(OrganisationContent.RegionCode), $"{region}不在您的管辖范围内，请由该地的系统管理员登记。", "不在您的管辖范围内。");

    public static Refusal RegionFixed(int entries) =>
        Of("RegionFixed", nameof(OrganisationContent.RegionCode), $"本单位名下已有 {entries} 条数据目录，行政区划不能再改。单位划转的，请撤销本单位后在新的行政区划重新登记。", "名下已有数据目录，不能再改。");

    public static Refusal CodeTooLong() => Of("CodeTooLong", nameof(OrganisationContent.Code), $"代码超过 {OrganisationRules.CodeLimit} 位。统一社会信用代码应为18位。");

    public static Refusal CodeReserved(string code) =>
        Of("CodeReserved", nameof(OrganisationContent.Code), $"「{code}」是系统编排临时代码的样式，不能手工填写。没有统一社会信用代码的，请留空，由系统编一个临时代码。", "这是系统编排临时代码的样式。");

    public static Refusal CodeFinding(string code, CreditCodeFinding finding) =>
        new("CodeFinding", $"统一社会信用代码「{code}」{finding.ChineseName()}。请核对；确实无误的，填写保留原因后可以保存。")
        {
            Details = [new(nameof(OrganisationContent.Code), $"{finding.ChineseName()}。"), new(nameof(OrganisationContent.CodeOverrideReason), "请填写保留这个代码的原因。")],
        };

    public static Refusal ReasonTooLong() => Of("ReasonTooLong", nameof(OrganisationContent.CodeOverrideReason), $"保留原因超过 {OrganisationRules.ReasonLimit} 字，请精简。");

    public static Refusal CodeTaken(string code, string? holder) =>
        Of("CodeTaken", nameof(OrganisationContent.Code), holder is null ? $"代码「{code}」已被另一个单位使用。" : $"代码「{code}」已被「{holder}」使用，请核对。");

    public static Refusal Abolished(string name) => new("Abolished", $"「{name}」已撤销，不能修改。如需恢复使用，请先恢复。");

    public static Refusal NotAbolished(string name) => new("NotAbolished", $"「{name}」正在使用，不需要恢复。");

    /// <summary>All that is wrong at once: one refusal as it is, several under one sentence.</summary>
    public static Refusal? All(IReadOnlyList<Refusal> refusals, string act = "保存") => refusals.Count switch
    {
        0 => null,
        1 => refusals[0],
        var count => new Refusal(refusals[0].Code, $"有 {count} 处需要改正，改正后才能{act}。") { Details = [.. refusals.SelectMany(r => r.Details)] },
    };

    /// <param name="atField">Shorter, where the sentence stands above the form as well.</param>
    private static Refusal Of(string code, string field, string sentence, string? atField = null) => new(code, sentence) { Details = [new(field, atField ?? sentence)] };
}
