using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Users.Matrix;

/// <summary>What one person holds in one body.</summary>
public sealed record GrantMatrixRow(Guid UserId, string DisplayName, string UserName, bool Active, Guid OrganisationId, string OrganisationName, IReadOnlyDictionary<Role, GrantScope> Held)
{
    public string? Of(Role role) => Held.TryGetValue(role, out var scope) ? scope.ChineseName() : null;
}

/// <summary>A body that lacks somebody.</summary>
public sealed record GrantGapRow(Guid OrganisationId, string OrganisationName, string RegionName, int People, IReadOnlyList<string> Missing)
{
    public string MissingText => string.Join('、', Missing);
}

/// <summary>What the matrix is narrowed to; null means no narrowing.</summary>
public sealed record GrantFilter
{
    public string Search { get; init; } = "";

    public string? RegionCode { get; init; }

    public Role? Role { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = ListQuery.DefaultPageSize;

    /// <summary>Reads an address; what it does not know it ignores.</summary>
    public static GrantFilter From(ListQuery query) => new()
    {
        Search = query.Search,
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Role = Enum.GetNames<Role>().Contains(query.Filter("role"), StringComparer.Ordinal) ? Enum.Parse<Role>(query.Filter("role")) : null,
        Skip = query.Skip,
        Take = query.PageSize,
    };
}
