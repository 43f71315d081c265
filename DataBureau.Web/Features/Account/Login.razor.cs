using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Seed;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Account;

/// <summary>Sign-in. A static page: a cookie cannot be set from a circuit.</summary>
public sealed partial class Login
{
    private static readonly Dictionary<string, string> RegionNames = ReferenceData.ReadRegions().ToDictionary(r => r.Code, r => r.Name, StringComparer.Ordinal);

    private static readonly IReadOnlyList<string> DemoRegions = [.. DemoPeople.All.Select(p => p.RegionCode).Distinct()];

    /// <summary>A line each: what the person does, and in what kind of body where several have the role.</summary>
    private static readonly IReadOnlyList<(string Duty, IReadOnlyList<DemoPerson> People)> DemoDuties =
    [
        .. DemoPeople.All.GroupBy(p => p.Role).SelectMany(role => role.GroupBy(p => p.OrganisationKey).Select(g =>
            (role.Key.ChineseName() + (role.Key is Role.Liaison or Role.DepartmentHead ? BodyOf(g.Key) : ""), (IReadOnlyList<DemoPerson>)[.. g]))),
    ];

    private static string BodyOf(string organisation) => organisation switch
    {
        DemoOrganisations.Bureau => "（数据局）",
        DemoOrganisations.GovInfo => "（政务信息管理）",
        _ => "（民政）",
    };

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
