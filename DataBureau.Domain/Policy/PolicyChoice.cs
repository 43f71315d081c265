namespace DataBureau.Domain.Policy;

/// <summary>A part of a jurisdiction's rules that can be taken from elsewhere as a whole.</summary>
public enum PolicySection
{
    [ChineseName("共享")] Sharing,
    [ChineseName("开放")] Opening,
    [ChineseName("目录审核与发布")] Catalogue,
    [ChineseName("规划与备案")] Plans,
    [ChineseName("项目与会商")] Projects,
    [ChineseName("首席数据官")] ChiefDataOfficers,
}

/// <summary>In a region, and below it where nothing nearer says otherwise, a section of the rules is that of a shipped policy.</summary>
/// <param name="From">The key of the shipped policy: a region, or a region and an edition.</param>
public sealed record PolicyChoice(string Region, PolicySection Section, string From);

/// <summary>A set of rules as shipped.</summary>
/// <param name="Key">"140000", or "140000@2024" for another edition of the same region's rules.</param>
public sealed record ShippedPolicy(string Key, string Name, JurisdictionPolicy Policy);
