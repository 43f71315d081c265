using DataBureau.Domain.Catalogue;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>One entry as the file tells it: the fields it fills, and where it stands.</summary>
internal sealed class ImportRow
{
    public required string Sheet { get; init; }

    public required int Number { get; init; }

    public required string? ProviderName { get; init; }

    public required string? ProviderCode { get; init; }

    /// <summary>Blank cells are null here: they leave what is already known as it is.</summary>
    public required CatalogueContent Content { get; set; }

    public required string NameKey { get; init; }

    public Guid? ProviderId { get; set; }

    public bool HasError { get; set; }

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
        SharingMethod = Content.SharingMethod ?? known.SharingMethod,
        Opening = Content.Opening ?? known.Opening,
        OpeningCondition = Content.OpeningCondition ?? known.OpeningCondition,
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
}
