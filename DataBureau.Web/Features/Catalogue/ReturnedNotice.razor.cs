using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Why an entry came back, where whoever has to mend it looks first.</summary>
public sealed partial class ReturnedNotice
{
    [Parameter, EditorRequired] public CatalogueDetailView View { get; set; } = default!;

    private HistoryEntry? Return => View.State == CatalogueState.Returned ? View.History.LastOrDefault(h => h.IsStep && h.ToState == CatalogueState.Returned.ChineseName()) : null;
}
