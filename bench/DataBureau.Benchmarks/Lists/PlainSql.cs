using DataBureau.Domain.Catalogue;
using DataBureau.Web.Features.Catalogue;
using Npgsql;

namespace DataBureau.Benchmarks.Lists;

/// <summary>What the list asks for, written by hand: the same rows and the same values, read and forgotten.</summary>
internal static class PlainSql
{
    private const string Where = """ WHERE e."RegionCode" LIKE '14%'""";
    private const string Joins = """ JOIN organisations o ON o."Id" = e."ProviderId" LEFT JOIN review_packages p ON p."Id" = e."PackageId" """;

    public static async Task<long> CountAsync(NpgsqlDataSource source, CatalogueFilter filter)
    {
        await using var command = Command(source, filter, "SELECT count(*) FROM catalogue_entries e", string.Empty);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task<int> RowsAsync(NpgsqlDataSource source, CatalogueFilter filter)
    {
        var order = filter.Sort == nameof(CatalogueContent.Name) ? "e.\"Name\", e.\"Id\"" : "e.\"UpdatedAt\" DESC, e.\"Id\"";
        await using var command = Command(source, filter, "SELECT e.*, o.\"Name\", o.\"Code\", p.\"Title\" FROM catalogue_entries e" + Joins, $" ORDER BY {order} LIMIT {filter.PageSize} OFFSET {(filter.Page - 1) * filter.PageSize}");
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        var rows = 0;
        for (; await reader.ReadAsync(); rows++)
            reader.GetValues(values);
        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, CatalogueFilter filter, string select, string end)
    {
        var command = source.CreateCommand();
        var where = filter.States.Count > 0 ? " AND e.\"State\" = ANY(@states)" : " AND e.\"State\" <> ALL(@states)";
        var states = filter.States.Count > 0 ? filter.States : [CatalogueState.Superseded, CatalogueState.Discarded];
        command.Parameters.AddWithValue("states", states.Select(s => s.ToString()).ToArray());
        if (filter.Search is { } text)
        {
            where += " AND (e.\"Name\" LIKE @text OR e.\"Code\" LIKE @text OR e.\"ProviderId\" IN (SELECT \"Id\" FROM organisations WHERE \"Name\" LIKE @text))";
            command.Parameters.AddWithValue("text", $"%{text}%");
        }

        command.CommandText = select + Where + where + end;
        return command;
    }
}
