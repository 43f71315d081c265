using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Audit;

/// <summary>What a list is narrowed to, in words: keys and values of its address by the list's own filters, and by the names of what they point at.</summary>
internal static class FilterWords
{
    public const string None = "没有筛选";

    /// <summary>Filters of addresses that mean the same in every list.</summary>
    private static readonly IReadOnlyList<ListFilter> Common =
    [
        new(ListNarrowing.OwnKey, "层级", [("1", "只看本级")]),
        new("head", "版本", [("1", "每条目录的最新版本")]),
        new("timely", "办结", [("yes", "按时办结"), ("no", "超时办结")]),
        new("open", "对应", [("1", "只看未对应")]),
        new("phones", "完整号码", [("1", "是")]),
        new(ListExportEndpoints.FullKey, "栏目", [("1", "全部栏目")]),
        new("waiting", "办理", [("1", "待我办理")]),
        new("sharing", "共享类型", [(CatalogueFilterQuery.Unset, "未填写")]),
        new("opening", "开放类型", [(CatalogueFilterQuery.Unset, "未填写")]),
        ListFilter.Of<PeriodKind>("period", "期间"),
    ];

    /// <param name="db">For the names of regions, bodies and cases.</param>
    /// <param name="query">The list's own query.</param>
    /// <param name="filters">The list's own filters.</param>
    /// <param name="columns">The titles of the columns that are shown.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<string> TextAsync(BureauDbContext db, ListQuery query, IReadOnlyList<ListFilter> filters, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in query.Filters)
            if (await NameAsync(db, key, value, cancellationToken) is { } name)
                names[key] = name;
        var parts = Parts(query, filters, names);
        return Joined(query.Columns.IsDefaultOrEmpty ? parts : parts.Append("列：" + string.Join('、', columns)));
    }

    /// <summary>Without what the address points at: a number that names nothing to anybody is left out.</summary>
    public static string Text(ListQuery query, IReadOnlyList<ListFilter> filters) => Joined(Parts(query, filters, new Dictionary<string, string>(StringComparer.Ordinal)));

    private static string Joined(IEnumerable<string> parts) => string.Join('；', parts) is { Length: > 0 } text ? text : None;

    private static IEnumerable<string> Parts(ListQuery query, IReadOnlyList<ListFilter> filters, Dictionary<string, string> names)
    {
        if (query.Search.Length > 0)
            yield return $"搜索：{query.Search}";
        foreach (var (key, value) in query.Filters)
        {
            var filter = filters.Concat(Common).FirstOrDefault(f => f.Key == key && f.TextOf(value) is not null);
            var text = names.GetValueOrDefault(key) ?? filter?.TextOf(value) ?? (IsUnnamed(key, value) ? null : AuditValues.FilterValue(key, value));
            if (text is not null)
                yield return $"{(filter ?? filters.FirstOrDefault(f => f.Key == key))?.Title ?? AuditFields.FilterTitle(key)}：{text}";
        }
    }

    /// <summary>Keys of rows; and columns, which are chosen by another key and narrow nothing.</summary>
    private static bool IsUnnamed(string key, string value) => key == "columns" || Guid.TryParse(value, out _);

    private static Task<string?> NameAsync(BureauDbContext db, string key, string value, CancellationToken cancellationToken) => (key, Guid.TryParse(value, out var id)) switch
    {
        (ListNarrowing.RegionKey or "scope", _) when RegionCodes.IsValid(value) => db.Regions.Where(r => r.Code == value).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken),
        (ListNarrowing.OrganisationKey or "provider" or "unit", true) => db.Organisations.Where(o => o.Id == id).Select(o => o.Name).FirstOrDefaultAsync(cancellationToken),
        ("consultation", true) => db.Consultations.Where(c => c.Id == id).Select(c => c.Number ?? c.Content.Title).FirstOrDefaultAsync(cancellationToken),
        ("package", true) => db.ReviewPackages.Where(p => p.Id == id).Select(p => p.Title).FirstOrDefaultAsync(cancellationToken),
        ("plan", true) => db.AnnualPlans.Where(p => p.Id == id).Select(p => p.Content.Title).FirstOrDefaultAsync(cancellationToken),
        ("officer", true) => db.Officers.Where(a => a.Id == id).Select(a => a.Content.PersonName).FirstOrDefaultAsync(cancellationToken),
        ("user", true) => db.Users.Where(u => u.Id == id).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellationToken),
        _ => Task.FromResult<string?>(null),
    };
}
