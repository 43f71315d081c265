using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Filings;

/// <summary>What every filing can refuse, whatever is filed.</summary>
public static class FilingRefusals
{
    public static Refusal NoItems() => new("SupplementWithoutItems", "告知补正须列出需要补正的材料或内容，请至少勾选一项并写明要求。");

    public static Refusal UnknownItem(string key) => new("SupplementUnknownItem", $"本件没有「{key}」这项材料或内容，请刷新页面后重新勾选。");

    public static Refusal ItemWithoutText(string name) => new("SupplementItemWithoutText", $"请写明「{name}」缺少什么、怎样补正。");

    public static Refusal ItemTooLong(string name, int limit) => new("SupplementItemTooLong", $"「{name}」的补正要求超过 {limit} 字，请精简。");

    public static Refusal NotToldAtOnce(IReadOnlyList<string> names) =>
        new("SupplementNotToldAtOnce", $"补正应当一次性告知：首次告知没有列出「{string.Join("」「", names)}」，不能再要求补正。确属实质问题的，请在备案意见中写明。");

    /// <param name="open">What is still missing, and whether it is a field.</param>
    public static Refusal NotAnswered(IReadOnlyList<(SupplementItem Item, bool IsField)> open) =>
        new("SupplementNotAnswered", $"补正告知要求的还有 {open.Count} 项没有补，补齐后再报送。")
        {
            Details = [.. open.Select(o => new RefusalDetail(o.Item.Key, Ask(o) + "。"))],
        };

    public static Refusal NoRecipient(FilingRule rule, string regionName, LegalBasis? basis) =>
        new("NoFilingRecipient", $"{regionName}没有登记{rule.To.ChineseName()}，不知道向谁报备。请系统管理员在「组织机构」中登记，或在「备案接收机关」中指定。", basis);

    public static Refusal RecipientAbolished(string name) =>
        new("FilingRecipientAbolished", $"接收机关「{name}」已撤销，不能继续办理。请报送单位用「改送」送到现在的接收机关，已报材料不受影响。");

    public static Refusal RecipientInOffice(string name) => new("FilingRecipientInOffice", $"接收机关「{name}」没有撤销或变更，不需要改送。");

    private static string Ask((SupplementItem Item, bool IsField) open) =>
        open.IsField ? $"「{open.Item.Title}」没有修改（不需要修改的，在意见中说明）" : $"「{open.Item.Title}」没有上传告知以后的文件";
}
