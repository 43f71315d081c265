using System.Text.Json;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>
/// What a person settled about the columns of a file: by the fingerprint of a header, which also tells the row that is the header.
/// It holds for any file with that header: also for the corrected one that is uploaded next.
/// </summary>
public sealed record ImportChoices
{
    public static readonly ImportChoices None = new();

    /// <summary>A mapping without columns says that the row is no header after all.</summary>
    public IReadOnlyDictionary<string, ColumnMapping> Mappings { get; init; } = new Dictionary<string, ColumnMapping>(StringComparer.Ordinal);

    /// <summary>Of a plain list: by the fingerprint of its heading, the key of each column that is read, by 0-based column; none where the row is no heading after all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> Lists { get; init; } = new Dictionary<string, IReadOnlyDictionary<int, string>>(StringComparer.Ordinal);

    public static ImportChoices Of(ImportSession session) => session.ChoicesJson is { } json ? JsonSerializer.Deserialize<ImportChoices>(json) ?? None : None;

    public ImportChoices With(MappingChange change)
    {
        var mappings = new Dictionary<string, ColumnMapping>(Mappings, StringComparer.Ordinal);
        if (change.InsteadOf is { } other)
            mappings[other] = new ColumnMapping([]);
        mappings[change.Fingerprint] = change.Mapping;
        return this with { Mappings = mappings };
    }

    public ImportChoices WithList(ListAnswer answer)
    {
        var lists = new Dictionary<string, IReadOnlyDictionary<int, string>>(Lists, StringComparer.Ordinal);
        if (answer.InsteadOf is { } other)
            lists[other] = new Dictionary<int, string>();
        lists[answer.Fingerprint] = answer.Mapping;
        return this with { Lists = lists };
    }
}

/// <summary>The columns of a header, as a person settled them.</summary>
/// <param name="Fingerprint">Of the header.</param>
/// <param name="Mapping">What its columns are read as.</param>
/// <param name="InsteadOf">The header that was taken for it before, when another row is.</param>
public sealed record MappingChange(string Fingerprint, ColumnMapping Mapping, string? InsteadOf = null);
