using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The filter that an address asks for. Unreadable values narrow nothing.</summary>
public static class CatalogueFilterQuery
{
    /// <summary>In place of a package: what is in none.</summary>
    public const string NoPackage = "none";

    /// <summary>The class that nobody has chosen yet.</summary>
    public const string Unset = "unset";

    public static CatalogueFilter Read(ListQuery query) => new()
    {
        Search = query.Search,
        States = [.. query.Filter("state").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(Value<CatalogueState>).OfType<CatalogueState>()],
        Sharing = Value<SharingAttribute>(query.Filter("sharing")),
        SharingUnset = query.Filter("sharing") == Unset,
        OpeningUnset = query.Filter("opening") == Unset,
        Opening = Value<OpeningType>(query.Filter("opening")),
        UpdateFrequency = Value<UpdateFrequency>(query.Filter("frequency")),
        RegionCode = RegionCodes.IsValid(query.Filter("region")) ? query.Filter("region") : null,
        Narrow = ListNarrowing.Read(query),
        Timely = query.Filter("timely") switch { "yes" => true, "no" => false, _ => null },
        HeadsOnly = query.Filter("head") == "1",
        ProviderId = Guid.TryParse(query.Filter("provider") is { Length: > 0 } text ? text : query.Filter(ListNarrowing.OrganisationKey), out var provider) ? provider : null,
        PackageId = Guid.TryParse(query.Filter("package"), out var package) ? package : null,
        WithoutPackage = query.Filter("package") == NoPackage,
        Sort = query.Sort.Length > 0 ? query.Sort : null,
        Descending = query.Sort.Length == 0 || query.Desc,
        Page = query.Page,
        PageSize = query.PageSize,
    };

    private static T? Value<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
