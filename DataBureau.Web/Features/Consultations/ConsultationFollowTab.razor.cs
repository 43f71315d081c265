using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What follows from the conclusion: who, by when, done or not.</summary>
public sealed partial class ConsultationFollowTab
{
    private string? _text;
    private string? _owner;
    private DateOnly? _due;
    private string? _done;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    private bool HasActs => View.Convenes || View.FollowUps.Any(f => f.MayFinish);

    private IEnumerable<(string, string)> Owners => View.Invited.Select(u => (u.OrganisationId.ToString(), u.Name)).Prepend((View.ConvenorId.ToString(), View.ConvenorName));

    private async Task AddAsync()
    {
        if (await Do((c, v) => c.AddFollowUpAsync(v.Id, v.Version, _text, Guid.TryParse(_owner, out var owner) ? owner : null, _due)))
            (_text, _owner, _due) = (null, null, null);
    }

    private async Task FinishAsync(Guid itemId)
    {
        if (await Do((c, v) => c.FinishFollowUpAsync(v.Id, v.Version, itemId, _done)))
            _done = null;
    }
}
