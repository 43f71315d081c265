using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>The provisions behind a rule, each a link to its place in the list of provisions.</summary>
public sealed partial class ProvisionLinks
{
    [Parameter] public LegalBasis? Basis { get; set; }

    [Parameter] public string? Prefix { get; set; }
}
