using DataBureau.Domain.Policy;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Help;

/// <summary>One area of the help, with the rules of the reader's own place unless another is asked for.</summary>
public sealed partial class HelpPage
{
    private IReadOnlyList<JurisdictionPolicy> _policies = [];
    private JurisdictionPolicy? _policy;
    private HelpArea? _area;

    [Parameter] public string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "jurisdiction")] public string? Jurisdiction { get; set; }

    [Inject] private PolicyLibrary Policies { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        _area = HelpArea.Find(Area);
        _policies = [.. Policies.Jurisdictions.Where(j => j.Packs.Count > 0)];
        if (_area is { Tables.Count: > 0 })
            _policy = _policies.FirstOrDefault(p => p.Region == Jurisdiction) ?? await OwnAsync();
    }

    private async Task<JurisdictionPolicy> OwnAsync()
    {
        var own = await Current.GetAsync() is { Grants.Length: > 0 } actor ? Policies.For(actor.Grants[0].RegionCode) : null;
        return own is not null && _policies.Contains(own) ? own : _policies[0];
    }
}
