using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Which units stand behind a figure of the coverage.</summary>
public enum CoverageFigure
{
    [ChineseName("全部单位")] Units,
    [ChineseName("应设")] Required,
    [ChineseName("建议设")] Suggested,
    [ChineseName("已任命")] Appointed,
    [ChineseName("已备案")] Filed,
    [ChineseName("空缺")] Vacant,
    [ChineseName("90日内到期")] Expiring,
}

/// <summary>One line of the coverage: a region with all below it (or only its own level) and one kind of unit.</summary>
/// <param name="Own">Only units of the region's own level, none of the regions below.</param>
/// <param name="Kind">Null for a sum over the kinds.</param>
public sealed record CoverageRow(string RegionCode, string RegionName, bool Own, bool HasBelow, OrganisationKind? Kind, int Units, int Required, int Suggested, int Appointed, int Filed, int Vacant, int Expiring)
{
    public string Place => Own ? $"{RegionName}（本级）" : RegionName;

    public int Of(CoverageFigure figure) => figure switch
    {
        CoverageFigure.Units => Units,
        CoverageFigure.Required => Required,
        CoverageFigure.Suggested => Suggested,
        CoverageFigure.Appointed => Appointed,
        CoverageFigure.Filed => Filed,
        CoverageFigure.Vacant => Vacant,
        CoverageFigure.Expiring => Expiring,
    };

    /// <summary>Of the posts that are asked for, the share that is held.</summary>
    public double? Share => Required == 0 ? null : (double)(Required - Vacant) / Required;
}

/// <summary>The coverage of one post under a region.</summary>
public sealed record CoverageView(string RegionCode, string RegionName, string? ParentCode, DataPost Post, CoverageRow Total, IReadOnlyList<CoverageRow> Rows);

/// <summary>What the coverage and the units are narrowed to.</summary>
public sealed record CoverageFilter
{
    public string? Search { get; init; }

    /// <summary>Null: the region of the reader's own grant.</summary>
    public string? RegionCode { get; init; }

    public bool Own { get; init; }

    public OrganisationKind? Kind { get; init; }

    public Guid? OrganisationId { get; init; }

    public DataPost Post { get; init; }

    public CoverageFigure Figure { get; init; }

    public string? Sort { get; init; }

    public bool Descending { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = ListQuery.DefaultPageSize;

    public static CoverageFilter Read(ListQuery query) => new()
    {
        Search = query.Search.Length > 0 ? query.Search : null,
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Own = query.Filter("own") == "1",
        OrganisationId = ListNarrowing.Read(query).OrganisationId,
        Kind = OfficerFilter.Named<OrganisationKind>(query.Filter("kind")),
        Post = OfficerFilter.Named<DataPost>(query.Filter("post")) ?? DataPost.ChiefDataOfficer,
        Figure = OfficerFilter.Named<CoverageFigure>(query.Filter("figure")) ?? CoverageFigure.Units,
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };

    /// <summary>The units behind a figure of a line.</summary>
    public static string HrefOf(CoverageRow row, CoverageFigure figure, DataPost post)
    {
        var query = new ListQuery().WithFilter("region", row.RegionCode).WithFilter("post", post == DataPost.ChiefDataOfficer ? null : post.ToString())
            .WithFilter("kind", row.Kind?.ToString()).WithFilter("own", row.Own ? "1" : null).WithFilter("figure", figure == CoverageFigure.Units ? null : figure.ToString());
        return $"/chief-data-officers/units{query.ToQueryString()}";
    }
}

/// <summary>A unit in the list behind a figure, with the holder of the post that is looked at.</summary>
public sealed record UnitRow(
    Guid Id, string Name, string RegionCode, string RegionName, OrganisationKind Kind, bool HasItOffice, DataPost Post, Guid? HolderId, string? HolderName, bool? Acting, OfficerState? State, DateOnly? EffectiveFrom, DateOnly? TermEndsOn, DateOnly? LastEndedOn)
{
    /// <summary>Set by the service from the scheme of the region.</summary>
    public PostDemand Demand { get; init; }

    public string Holder => HolderName is null ? Demand == PostDemand.Required ? "空缺" : "—" : Acting == true ? $"{HolderName}（代理）" : HolderName;
}
