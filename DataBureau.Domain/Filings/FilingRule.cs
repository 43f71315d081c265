using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Filings;

/// <summary>With whom something is filed: the body with a responsibility, in the case's own region or in the one above it.</summary>
/// <param name="To">The responsibility of the recipient.</param>
/// <param name="Above">True for 上一级, false for 本级.</param>
public sealed record FilingRule(Responsibilities To, bool Above)
{
    /// <summary>The region whose body receives it.</summary>
    public string RegionFor(string regionCode) => Above ? RegionCodes.Parent(regionCode) : regionCode;

    /// <summary>上一级工业和信息化主管部门.</summary>
    public string Words => (Above ? "上一级" : "本级") + To.ChineseName();
}

/// <summary>The body a case is filed with, as far as guards have to know it.</summary>
public sealed record FilingRecipient(Guid Id, string Name, bool Abolished);
