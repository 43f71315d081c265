using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Policy;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Reads the cells of a row into content. What cannot be understood is an error in words; what is blank stays open.</summary>
internal sealed class EntryRowReader(JurisdictionPolicy policy)
{
    private readonly SharingParser _sharing = new(policy.Sharing.Options.ToDictionary(o => o.Label, o => o.Value, StringComparer.Ordinal));
    private readonly OpeningTypeParser _opening = new(policy.Opening.Options.ToDictionary(o => o.Label, o => o.Value, StringComparer.Ordinal));
    private readonly GradeParser _grades = new();

    public ImportRow Read(RowCells cells)
    {
        var name = Limited(cells, CatalogueField.Name, nameof(CatalogueContent.Name)) ?? string.Empty;
        if (name.Length == 0 && !cells.HasError)
            cells.Fail(CatalogueField.Name, "NameMissing", "没有填写信息资源名称。每条目录都要有名称。" + (cells.Peek(CatalogueField.ItemName) ? "如果本行只是给上一条目录再加一个信息项，其他栏请留空，或与上一条相同。" : string.Empty));
        var frequency = ReadCell(cells, CatalogueField.UpdateFrequency, "UnknownUpdateFrequency", UpdateFrequencyParser.Parse, out var frequencyNote);
        var sharing = ReadCell(cells, CatalogueField.SharingAttribute, "UnknownSharing", _sharing.Parse, out _);
        var (opening, openingCondition) = Opening(cells);
        var condition = Limited(cells, CatalogueField.SharingCondition, nameof(CatalogueContent.SharingCondition));
        var basis = Limited(cells, CatalogueField.SharingBasis, nameof(CatalogueContent.SharingBasis));
        // The guide's workbook has one column for the condition and for the basis of 不予共享.
        if (sharing == SharingAttribute.NotShared && basis is null && !cells.Has(CatalogueField.SharingBasis))
            (basis, condition) = (condition, null);
        var content = new CatalogueContent
        {
            Name = name,
            Code = Code(cells),
            ClassificationPath = Classification(cells),
            ProviderUnit = Limited(cells, CatalogueField.ProviderUnit, nameof(CatalogueContent.ProviderUnit)),
            Abstract = Limited(cells, CatalogueField.Abstract, nameof(CatalogueContent.Abstract)),
            Format = Format(cells),
            Items = ReadItem(cells) is { } item ? [item] : [],
            Sharing = sharing,
            SharingCondition = condition,
            SharingReason = Limited(cells, CatalogueField.SharingReason, nameof(CatalogueContent.SharingReason)),
            SharingBasis = basis,
            ConditionalSharing = ReadCell(cells, CatalogueField.ConditionalSharing, "UnknownConditionalSharing", t => NamedChoiceParser.Parse<ConditionalSharing>(t, "有条件共享情形"), out _),
            SharingBasisRank = ReadCell(cells, CatalogueField.SharingBasisRank, "UnknownBasisRank", t => NamedChoiceParser.Parse<LegalBasisRank>(t, "依据层级"), out _),
            SharingReviewOn = ReadCell(cells, CatalogueField.SharingReviewOn, "UnknownDate", DateParser.Parse, out _),
            SharingMethod = Method(cells),
            Opening = opening,
            OpeningCondition = openingCondition,
            OpeningBasis = Limited(cells, CatalogueField.OpeningBasis, nameof(CatalogueContent.OpeningBasis)),
            Preparations = ReadCell(cells, CatalogueField.Preparations, "UnknownPreparation", NamedChoiceParser.ParsePreparations, out _) ?? OpeningPreparation.None,
            UpdateFrequency = frequency,
            UpdateFrequencyNote = Cut(frequencyNote),
            PublicationDate = ReadCell(cells, CatalogueField.PublicationDate, "UnknownDate", DateParser.Parse, out _),
            RelatedCodes = RelatedCodes(cells),
            Grade = ReadCell(cells, CatalogueField.Grade, "UnknownGrade", _grades.Parse, out _),
            Ownership = ReadCell(cells, CatalogueField.Ownership, "UnknownOwnership", OwnershipParser.Parse, out _),
            SourceSystem = Limited(cells, CatalogueField.SourceSystem, nameof(CatalogueContent.SourceSystem)),
            Theme = Limited(cells, CatalogueField.Theme, nameof(CatalogueContent.Theme)),
            ContactUnit = Limited(cells, CatalogueField.ContactUnit, nameof(CatalogueContent.ContactUnit)),
            // An exported list shows a part of it only: no number to take over.
            ContactPhone = Limited(cells, CatalogueField.ContactPhone, nameof(CatalogueContent.ContactPhone)) is { } phone && !phone.Contains('*', StringComparison.Ordinal) ? phone : null,
        };
        return new ImportRow
        {
            Sheet = cells.Sheet,
            Number = cells.Number,
            ProviderName = cells.Text(CatalogueField.ProviderName),
            ProviderCode = cells.Text(CatalogueField.ProviderCode),
            Content = content,
            NameKey = NameKey.Of(name),
            HasError = cells.HasError,
        };
    }

