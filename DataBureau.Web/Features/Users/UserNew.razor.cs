using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users;

/// <summary>Opens an account, then shows its password; grants are the security administrator's.</summary>
public sealed partial class UserNew
{
    private string? _userName;
    private string? _displayName;
    private Guid? _organisation;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private Notice? _notice;
    private UserView? _made;
    private bool _busy;

    [Inject] private UserService Users { get; set; } = default!;

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private void Again() => (_made, _notice, _userName, _displayName) = (null, null, null, null);

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await Users.CreateAsync(_userName, _displayName, _organisation);
            _made = (outcome as Outcome<UserView>.Done)?.View;
            _wrong = outcome is Outcome<UserView>.Refused refused ? refused.Refusal.Details : [];
            // Said at the fields, so not once more above them.
            _notice = Notice.Of(outcome) with { Details = [] };
        }
        finally
        {
            _busy = false;
        }
    }
}
