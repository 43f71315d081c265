using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>A unit with its posts: what is asked, who holds them and held them, where they stood empty.</summary>
public sealed partial class OfficerUnit
{
    private UnitView? _view;
    private bool _missing;

    [Parameter] public Guid Id { get; set; }

    [Inject] private UnitPostService Units { get; set; } = default!;

    protected override bool Concerns(CaseChanged change) => change.Kind == OfficerAppointment.CaseKind;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _view = await Units.FindAsync(Id, cancellationToken);
        _missing = _view is null;
    }
}