    /// <summary>The 信息项 of a row, or null when it names none.</summary>
    public static DataItem? ReadItem(RowCells cells)
    {
        if (cells.Text(CatalogueField.ItemName) is not { } name || Limited(cells, CatalogueField.ItemName, name, CatalogueLimits.ItemName) is null)
            return null;
        var type = ReadCell(cells, CatalogueField.ItemDataType, "UnknownItemType", ItemDataTypeParser.Parse, out _);
        var length = ReadCell(cells, CatalogueField.ItemLength, "UnknownItemLength", ItemLengthParser.Parse, out _);
        return new DataItem(name, type, length);
    }

    private static string? Limited(RowCells cells, CatalogueField field, string key)
    {
        var text = cells.Text(field);
        return text is null ? null : Limited(cells, field, text, CatalogueLimits.LimitOf(key));
    }

    private static string? Limited(RowCells cells, CatalogueField field, string text, int limit) =>
        text.Length <= limit ? text : cells.Fail(field, "TooLong", $"内容有 {text.Length} 字，最多 {limit} 字，请精简。");

    private static T? ReadCell<T>(RowCells cells, CatalogueField field, string code, Func<string?, Parsed<T>> parse, out string? note)
        where T : struct
    {
        note = null;
        if (cells.Text(field) is not { } text)
            return null;
        var parsed = parse(text);
        if (parsed.IsUnknown)
            cells.Fail(field, code, parsed.Sentence!);
        note = parsed.Note;
        return parsed.HasValue ? parsed.Value : null;
    }

    private static string? Code(RowCells cells)
    {
        if (cells.Text(CatalogueField.Code) is not { } text)
            return null;
        if (cells.IsPrecisionLost(CatalogueField.Code))
            return cells.Fail(CatalogueField.Code, "PrecisionLost", "代码被 Excel 当作数字，末几位已经丢失。请把该列设为文本格式，再重新填入完整的代码。");
        var code = ResourceCodeRules.Parse(text);
        if (code.IsUnknown)
            return cells.Fail(CatalogueField.Code, "PrecisionLost", code.Sentence!);
        return code.HasValue ? Limited(cells, CatalogueField.Code, nameof(CatalogueContent.Code)) : null;
    }

    private static string? Classification(RowCells cells)
    {
        if (cells.Text(CatalogueField.ClassificationPath) is { } path)
            return Limited(cells, CatalogueField.ClassificationPath, nameof(CatalogueContent.ClassificationPath)) is null ? null : path;
        var joined = string.Join('/', cells.ClassificationLevels());
        if (joined.Length == 0)
            return null;
        return joined.Length <= CatalogueLimits.LimitOf(nameof(CatalogueContent.ClassificationPath)) ? joined : cells.Fail(CatalogueField.ClassLevel1, "TooLong", "各级分类连起来超过 500 字，请精简。");
    }

