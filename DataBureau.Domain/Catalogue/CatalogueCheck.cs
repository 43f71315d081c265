using DataBureau.Domain.Policy;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Domain.Catalogue;

/// <summary>
/// What a complete entry needs: the guide's required fields everywhere, and what the jurisdiction adds for restricted
/// sharing and for opening. A draft may have findings; a submission may not have blocking ones.
/// </summary>
public static class CatalogueCheck
{
    private const int NamesShown = 5;

    public static IReadOnlyList<CatalogueFinding> Findings(CatalogueContent content, JurisdictionPolicy policy) =>
        [.. Core(content, policy), .. Sharing(content, policy), .. Opening(content, policy)];

    /// <summary>What has to be done to opened data before it is published, O05.</summary>
    public static IEnumerable<CatalogueFinding> Preparations(CatalogueContent content, JurisdictionPolicy policy)
    {
        if (content.Opening is null or OpeningType.NotOpened)
            yield break;
        foreach (var needed in policy.Opening.Preparations.Where(p => !content.Preparations.HasFlag(p)))
            yield return new(nameof(content.Preparations), $"数据向社会开放前应完成{needed.ChineseName()}，请核实并在「开放前处理」中勾选。", FindingSeverity.Blocking, policy.BasisOf("O05"));
    }

    private static IEnumerable<CatalogueFinding> Core(CatalogueContent c, JurisdictionPolicy policy)
    {
        if (string.IsNullOrWhiteSpace(c.Abstract))
            yield return Missing(nameof(c.Abstract), "信息资源摘要", policy);
        if (c.Format is null)
            yield return Missing(nameof(c.Format), "信息资源格式", policy);
        if (c.UpdateFrequency is null)
            yield return Missing(nameof(c.UpdateFrequency), "更新周期", policy);
        if (c.UpdateFrequency == UpdateFrequency.Other && string.IsNullOrWhiteSpace(c.UpdateFrequencyNote))
            yield return new(nameof(c.UpdateFrequencyNote), "更新周期选了「其他」，请写明实际的更新周期。", FindingSeverity.Blocking, policy.BasisOf("C02"));
        if (c.Format is { } f && c.Items.Count == 0 && f.Parts.Any(p => p.Category is FormatCategory.Database or FormatCategory.Spreadsheet))
            yield return new(nameof(c.Items), "结构化数据（数据库、电子表格）至少要列出一个信息项。", FindingSeverity.Blocking, policy.BasisOf("C02"));
        if (ItemNames.Repeated(c.Items) is { Count: > 0 } repeated)
            yield return new(nameof(c.Items), $"信息项{string.Join('、', repeated.Take(NamesShown).Select(n => $"「{n}」"))}{(repeated.Count > NamesShown ? $"等 {repeated.Count} 个名称" : string.Empty)}重复，请删去重复的项，或改成能区分的名称。", FindingSeverity.Blocking, policy.BasisOf("C02"));
        if (string.IsNullOrWhiteSpace(c.ClassificationPath))
            yield return new(nameof(c.ClassificationPath), "尚未填写信息资源分类（类、项、目、细目），发布后将难以按分类检索。", FindingSeverity.Advice);
        if (c.Code is { } code && ResourceCodeRules.Parse(code) is not { HasValue: true, Value.Structure: not null })
            yield return new(nameof(c.Code), "信息资源代码不符合编制指南的「前段码/后段码」格式，例如 3060010101/000012。", FindingSeverity.Advice);
        if (c.Grade is null)
            yield return new(nameof(c.Grade), "尚未确定数据分级。", FindingSeverity.Advice, policy.BasisOf("C05"));
    }

