using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Policies;

/// <summary>One provision in full: what a refusal's link leads to.</summary>
public sealed partial class ProvisionCard
{
    private string _where = "";

    [Parameter, EditorRequired] public Citation Citation { get; set; } = default!;

    /// <summary>The list without this provision.</summary>
    [Parameter, EditorRequired] public string CloseHref { get; set; } = "";

    [Inject] private PolicyLibrary Library { get; set; } = default!;

    protected override void OnParametersSet()
    {
        var names = Library.Jurisdictions.Where(j => j.Packs.Any(p => p.Id == Citation.Pack.Id)).Select(j => j.Name).ToList();
        _where = names.Count == 0 ? "没有辖区采用" : string.Join('、', names) + "，以及所辖没有另设规则的地方";
    }
}
