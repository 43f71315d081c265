using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;

namespace DataBureau.Web.Features.Catalogue;

public enum EditorKind
{
    Text,
    Area,
    Choice,
    Date,

    /// <summary>A category and one of its types, several times over.</summary>
    Format,

    /// <summary>From a list that the bureau keeps, where it keeps one.</summary>
    Listed,
}

/// <summary>How one field is edited: the kind of input, its choices in this jurisdiction, and when it matters at all.</summary>
public sealed record CatalogueEditor(string Key, EditorKind Kind)
{
    public bool Required { get; init; }

    public bool Wide { get; init; }

    public string? Hint { get; init; }

    /// <summary>Mechanism whose provision is linked beside the label.</summary>
    public string? Mechanism { get; init; }

    public Func<JurisdictionPolicy, IEnumerable<(string Value, string Text)>> Choices { get; init; } = _ => [];

    /// <summary>Whether the field makes sense for what has been chosen so far.</summary>
    public Func<CatalogueForm, JurisdictionPolicy, bool> Matters { get; init; } = (_, _) => true;
}

internal static class CatalogueEditors
{
    public static readonly ImmutableArray<(string Group, ImmutableArray<CatalogueEditor> Fields)> Groups =
    [
        ("基本信息",
        [
            new(nameof(CatalogueContent.Name), EditorKind.Text) { Required = true, Wide = true, Hint = "写数据资源本身的名称，不要用系统名称" },
            new(nameof(CatalogueContent.Code), EditorKind.Text) { Hint = "前段码/后段码，如 3060010101/000012；可以留空" },
            new(nameof(CatalogueContent.ClassificationPath), EditorKind.Listed) { Hint = "类/项/目/细目" },
            new(nameof(CatalogueContent.Abstract), EditorKind.Area) { Required = true, Wide = true },
            new(nameof(CatalogueContent.Format), EditorKind.Format) { Required = true, Hint = "先选分类，再选类型；有多种格式的逐一添加" },
            new(nameof(CatalogueContent.UpdateFrequency), EditorKind.Choice) { Required = true, Choices = _ => Names<UpdateFrequency>() },
            new(nameof(CatalogueContent.UpdateFrequencyNote), EditorKind.Text) { Required = true, Matters = (f, _) => f[nameof(CatalogueContent.UpdateFrequency)] == nameof(UpdateFrequency.Other), Hint = "写明实际的更新周期" },
            new(nameof(CatalogueContent.PublicationDate), EditorKind.Date) { Hint = "不填则以发布当日为准" },
            new(nameof(CatalogueContent.Grade), EditorKind.Choice) { Choices = _ => Names<SecurityGrade>(), Mechanism = "C05" },
            new(nameof(CatalogueContent.Ownership), EditorKind.Choice) { Choices = _ => Names<DataOwnership>() },
            new(nameof(CatalogueContent.ProviderUnit), EditorKind.Text),
            new(nameof(CatalogueContent.SourceSystem), EditorKind.Text),
            new(nameof(CatalogueContent.Theme), EditorKind.Listed),
            new(nameof(CatalogueContent.RelatedCodes), EditorKind.Text) { Hint = "多个用顿号分隔" },
            new(nameof(CatalogueContent.ContactUnit), EditorKind.Text),
            new(nameof(CatalogueContent.ContactPhone), EditorKind.Text) { Hint = "只填公开的办公电话" },
        ]),
        ("共享属性",
        [
            new(nameof(CatalogueContent.Sharing), EditorKind.Choice) { Required = true, Mechanism = "S01", Choices = p => p.Sharing.Options.Select(o => (o.Value.ToString(), o.Label)) },
            new(nameof(CatalogueContent.SharingMethod), EditorKind.Choice) { Choices = _ => Names<SharingMethod>(), Matters = (f, _) => Sharing(f) is not SharingAttribute.NotShared },
            new(nameof(CatalogueContent.ConditionalSharing), EditorKind.Choice) { Mechanism = "S03", Choices = _ => Names<ConditionalSharing>(), Matters = (f, p) => Sharing(f) == SharingAttribute.Conditional && p.Sharing.ConditionalSubTypes },
            new(nameof(CatalogueContent.SharingCondition), EditorKind.Area) { Required = true, Wide = true, Mechanism = "S03", Matters = (f, _) => Sharing(f) == SharingAttribute.Conditional },
            new(nameof(CatalogueContent.SharingReason), EditorKind.Area) { Wide = true, Mechanism = "S02", Matters = (f, _) => Restricted(f) },
            new(nameof(CatalogueContent.SharingBasisRank), EditorKind.Choice) { Mechanism = "S02", Choices = p => p.Sharing.BasisRanks.Select(r => (r.ToString(), r.ChineseName())), Matters = (f, _) => Restricted(f) },
            new(nameof(CatalogueContent.SharingBasis), EditorKind.Text) { Mechanism = "S02", Hint = "文件名称和条款", Matters = (f, _) => Restricted(f) },
            new(nameof(CatalogueContent.SharingReviewOn), EditorKind.Date) { Matters = (f, p) => Sharing(f) == SharingAttribute.NotShared && p.Sharing.Temporary },
        ]),
        ("开放属性",
        [
            new(nameof(CatalogueContent.Opening), EditorKind.Choice) { Required = true, Mechanism = "O01", Choices = p => p.Opening.Options.Select(o => (o.Value.ToString(), o.Label)) },
            new(nameof(CatalogueContent.OpeningCondition), EditorKind.Area) { Wide = true, Mechanism = "O01", Matters = (f, _) => Opening(f) == OpeningType.Conditional },
            new(nameof(CatalogueContent.OpeningBasis), EditorKind.Text) { Mechanism = "O02", Hint = "文件名称和条款", Matters = (f, _) => Opening(f) == OpeningType.NotOpened },
        ]),
    ];

    public static bool IsRequired(CatalogueEditor editor, CatalogueForm form, JurisdictionPolicy policy) => editor.Required || editor.Key switch
    {
        nameof(CatalogueContent.SharingReason) => Sharing(form) is { } s && policy.Sharing.ReasonRequiredFor.Contains(s),
        nameof(CatalogueContent.SharingBasis) => Sharing(form) is { } s && policy.Sharing.BasisRequiredFor.Contains(s),
        nameof(CatalogueContent.OpeningBasis) => Opening(form) is { } o && policy.Opening.BasisRequiredFor.Contains(o),
        _ => false,
    };

    public static bool IsOpened(CatalogueForm form) => Opening(form) is OpeningType.Unconditional or OpeningType.Conditional;

    private static SharingAttribute? Sharing(CatalogueForm form) => Enum.TryParse<SharingAttribute>(form[nameof(CatalogueContent.Sharing)], out var value) ? value : null;

    private static OpeningType? Opening(CatalogueForm form) => Enum.TryParse<OpeningType>(form[nameof(CatalogueContent.Opening)], out var value) ? value : null;

    private static bool Restricted(CatalogueForm form) => Sharing(form) is SharingAttribute.Conditional or SharingAttribute.NotShared;

    private static IEnumerable<(string Value, string Text)> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => (v.ToString(), v.ChineseName()));
}
