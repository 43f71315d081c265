using System.Collections.Immutable;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users;

/// <summary>What an account may do and where, with the form that adds to it.</summary>
public sealed partial class UserGrants
{
    private Guid? _organisation;
    private Role? _role;
    private GrantScope _scope;
    private string? _seen;

    [Parameter, EditorRequired] public UserView View { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    [Parameter] public IReadOnlyList<RefusalDetail> Wrong { get; set; } = [];

    [Parameter] public EventCallback<GrantRequest> OnGrant { get; set; }

    [Parameter] public EventCallback<GrantRow> OnRevoke { get; set; }

    private ImmutableArray<GrantScope> Scopes => _role is { } role ? GrantRules.ScopesOf(role) : [GrantScope.Organisation];

    protected override void OnParametersSet()
    {
        // A grant that succeeded renews the stamp: the form is then ready for the next. A refused one keeps what was chosen.
        if (_seen == View.Stamp)
            return;
        (_seen, _organisation, _role, _scope) = (View.Stamp, View.OrganisationId, null, GrantScope.Organisation);
    }

    private static string PermissionsOf(Role role) => string.Join('、', Roles.PermissionsOf(role).Select(p => p.Name));

    private string? MessageOf(string field) => Wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private void Choose(string? role)
    {
        _role = Enum.TryParse<Role>(role, out var chosen) ? chosen : null;
        _scope = Scopes[0];
    }
}
