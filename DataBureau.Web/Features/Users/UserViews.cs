using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Users;

public enum UserStatus
{
    [ChineseName("正常")] Normal,
    [ChineseName("停用")] Disabled,

    /// <summary>Too many wrong passwords; ends by itself.</summary>
    [ChineseName("锁定")] Locked,
}

/// <summary>A line of the list.</summary>
public sealed record UserRow(Guid Id, string UserName, string DisplayName, string OrganisationName, IReadOnlyList<Role> Roles, UserStatus Status, DateTimeOffset CreatedAt)
{
    public string RoleNames => string.Join('、', Roles.Distinct().Order().Select(r => r.ChineseName()));
}

/// <summary>A role as given, with whether the person looking may take it away.</summary>
public sealed record GrantRow(Guid Id, Guid OrganisationId, string OrganisationName, bool IsAbolished, Role Role, GrantScope Scope, bool CanRevoke)
{
    public string Text => $"{OrganisationName} · {Role.ChineseName()} · {Scope.ChineseName()}";
}

/// <summary>What the page of an account needs, in one piece.</summary>
/// <param name="MayEdit">The person looking opens accounts.</param>
/// <param name="MayGrant">The person looking gives grants.</param>
/// <param name="Stamp">The version that was seen: acts are refused when the account has changed since.</param>
public sealed record UserView(
    Guid Id, string Stamp, string UserName, string DisplayName, Guid OrganisationId, string OrganisationName, UserStatus Status, DateTimeOffset? LockedUntil, DateTimeOffset? DisabledAt,
    DateTimeOffset CreatedAt, bool MustChangePassword, bool IsSelf, bool MayEdit, bool MayGrant, IReadOnlyList<GrantRow> Grants)
{
    /// <summary>Only in the answer to the act that made it.</summary>
    public OneTimePassword? Issued { get; init; }
}

/// <summary>What the list is narrowed to; null means no narrowing.</summary>
public sealed record UserFilter
{
    public string Search { get; init; } = "";

    public Guid? OrganisationId { get; init; }

    public Role? Role { get; init; }

    public UserStatus? Status { get; init; }

    public string Sort { get; init; } = "";

    public bool Descending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static UserFilter From(ListQuery query) => new()
    {
        Search = query.Search,
        OrganisationId = Guid.TryParseExact(query.Filter("organisation"), "D", out var organisation) ? organisation : null,
        Role = Enum.GetNames<Role>().Contains(query.Filter("role"), StringComparer.Ordinal) ? Enum.Parse<Role>(query.Filter("role")) : null,
        Status = Enum.GetNames<UserStatus>().Contains(query.Filter("status"), StringComparer.Ordinal) ? Enum.Parse<UserStatus>(query.Filter("status")) : null,
        Sort = query.Sort,
        Descending = query.Desc,
        Skip = query.Skip,
        Take = query.PageSize,
    };
}
