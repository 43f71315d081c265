using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Plans;

/// <summary>The columns of the plans, declared once for the page and the export.</summary>
internal static class PlanColumns
{
    public const string Title = "title";
    public const string State = "state";
    public const string Deadline = "deadline";

    public static readonly IReadOnlyList<ListColumn<PlanRow>> All =
    [
        new(Title, "规划名称", r => r.Name) { Wrap = true, SortKey = nameof(PlanContent.Title), ExcelWidth = 44 },
        new("kind", "种类", r => KindName(r)) { Width = 112, Wrap = true, ExcelWidth = 24 },
        new("region", "辖区", r => r.RegionName) { Width = 72, SortKey = nameof(Plan.RegionCode), ExcelWidth = 12 },
        new("body", "编制单位", r => r.OrganisationName) { Width = 140, Wrap = true, ShownByDefault = false, ExcelWidth = 28 },
        new("period", "规划期", r => r.Period) { Width = 104, ExcelWidth = 12 },
        new(State, "状态", r => r.State) { Width = 104, Kind = ColumnKind.State, ExcelWidth = 12 },
        new(Deadline, "局内时限", r => r.Deadline?.Reading.Words) { Width = 146, ExcelWidth = 20 },
        new("due", "到期日", r => r.Deadline?.Reading.DueOn) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false },
        new("approval", "批准文号", r => r.ApprovalNumber) { Width = 164, Wrap = true, ExcelWidth = 24 },
        new("number", "备案号", r => r.FilingNumber) { Width = 124, Wrap = true, ExcelWidth = 26 },
        new("recipient", "接收机关", r => r.RecipientName) { Width = 104, Wrap = true, ExcelWidth = 28 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date, SortKey = nameof(Plan.UpdatedAt), ShownByDefault = false },
        new("edition", "版本", r => r.Edition) { Width = 56, Kind = ColumnKind.Integer, ShownByDefault = false },
        new("approved", "批准日期", r => r.ApprovalDate) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("filed", "报备时间", r => r.FiledAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(Plan.FiledAt), ShownByDefault = false },
        new("recorded", "备案时间", r => r.RecordedAt) { Width = 136, Kind = ColumnKind.DateTime, ShownByDefault = false },
        new("region-code", "区划代码", r => r.RegionCode) { Width = 84, ShownByDefault = false, ExcelWidth = 10 },
    ];

    /// <summary>Every kind that a jurisdiction knows: what an address may name.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Kinds = Choices(PolicyLibrary.Embedded.Jurisdictions.SelectMany(j => j.Plans.Kinds));

    public static readonly ListExport<PlanRow> Export = new("plans", "规划与备案", PlanPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<PlanService>().StreamAsync(PlanFilter.Read(query), cancellationToken))
    {
        Filters = [ListFilter.States<PlanState>(), new("kind", "种类", Kinds)],
    };

    /// <summary>Each kind once, with the levels that have it: some share a name.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(IEnumerable<PlanRule> kinds) =>
        [.. kinds.DistinctBy(k => k.Kind).OrderBy(k => k.Kind, StringComparer.Ordinal).Select(k => (k.Kind, $"{k.Name}（{string.Join('、', k.Levels.Select(LevelWord))}）"))];

    private static string LevelWord(RegionLevel level) => level switch
    {
        RegionLevel.Nation => "国家",
        RegionLevel.Province => "省",
        RegionLevel.City => "市",
        RegionLevel.County => "县",
    };

    private static string KindName(PlanRow row) => PolicyLibrary.Embedded.For(row.RegionCode).Plans.Find(row.Kind)?.Name ?? Mechanisms.NameOf(row.Kind);
}
