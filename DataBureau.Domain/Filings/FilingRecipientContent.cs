using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Filings;

/// <summary>What an administrator sets: who receives a matter from a level of a region, from a year on.</summary>
/// <param name="Matter">The mechanism.</param>
/// <param name="RegionCode">The region it holds for.</param>
/// <param name="Level">Of those who file.</param>
/// <param name="FromYear">The first year it holds for.</param>
/// <param name="To">The responsibility of the body that receives.</param>
/// <param name="Reason">Why it differs from the rule.</param>
/// <param name="At">The level of the body that receives; null where it is the rule's own.</param>
public sealed record FilingRecipientContent(string? Matter, string? RegionCode, RegionLevel? Level, int? FromYear, Responsibilities To, string? Reason, RegionLevel? At = null)
{
    public const int ReasonLimit = 200;
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public FilingRecipientContent Tidy() => this with { Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim() };
}

/// <summary>What is wrong with a setting, all of it at once.</summary>
public static class FilingRecipientRules
{
    /// <param name="content">As filled in.</param>
    /// <param name="region">Its region, if that is within the administrator's reach.</param>
    /// <param name="policy">In force there.</param>
    public static Refusal? Check(FilingRecipientContent content, Region? region, JurisdictionPolicy? policy)
    {
        var wrong = Find(content, region, policy).ToList();
        return wrong.Count == 0 ? null : new Refusal("FilingRecipientIncomplete", $"有 {wrong.Count} 处需要修改，还没有保存。") { Details = [.. wrong] };
    }

    public static Refusal Taken(FilingRecipientContent content) =>
        new("FilingRecipientTaken", "同一事项、辖区、级别和起始年度已有设定，请修改那一条。") { Details = [new(nameof(content.FromYear), $"{content.FromYear}年起已有设定。")] };

    private static IEnumerable<RefusalDetail> Find(FilingRecipientContent content, Region? region, JurisdictionPolicy? policy)
    {
        var matter = policy is null ? null : FilingMatter.Of(policy).FirstOrDefault(m => m.Key == content.Matter);
        if (string.IsNullOrEmpty(content.Matter))
            yield return new(nameof(content.Matter), "请选择备案事项。");
        else if (policy is not null && matter is null)
            yield return new(nameof(content.Matter), $"{policy.Name}的规则没有要求这一事项备案。");
        if (region is null)
            yield return new(nameof(content.RegionCode), "请选择您管辖范围内的辖区。");
        if (content.Level is not { } level)
            yield return new(nameof(content.Level), "请选择报送单位的级别。");
        else if (matter is not null && !matter.Levels.Contains(level))
            yield return new(nameof(content.Level), $"「{matter.Name}」由{string.Join('、', matter.Levels.Select(l => l.ChineseName()))}报送，没有{level.ChineseName()}。");
        else if (region is not null && level < region.Level)
            yield return new(nameof(content.Level), $"{region.Name}范围内没有{level.ChineseName()}单位。");
        if (content.FromYear is not (>= FilingRecipientContent.FirstYear and <= FilingRecipientContent.LastYear))
            yield return new(nameof(content.FromYear), $"请填写 {FilingRecipientContent.FirstYear} 到 {FilingRecipientContent.LastYear} 之间的年度。");
        if (content.At is { } at && (at == RegionLevel.Nation || at > content.Level))
            yield return new(nameof(content.At), at == RegionLevel.Nation ? "接收级别应为省级、市级或县级。" : $"{content.Level?.ChineseName()}单位应向本级或上级报送，不能向{at.ChineseName()}报送。");
        if (!ResponsibilityNames.All.Contains(content.To))
            yield return new(nameof(content.To), "请选择一项接收职责。");
        if (content.Reason is null)
            yield return new(nameof(content.Reason), "请写明设定的依据，例如文件名称和文号。");
        else if (content.Reason.Length > FilingRecipientContent.ReasonLimit)
            yield return new(nameof(content.Reason), $"超过 {FilingRecipientContent.ReasonLimit} 字。");
    }
}
