using DataBureau.Domain.Catalogue;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>One entry as the file tells it: the fields it fills, and where it stands.</summary>
internal sealed class ImportRow
{
    private List<DataItem>? _items;
    private HashSet<string>? _itemKeys;

    public required string Sheet { get; init; }

    public required int Number { get; init; }

    public required string? ProviderName { get; init; }

    public required string? ProviderCode { get; init; }

    /// <summary>Blank cells are null here: they leave what is already known as it is.</summary>
    public required CatalogueContent Content { get; set; }

    public required string NameKey { get; init; }

    public Guid? ProviderId { get; set; }

    public bool HasError { get; set; }

    /// <summary>Whether an item of that name is there already.</summary>
    public bool HasItem(string name) => ItemKeys().Contains(ItemNames.KeyOf(name));

    /// <summary>Adds an item, unless one of its name is there already.</summary>
    public bool TryAddItem(DataItem item)
    {
        if (!ItemKeys().Add(ItemNames.KeyOf(item.Name)))
            return false;
        // One list that grows: an entry may have a thousand items, a row each.
        if (_items is null)
            Content = Content with { Items = _items = [.. Content.Items] };
        _items.Add(item);
        return true;
    }

    /// <summary>The content laid over what is known: what the file fills wins, what it leaves blank stays.</summary>
    public CatalogueContent Over(CatalogueContent known) => known with
    {
        Name = Content.Name,
        ClassificationPath = Content.ClassificationPath ?? known.ClassificationPath,
        Code = Content.Code ?? known.Code,
        ProviderUnit = Content.ProviderUnit ?? known.ProviderUnit,
        Abstract = Content.Abstract ?? known.Abstract,
        Format = Content.Format ?? known.Format,
        Items = Content.Items.Count > 0 ? Content.Items : known.Items,
        Sharing = Content.Sharing ?? known.Sharing,
        SharingCondition = Content.SharingCondition ?? known.SharingCondition,
        SharingReason = Content.SharingReason ?? known.SharingReason,
        SharingBasis = Content.SharingBasis ?? known.SharingBasis,
        ConditionalSharing = Content.ConditionalSharing ?? known.ConditionalSharing,
        SharingBasisRank = Content.SharingBasisRank ?? known.SharingBasisRank,
        SharingReviewOn = Content.SharingReviewOn ?? known.SharingReviewOn,
        SharingMethod = Content.SharingMethod ?? known.SharingMethod,
        Opening = Content.Opening ?? known.Opening,
        OpeningCondition = Content.OpeningCondition ?? known.OpeningCondition,
        OpeningBasis = Content.OpeningBasis ?? known.OpeningBasis,
        Preparations = Content.Preparations != OpeningPreparation.None ? Content.Preparations : known.Preparations,
        UpdateFrequency = Content.UpdateFrequency ?? known.UpdateFrequency,
        // The words beside an unchanged frequency stay: a list exports the frequency alone.
        UpdateFrequencyNote = Content.UpdateFrequencyNote ?? (Content.UpdateFrequency is null || Content.UpdateFrequency == known.UpdateFrequency ? known.UpdateFrequencyNote : null),
        PublicationDate = Content.PublicationDate ?? known.PublicationDate,
        RelatedCodes = Content.RelatedCodes.Count > 0 ? Content.RelatedCodes : known.RelatedCodes,
        Grade = Content.Grade ?? known.Grade,
        Ownership = Content.Ownership ?? known.Ownership,
        SourceSystem = Content.SourceSystem ?? known.SourceSystem,
        Theme = Content.Theme ?? known.Theme,
        ContactUnit = Content.ContactUnit ?? known.ContactUnit,
        ContactPhone = Content.ContactPhone ?? known.ContactPhone,
    };

    private HashSet<string> ItemKeys() => _itemKeys ??= Content.Items.Select(i => ItemNames.KeyOf(i.Name)).ToHashSet(StringComparer.Ordinal);
}
