using DataBureau.Domain;
using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>The provisions behind a rule, each a link to its place in the list of provisions.</summary>
public sealed partial class ProvisionLinks
{
    [Parameter] public LegalBasis? Basis { get; set; }

    [Parameter] public string? Prefix { get; set; }

    /// <summary>Beside a label there is room for one link only; it leads to all.</summary>
    [Parameter] public bool Short { get; set; }

    private string Words(Citation citation) =>
        Short ? $"依据 {citation.Place}{(Basis!.Citations.Count > 1 ? $"等 {Basis.Citations.Count} 条" : string.Empty)}"
        : citation.Pack.Status == PackStatus.InForce ? citation.Text : $"{citation.Text}（{citation.Pack.Status.ChineseName()}）";
}
