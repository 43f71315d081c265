using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Domain.Access;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>What a bureau says of its own region.</summary>
public enum SchemeChoice
{
    [ChineseName("沿用")] Inherit,
    [ChineseName("自设：建议设")] Encourage,
    [ChineseName("自设：应设")] Require,
}

/// <summary>The scheme as it stands in a region.</summary>
/// <param name="Version">Of the region's own setting; 0 when it has none.</param>
/// <param name="From">Where the effective scheme comes from.</param>
public sealed record SchemeRow(string RegionCode, string RegionName, int Version, SchemeChoice Choice, OfficerStance PolicyStance, OfficerScheme Effective, string From, string? Reason)
{
    public string Lines => Effective.Weight == PostDemand.None || Effective.Lines.Count == 0 ? "不要求设置岗位" : string.Join("；", Effective.Lines.Select(Words));

    private static string Words(PostScheme line) =>
        $"{string.Join('、', line.Kinds.Select(k => k.ChineseName()))}{line.HasItOffice switch { true => "（有信息化机构）", false => "（无信息化机构）", null => null }}：{string.Join('、', line.Posts.Select(p => p.ChineseName()))}";
}

/// <summary>The columns of the schemes, declared once for the page and the export.</summary>
internal static class SchemeColumns
{
    public static readonly IReadOnlyList<ListColumn<SchemeRow>> All =
    [
        new("region", "辖区", r => r.RegionName) { Width = 120, ExcelWidth = 16 },
        new("policy", "法规态度", r => r.PolicyStance) { Width = 92 },
        new("choice", "本级设置", r => r.Choice) { Width = 120 },
        new("weight", "设置要求", r => r.Effective.Weight) { Width = 84 },
        new("from", "方案来源", r => r.From) { Width = 148, ExcelWidth = 24 },
        new("lines", "岗位设置方案", r => r.Lines) { Wrap = true, ExcelWidth = 60 },
        new("reason", "设置依据", r => r.Reason) { Width = 160, Wrap = true, ExcelWidth = 30 },
    ];

    public static readonly ListExport<SchemeRow> Export = new("officer-schemes", "首席数据官岗位设置方案", AdministrationPermissions.OfficerScheme, All,
        (services, query, cancellationToken) => services.GetRequiredService<OfficerSchemeService>().StreamAsync(query, cancellationToken))
    {
        Filters = [new(ListNarrowing.OwnKey, "来源", OfficerSchemeList.Own)],
    };
}
