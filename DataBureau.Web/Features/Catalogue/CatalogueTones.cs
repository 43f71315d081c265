using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Catalogue;

internal static class CatalogueTones
{
    public static Tone Tone(this CatalogueState state) => state switch
    {
        CatalogueState.Draft or CatalogueState.Retired or CatalogueState.Superseded or CatalogueState.Discarded => Components.Forms.Tone.Neutral,
        CatalogueState.DepartmentReview or CatalogueState.UnderReview => Components.Forms.Tone.Info,
        CatalogueState.Returned => Components.Forms.Tone.Attention,
        CatalogueState.Approved or CatalogueState.Published => Components.Forms.Tone.Success,
    };

    public static Tone Tone(this FindingSeverity severity) => severity switch
    {
        FindingSeverity.Blocking => Components.Forms.Tone.Danger,
        FindingSeverity.BeforePublication => Components.Forms.Tone.Attention,
        FindingSeverity.Advice => Components.Forms.Tone.Neutral,
    };
}
