using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Account;

public sealed partial class Password
{
    private IReadOnlyList<string> _failures = [];
    private bool _done;

    [SupplyParameterFromForm]
    private PasswordForm? Input { get; set; }

    [Inject] private AccountService Account { get; set; } = default!;

    [Inject] private CurrentUser Current { get; set; } = default!;

    [Inject] private AccountOptions Options { get; set; } = default!;

    private async Task ChangeAsync()
    {
        if (string.IsNullOrEmpty(Input?.Current) || string.IsNullOrEmpty(Input.Next))
            _failures = ["请填写当前密码和新密码。"];
        else if (Input.Next != Input.Again)
            _failures = ["两次输入的新密码不一致，请重新输入。"];
        else if (await Current.GetIdAsync() is { } id)
            _done = (_failures = await Account.ChangePasswordAsync(id, Input.Current, Input.Next)).Count == 0;
    }

    private sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Next { get; set; }

        public string? Again { get; set; }
    }
}
