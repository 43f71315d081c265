using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Account;

/// <summary>Sign-in. A static page: a cookie cannot be set from a circuit.</summary>
public sealed partial class Login
{
    private static readonly Dictionary<string, string> RegionNames = ReferenceData.ReadRegions().ToDictionary(r => r.Code, r => r.Name, StringComparer.Ordinal);

    private string? _failure;

    [SupplyParameterFromForm]
    private LoginForm? Input { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "demo")]
    private string? Demo { get; set; }

    [Inject] private AccountService Account { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IWebHostEnvironment Environment { get; set; } = default!;

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Input?.UserName) || string.IsNullOrEmpty(Input.Password))
        {
            _failure = "请填写用户名和密码。";
            return;
        }

        _failure = await Account.SignInAsync(Input.UserName, Input.Password);
        if (_failure is null)
            Navigation.NavigateTo(LocalUrl.Or(ReturnUrl, "/"), forceLoad: true);
    }

    private sealed class LoginForm
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }
    }
}
