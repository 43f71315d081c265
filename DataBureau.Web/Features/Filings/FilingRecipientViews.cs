using DataBureau.Domain;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Organisations;

namespace DataBureau.Web.Features.Filings;

public enum RecipientStatus
{
    [ChineseName("已登记")] Found,
    [ChineseName("缺接收机关")] Missing,
}

/// <summary>Who receives a matter from a region today, and why that body.</summary>
/// <param name="RecipientRegion">The region whose body receives it.</param>
/// <param name="Recipient">Its name; null when no such body is registered.</param>
/// <param name="SettingId">The setting it rests on; null where the rule's own recipient holds.</param>
public sealed record RecipientRow(
    string Matter, string MatterName, string RegionCode, string RegionName, RegionLevel Level, Responsibilities To, string RecipientRegion, string? Recipient, Guid? SettingId, string Basis)
{
    public RecipientStatus Status => Recipient is null ? RecipientStatus.Missing : RecipientStatus.Found;

    public string RecipientText => Recipient ?? $"{RecipientRegion}没有登记{To.ChineseName()}";
}

/// <summary>A line of the settings.</summary>
/// <param name="At">The level that receives; null where it is the rule's own.</param>
public sealed record RecipientSettingRow(Guid Id, string MatterName, string RegionCode, string RegionName, RegionLevel Level, int FromYear, Responsibilities To, RegionLevel? At, string Reason)
{
    public const string ByRule = "按规则";
}

/// <summary>A setting as its page shows it.</summary>
public sealed record RecipientSettingView(Guid Id, int Version, string MatterName, string RegionName, FilingRecipientContent Content, bool Removed, IReadOnlyList<HistoryEntry> History)
{
    public string Title => $"{MatterName}：{RegionName}{Content.Level?.ChineseName()}，{Content.FromYear} 年起";
}

/// <summary>What the form and the filters offer.</summary>
public sealed record RecipientOptions(IReadOnlyList<FilingMatter> Matters, IReadOnlyList<RegionChoice> Regions)
{
    public static readonly RecipientOptions None = new([], []);
}

/// <summary>What the lists are narrowed to; null means no narrowing.</summary>
public sealed record RecipientFilter(string Search = "", string? Matter = null, string? RegionCode = null, RegionLevel? Level = null, RecipientStatus? Status = null, int Skip = 0, int Take = ListQuery.DefaultPageSize)
{
    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static RecipientFilter From(ListQuery query) => new(
        query.Search,
        query.Filter("matter") is { Length: > 0 } matter ? matter : null,
        RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Named<RegionLevel>(query.Filter("level")), Named<RecipientStatus>(query.Filter("status")), query.Skip, query.PageSize);

    public bool Matches(RecipientRow row) => (Search.Length == 0 || row.RegionName.Contains(Search, StringComparison.Ordinal) || row.RecipientText.Contains(Search, StringComparison.Ordinal) || row.RegionCode == Search)
        && (Matter is null || row.Matter == Matter) && (RegionCode is null || RegionCodes.Contains(RegionCode, row.RegionCode)) && (Level is null || row.Level == Level) && (Status is null || row.Status == Status);

    // By name only: Enum.TryParse would take any number too.
    private static TEnum? Named<TEnum>(string name)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<TEnum>(name) : null;
}
