using System.Globalization;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>A 信息项 as it is being typed.</summary>
public sealed class ItemForm
{
    public string? Name { get; set; }

    public string? DataType { get; set; }

    public string? Length { get; set; }
}

/// <summary>
/// An entry as it is being typed: texts only, so that half-typed and wrong input survives an autosave. It becomes content
/// when it can be read.
/// </summary>
public sealed class CatalogueForm : CaseForm
{
    public List<ItemForm> Items { get; set; } = [];

    public OpeningPreparation Preparations { get; set; }

    public static CatalogueForm Of(CatalogueContent content)
    {
        var form = new CatalogueForm { Preparations = content.Preparations };
        foreach (var field in CatalogueFields.All)
            form[field.Key] = field.Value(content) switch
            {
                null => null,
                string text => text,
                Enum member => member.ToString(),
                DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ResourceFormat format => format.ToString(),
                IReadOnlyList<string> codes => string.Join('、', codes),
                _ => null,
            };
        form.Items = [.. content.Items.Select(i => new ItemForm { Name = i.Name, DataType = i.DataType?.ToString(), Length = i.Length?.ToString(CultureInfo.InvariantCulture) })];
        return form;
    }

    /// <summary>The content, with a sentence per field that cannot be read. What the chosen class makes pointless is left out.</summary>
    public CatalogueContent Read(JurisdictionPolicy policy, IDictionary<string, string> messages)
    {
        var sharing = Choice<SharingAttribute>(nameof(CatalogueContent.Sharing));
        var opening = Choice<OpeningType>(nameof(CatalogueContent.Opening));
        var restricted = sharing is { } s && (policy.Sharing.ReasonRequiredFor.Contains(s) || policy.Sharing.BasisRequiredFor.Contains(s) || s != SharingAttribute.Unconditional);
        return new CatalogueContent
        {
            Name = Text(nameof(CatalogueContent.Name)) ?? string.Empty,
            Code = Text(nameof(CatalogueContent.Code)),
            ClassificationPath = Text(nameof(CatalogueContent.ClassificationPath)),
            ProviderUnit = Text(nameof(CatalogueContent.ProviderUnit)),
            Abstract = Text(nameof(CatalogueContent.Abstract)),
            Format = Parsed(nameof(CatalogueContent.Format), ResourceFormatParser.Parse, messages),
            Items = ReadItems(messages),
            Sharing = sharing,
            ConditionalSharing = sharing == SharingAttribute.Conditional ? Choice<ConditionalSharing>(nameof(CatalogueContent.ConditionalSharing)) : null,
            SharingCondition = sharing == SharingAttribute.Conditional ? Text(nameof(CatalogueContent.SharingCondition)) : null,
            SharingReason = restricted ? Text(nameof(CatalogueContent.SharingReason)) : null,
            SharingBasisRank = restricted ? Choice<LegalBasisRank>(nameof(CatalogueContent.SharingBasisRank)) : null,
            SharingBasis = restricted ? Text(nameof(CatalogueContent.SharingBasis)) : null,
            SharingReviewOn = sharing == SharingAttribute.NotShared ? Date(nameof(CatalogueContent.SharingReviewOn)) : null,
            SharingMethod = sharing == SharingAttribute.NotShared ? null : Choice<SharingMethod>(nameof(CatalogueContent.SharingMethod)),
            Opening = opening,
            OpeningCondition = opening == OpeningType.Conditional ? Text(nameof(CatalogueContent.OpeningCondition)) : null,
            OpeningBasis = opening == OpeningType.NotOpened ? Text(nameof(CatalogueContent.OpeningBasis)) : null,
            Preparations = opening is null or OpeningType.NotOpened ? OpeningPreparation.None : Preparations,
            UpdateFrequency = Choice<UpdateFrequency>(nameof(CatalogueContent.UpdateFrequency)),
            UpdateFrequencyNote = Text(nameof(CatalogueContent.UpdateFrequencyNote)),
            PublicationDate = Date(nameof(CatalogueContent.PublicationDate)),
            RelatedCodes = Parsed(nameof(CatalogueContent.RelatedCodes), RelatedCodesParser.Parse, messages) ?? [],
            Grade = Choice<SecurityGrade>(nameof(CatalogueContent.Grade)),
            Ownership = Choice<DataOwnership>(nameof(CatalogueContent.Ownership)),
            SourceSystem = Text(nameof(CatalogueContent.SourceSystem)),
            Theme = Text(nameof(CatalogueContent.Theme)),
            ContactUnit = Text(nameof(CatalogueContent.ContactUnit)),
            ContactPhone = Text(nameof(CatalogueContent.ContactPhone)),
        };
    }

    private T? Choice<T>(string key)
        where T : struct, Enum => Enum.TryParse<T>(this[key], out var value) && Enum.IsDefined(value) ? value : null;

    private T? Parsed<T>(string key, Func<string?, Parsed<T>> parse, IDictionary<string, string> messages)
        where T : class
    {
        var parsed = parse(Text(key));
        if (parsed.IsUnknown)
            messages[key] = parsed.Sentence!;
        return parsed.HasValue ? parsed.Value : null;
    }

    private List<DataItem> ReadItems(IDictionary<string, string> messages)
    {
        var items = new List<DataItem>();
        foreach (var (item, number) in Items.Select((x, i) => (x, i + 1)))
        {
            if (string.IsNullOrWhiteSpace(item.Name) && string.IsNullOrWhiteSpace(item.DataType) && string.IsNullOrWhiteSpace(item.Length))
                continue;
            var length = ItemLengthParser.Parse(item.Length);
            if (string.IsNullOrWhiteSpace(item.Name))
                messages[nameof(CatalogueContent.Items)] = $"第 {number} 个信息项没有名称。";
            else if (item.Name.Trim().Length > CatalogueContent.NameLimit)
                messages[nameof(CatalogueContent.Items)] = $"第 {number} 个信息项的名称超过 {CatalogueContent.NameLimit} 字。";
            else if (length.IsUnknown)
                messages[nameof(CatalogueContent.Items)] = $"第 {number} 个信息项的长度「{item.Length}」不是整数。";
            items.Add(new DataItem(item.Name?.Trim() ?? string.Empty, Enum.TryParse<ItemDataType>(item.DataType, out var type) ? type : null, length.HasValue ? length.Value : null));
        }

        return items;
    }
}
