using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>Leads from a decision, as a consultation names it, to its meeting.</summary>
public sealed partial class MeetingDecision
{
    private bool _missing;

    [Parameter] public Guid Id { get; set; }

    [Inject] private MeetingService Meetings { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (await Meetings.OfDecisionAsync(Id, default) is { } meeting)
            Navigation.NavigateTo($"/chief-data-officers/meetings/{meeting}", replace: true);
        else
            _missing = true;
    }
}
