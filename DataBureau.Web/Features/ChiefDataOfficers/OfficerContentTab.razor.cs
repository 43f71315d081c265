using DataBureau.Domain.ChiefDataOfficers;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>What is said of an appointment. The telephone number is masked until somebody who may asks for it.</summary>
public sealed partial class OfficerContentTab
{
    [Parameter, EditorRequired] public OfficerDetailView View { get; set; } = default!;

    /// <summary>In full, once it was asked for.</summary>
    [Parameter] public string? Phone { get; set; }

    [Parameter] public EventCallback OnReveal { get; set; }

    private string? Shown => Phone ?? PhoneNumber.Masked(View.Content.Phone);
}
