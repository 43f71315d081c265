using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

public sealed partial class CatalogueDiffTab
{
    [Parameter, EditorRequired] public CatalogueDetailView View { get; set; } = default!;
}
