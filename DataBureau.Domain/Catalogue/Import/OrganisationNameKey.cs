namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// Bureaux write 「省统计局」 or 「财政局」 in their own catalogues. The candidates are full names to look up in the register of
/// organisations, the likeliest first; one is taken only if the register holds it, and none if it holds several.
/// </summary>
public static class OrganisationNameKey
{
    private static readonly string[] ProvinceWords = ["省", "自治区"];

    // 市场监管, 市政工程, 市容: here 市 is no jurisdiction.
    private static readonly string[] NotTheCity = ["市场", "市容", "市民", "市政工程", "市政设施", "市政公用", "市政园林", "市政和"];

    /// <param name="provider">As written in the cell.</param>
    /// <param name="province">山西省; the province the importing bureau belongs to.</param>
    /// <param name="city">太原市; null where the bureau is the province's.</param>
    public static IReadOnlyList<string> Candidates(string? provider, string province, string? city)
    {
        var name = CellText.Words(provider);
        if (name.Length == 0)
            return [];
        var candidates = new List<string> { name };
        if (Rest(name, ProvinceWords) is { } ofProvince)
            Add(province + ofProvince);
        else if (Rest(name, "市") is { } ofCity && !NotTheCity.Any(w => name.StartsWith(w, StringComparison.Ordinal)))
            // In a provincial catalogue 「市统计局」 could be any city's.
            Add(city is null ? name : city + ofCity);
        else if (Rest(name, province) is { } inProvince)
            // 山西省太原市统计局 is registered as 太原市统计局; 山西省统计局 keeps its province.
            Add(city is not null && inProvince.StartsWith(city, StringComparison.Ordinal) ? inProvince : name);
        else if (city is null || !name.StartsWith(city, StringComparison.Ordinal))
            // Without any place the words mean the importing bureau's own level.
            Add((city ?? province) + name);
        return candidates;

        void Add(string candidate)
        {
            if (!candidates.Contains(candidate, StringComparer.Ordinal))
                candidates.Add(candidate);
        }
    }

    /// <summary>The keys of the candidates, as <see cref="NameKey"/> makes them.</summary>
    public static IReadOnlyList<string> Keys(string? provider, string province, string? city) =>
        [.. Candidates(provider, province, city).Select(NameKey.Of).Distinct(StringComparer.Ordinal)];

    private static string? Rest(string name, params string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal))
                return name[prefix.Length..];
        }

        return null;
    }
}