    private static ResourceFormat? Format(RowCells cells)
    {
        var (category, type, other) = (cells.Text(CatalogueField.FormatCategory), cells.Text(CatalogueField.FormatType), cells.Text(CatalogueField.FormatOther));
        if (category is null && type is null && other is null)
            return null;
        var format = ResourceFormatParser.Parse(category, type, other);
        var field = cells.Has(CatalogueField.FormatType) ? CatalogueField.FormatType : cells.Has(CatalogueField.FormatCategory) ? CatalogueField.FormatCategory : CatalogueField.FormatOther;
        if (format.IsUnknown)
            cells.Fail(field, "UnknownFormat", format.Sentence!);
        return format.HasValue && Fits(cells, field, nameof(CatalogueContent.Format), "各种资源格式", format.Value) ? format.Value : null;
    }

    private static IReadOnlyList<string> RelatedCodes(RowCells cells)
    {
        var codes = RelatedCodesParser.Parse(cells.Text(CatalogueField.RelatedCodes));
        if (codes.IsUnknown || cells.IsPrecisionLost(CatalogueField.RelatedCodes))
            cells.Fail(CatalogueField.RelatedCodes, "PrecisionLost", codes.Sentence ?? "关联资源代码被 Excel 当作数字，末几位已经丢失。请把该列设为文本格式，再重新填入完整的代码。");
        return codes.HasValue && Fits(cells, CatalogueField.RelatedCodes, nameof(CatalogueContent.RelatedCodes), "各个关联资源代码", codes.Value) ? codes.Value : [];
    }

    /// <summary>Several values of one cell are kept as one text.</summary>
    private static bool Fits(RowCells cells, CatalogueField field, string key, string what, object value)
    {
        var (length, limit) = (CatalogueLimits.LengthOf(value), CatalogueLimits.LimitOf(key));
        if (length > limit)
            cells.Fail(field, "TooLong", $"{what}连起来有 {length} 字，最多 {limit} 字，请精简。");
        return length <= limit;
    }

    private static SharingMethod? Method(RowCells cells)
    {
        var (category, type) = (cells.Text(CatalogueField.SharingMethodCategory), cells.Text(CatalogueField.SharingMethod));
        if (category is null && type is null)
            return null;
        var method = SharingMethodParser.Parse(category, type);
        if (method.IsUnknown)
            cells.Fail(cells.Has(CatalogueField.SharingMethod) ? CatalogueField.SharingMethod : CatalogueField.SharingMethodCategory, "UnknownSharingMethod", method.Sentence!);
        return method.HasValue ? method.Value : null;
    }

    private static string? Cut(string? note) => note is { Length: > CatalogueContent.ShortLimit } ? note[..CatalogueContent.ShortLimit] : note;

    private (OpeningType? Type, string? Condition) Opening(RowCells cells)
    {
        var (isOpen, type, condition) = (cells.Text(CatalogueField.IsOpen), cells.Text(CatalogueField.OpeningType), Limited(cells, CatalogueField.OpeningCondition, nameof(CatalogueContent.OpeningCondition)));
        if (isOpen is null && type is null && condition is null)
            return (null, null);
        var reading = OpeningReading.Combine(isOpen, type, condition, _opening);
        foreach (var problem in reading.Problems)
            cells.Fail(cells.Has(CatalogueField.OpeningType) ? CatalogueField.OpeningType : cells.Has(CatalogueField.IsOpen) ? CatalogueField.IsOpen : CatalogueField.OpeningCondition, "UnknownOpening", problem);
        if (reading.Type.HasValue)
            return (reading.Type.Value, reading.Condition);
        // Where a scheme knows only "open" and "on the list", yes without a condition says all there is to say.
        var plain = policy.Opening.Scheme is OpeningScheme.NegativeList or OpeningScheme.AnnualList or OpeningScheme.Plain;
        return (reading is { IsOpen: true, Problems.Count: 0 } && plain ? OpeningType.Unconditional : null, reading.Condition);
    }
}
