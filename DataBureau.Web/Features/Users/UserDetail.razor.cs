using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users;

/// <summary>What somebody asks for in the form below the grants.</summary>
public sealed record GrantRequest(Guid? OrganisationId, Role Role, GrantScope Scope);

/// <summary>One account: its grants, and the acts that open and close it.</summary>
public sealed partial class UserDetail : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private UserView? _view;
    private string? _displayName;
    private Guid? _organisation;
    private Notice? _notice;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private GrantRow? _revoking;
    private ConfirmDialog _disable = default!;
    private ConfirmDialog _reset = default!;
    private ConfirmDialog _revoke = default!;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private UserService Users { get; set; } = default!;
    [Inject] private UserAccess Access { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id == Id)
            return;
        var view = await Users.FindAsync(Id, _leaving.Token);
        _missing = view is null;
        if (view is not null)
            Show(view);
    }

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private Task SaveAsync() => ActAsync(() => Users.EditAsync(Id, _view!.Stamp, _displayName, _organisation));

    private Task GrantAsync(GrantRequest asked) => ActAsync(() => Access.GrantAsync(Id, _view!.Stamp, asked.OrganisationId, asked.Role, asked.Scope));

    private async Task RevokeAsync(GrantRow grant)
    {
        _revoking = grant;
        if (await _revoke.AskAsync())
            await ActAsync(() => Access.RevokeAsync(Id, _view!.Stamp, grant.Id));
    }

    private async Task DisableAsync()
    {
        if (await _disable.AskAsync())
            await ActAsync(() => Access.DisableAsync(Id, _view!.Stamp));
    }

    private async Task ResetAsync()
    {
        if (await _reset.AskAsync())
            await ActAsync(() => Access.ResetPasswordAsync(Id, _view!.Stamp));
    }

    private async Task ActAsync(Func<Task<Outcome<UserView>>> act)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await act();
            (_notice, _wrong) = (Notice.Of(outcome), []);
            switch (outcome)
            {
                case Outcome<UserView>.Done done:
                    Show(done.View);
                    break;
                case Outcome<UserView>.Refused { Refusal: var refusal }:
                    // What was typed stays; what is wrong is said at the fields.
                    _wrong = refusal.Details;
                    _notice = _notice with { Details = [] };
                    break;
                case Outcome<UserView>.Conflict conflict:
                    Show(conflict.View);
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private void Show(UserView view) => (_view, _displayName, _organisation) = (view, view.DisplayName, view.OrganisationId);

    public void Dispose()
    {
        _leaving.Cancel();
    }
}
