using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The columns of the catalogue: on the page, in the export, and under titles that the import understands.</summary>
public static class CatalogueColumns
{
    public const string Name = "name";
    public const string State = "state";

    public static readonly IReadOnlyList<ListColumn<CatalogueRow>> All =
    [
        new(Name, "信息资源名称", r => r.Content.Name) { Wrap = true, SortKey = nameof(CatalogueContent.Name), ExcelWidth = 40 },
        new("code", "信息资源代码", r => r.Content.Code) { Width = 160, SortKey = nameof(CatalogueContent.Code), ExcelWidth = 24 },
        new("provider", "信息资源提供方", r => r.ProviderName) { Width = 170, Wrap = true, SortKey = nameof(CatalogueEntry.ProviderId), ExcelWidth = 28 },
        new("provider-code", "信息资源提供方代码", r => r.ProviderCode) { Width = 180, ShownByDefault = false, ExcelWidth = 22 },
        new(State, "状态", r => r.State) { Width = 120, Kind = ColumnKind.State, SortKey = nameof(CatalogueEntry.State), ExcelWidth = 14 },
        new("sharing", "共享类型", r => r.Content.Sharing is { } s ? Policy(r).Sharing.Label(s) : null) { Width = 104, ExcelWidth = 14 },
        new("opening", "开放类型", r => r.Content.Opening is { } o ? Policy(r).Opening.Label(o) : null) { Width = 114, Wrap = true, ExcelWidth = 14 },
        new("frequency", "更新周期", r => r.Content.UpdateFrequency == UpdateFrequency.Other ? r.Content.UpdateFrequencyNote : r.Content.UpdateFrequency) { Width = 84, ExcelWidth = 10 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(CatalogueEntry.UpdatedAt) },
        new("frequency-note", "更新周期说明", r => r.Content.UpdateFrequencyNote) { Width = 150, ShownByDefault = false, ExcelWidth = 20 },
        new("abstract", "信息资源摘要", r => r.Content.Abstract) { Width = 260, Wrap = true, ShownByDefault = false, ExcelWidth = 50 },
        new("classification", "信息资源分类", r => r.Content.ClassificationPath) { Width = 200, Wrap = true, ShownByDefault = false, ExcelWidth = 36 },
        new("provider-unit", "提供方内部部门", r => r.Content.ProviderUnit) { Width = 150, Wrap = true, ShownByDefault = false, ExcelWidth = 20 },
        new("format", "信息资源格式", r => r.Content.Format?.ToString()) { Width = 150, ShownByDefault = false, ExcelWidth = 20 },
        new("items", "信息项数", r => r.Content.Items.Count) { Width = 84, Kind = ColumnKind.Integer, ShownByDefault = false },
        new("sharing-condition", "共享条件", r => r.Content.SharingCondition) { Width = 220, Wrap = true, ShownByDefault = false, ExcelWidth = 36 },
        new("sharing-reason", "共享受限理由", r => r.Content.SharingReason) { Width = 220, Wrap = true, ShownByDefault = false, ExcelWidth = 36 },
        new("sharing-basis", "共享受限依据", r => r.Content.SharingBasis) { Width = 220, Wrap = true, ShownByDefault = false, ExcelWidth = 36 },
        new("basis-rank", "依据层级", r => r.Content.SharingBasisRank) { Width = 104, ShownByDefault = false, ExcelWidth = 14 },
        new("conditional", "有条件共享情形", r => r.Content.ConditionalSharing) { Width = 120, ShownByDefault = false, ExcelWidth = 14 },
        new("review-on", "暂不共享复核日期", r => r.Content.SharingReviewOn) { Width = 120, Kind = ColumnKind.Date, ShownByDefault = false },
        new("method", "共享方式", r => r.Content.SharingMethod) { Width = 90, ShownByDefault = false, ExcelWidth = 12 },
        new("opening-basis", "不开放依据", r => r.Content.OpeningBasis) { Width = 200, Wrap = true, ShownByDefault = false, ExcelWidth = 30 },
        new("preparations", "开放前处理", r => CatalogueFields.Find(nameof(CatalogueContent.Preparations))!.Text(r.Content, Policy(r))) { Width = 150, ShownByDefault = false, ExcelWidth = 20 },
        new("opening-condition", "开放条件", r => r.Content.OpeningCondition) { Width = 220, Wrap = true, ShownByDefault = false, ExcelWidth = 36 },
        new("publication", "发布日期", r => r.Content.PublicationDate) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false },
        new("related", "关联资源代码", r => string.Join('、', r.Content.RelatedCodes)) { Width = 160, ShownByDefault = false, ExcelWidth = 24 },
        new("grade", "数据分级", r => r.Content.Grade) { Width = 110, ShownByDefault = false, ExcelWidth = 14 },
        new("ownership", "数据归属", r => r.Content.Ownership) { Width = 140, ShownByDefault = false, ExcelWidth = 18 },
        new("system", "所属信息系统", r => r.Content.SourceSystem) { Width = 170, Wrap = true, ShownByDefault = false, ExcelWidth = 24 },
        new("theme", "主题领域", r => r.Content.Theme) { Width = 120, Wrap = true, ShownByDefault = false, ExcelWidth = 18 },
        new("contact", "联系单位", r => r.Content.ContactUnit) { Width = 170, Wrap = true, ShownByDefault = false, ExcelWidth = 24 },
        new("phone", "联系电话", r => PhoneNumber.Masked(r.Content.ContactPhone)) { Width = 130, ShownByDefault = false, ExcelWidth = 16 },
        new("package", "送审批次", r => r.PackageTitle) { Width = 180, Wrap = true, ShownByDefault = false, ExcelWidth = 30 },
        new("submitted", "提交时间", r => r.SubmittedAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(CatalogueEntry.SubmittedAt), ShownByDefault = false },
        new("revision", "版本", r => r.Revision) { Width = 64, Kind = ColumnKind.Integer, ShownByDefault = false },
    ];

    private static JurisdictionPolicy Policy(CatalogueRow row) => PolicyLibrary.Embedded.For(row.RegionCode);
}