    private static IEnumerable<CatalogueFinding> Sharing(CatalogueContent c, JurisdictionPolicy policy)
    {
        if (c.Sharing is not { } sharing)
        {
            yield return new(nameof(c.Sharing), "未填写共享类型，不能提交。", FindingSeverity.Blocking, policy.BasisOf("S01"));
            yield break;
        }

        var rules = policy.Sharing;
        var label = rules.Label(sharing);
        if (sharing == SharingAttribute.Conditional)
        {
            if (string.IsNullOrWhiteSpace(c.SharingCondition))
                yield return new(nameof(c.SharingCondition), $"共享类型为「{label}」，必须填写共享条件。", FindingSeverity.Blocking, policy.BasisOf("S03"));
            if (rules.ConditionalSubTypes && c.ConditionalSharing is null)
                yield return new(nameof(c.ConditionalSharing), $"共享类型为「{label}」，请说明是限定共享对象还是限定共享内容。", FindingSeverity.Advice, policy.BasisOf("S03"));
        }

        if (rules.ReasonRequiredFor.Contains(sharing) && string.IsNullOrWhiteSpace(c.SharingReason))
            yield return new(nameof(c.SharingReason), $"共享类型为「{label}」，必须说明理由。", FindingSeverity.Blocking, policy.BasisOf("S02"));
        if (rules.BasisRequiredFor.Contains(sharing))
        {
            if (string.IsNullOrWhiteSpace(c.SharingBasis))
                yield return new(nameof(c.SharingBasis), $"共享类型为「{label}」，必须给出依据（文件名称和条款）。", FindingSeverity.Blocking, policy.BasisOf("S02"));
            else if (c.SharingBasisRank is { } rank && !rules.BasisRanks.Contains(rank))
                yield return new(nameof(c.SharingBasisRank), $"依据层级为「{rank.ChineseName()}」，本辖区只接受{string.Join('、', rules.BasisRanks.Select(r => r.ChineseName()))}作为「{label}」的依据。", FindingSeverity.Blocking, policy.BasisOf("S02"));
            else if (c.SharingBasisRank is null && rules.BasisRanks.Count < Enum.GetValues<LegalBasisRank>().Length)
                yield return new(nameof(c.SharingBasisRank), $"请选择依据的层级（本辖区接受{string.Join('、', rules.BasisRanks.Select(r => r.ChineseName()))}）。", FindingSeverity.Blocking, policy.BasisOf("S02"));
        }

        if (rules.Temporary && sharing == SharingAttribute.NotShared && c.SharingReviewOn is null)
            yield return new(nameof(c.SharingReviewOn), $"「{label}」是暂时的，建议填写复核日期。", FindingSeverity.Advice, policy.BasisOf("S01"));
    }

    private static IEnumerable<CatalogueFinding> Opening(CatalogueContent c, JurisdictionPolicy policy)
    {
        if (c.Opening is not { } opening)
        {
            yield return new(nameof(c.Opening), "未填写开放类型，不能提交。", FindingSeverity.Blocking, policy.BasisOf("O01") ?? policy.BasisOf("O02"));
            yield break;
        }

        var label = policy.Opening.Label(opening);
        if (opening == OpeningType.Conditional && string.IsNullOrWhiteSpace(c.OpeningCondition))
            yield return new(nameof(c.OpeningCondition), $"开放类型为「{label}」，请填写开放条件。", FindingSeverity.Advice, policy.BasisOf("O01"));
        if (policy.Opening.BasisRequiredFor.Contains(opening) && string.IsNullOrWhiteSpace(c.OpeningBasis))
            yield return new(nameof(c.OpeningBasis), $"开放类型为「{label}」，必须给出依据（文件名称和条款）。", FindingSeverity.Blocking, policy.BasisOf("O02") ?? policy.BasisOf("O01"));
        if (opening == OpeningType.Unconditional && c.Grade is SecurityGrade.Important or SecurityGrade.Core)
            yield return new(nameof(c.Opening), $"分级为「{c.Grade!.Value.ChineseName()}」的数据一般不应选择「{label}」，请复核。", FindingSeverity.Advice, policy.BasisOf("O01"));
        foreach (var preparation in Preparations(c, policy))
            yield return preparation with { Severity = FindingSeverity.BeforePublication };
    }

    private static CatalogueFinding Missing(string field, string title, JurisdictionPolicy policy) =>
        new(field, $"未填写{title}，编制指南要求必填。", FindingSeverity.Blocking, policy.BasisOf("C02"));
}
