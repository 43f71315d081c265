using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataBureau.Web.Data;

public sealed class PostgreSqlBureauDbContext(DbContextOptions<PostgreSqlBureauDbContext> options) : BureauDbContext(options)
{
    internal override string FilterTrue(string column, string? notNull = null) =>
        $"\"{column}\"" + (notNull is null ? string.Empty : $" AND \"{notNull}\" IS NOT NULL");

    /// <summary>By COPY: one statement for all rows, with the model's own columns and conversions.</summary>
    public override async Task InsertManyAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        var type = Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no entity.");
        var columns = type.GetProperties().Select(p => (Property: p, Mapping: p.GetRelationalTypeMapping())).ToList();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Property.GetColumnName()}\""));
        await Database.OpenConnectionAsync(cancellationToken);
        await using (var copy = await ((NpgsqlConnection)Database.GetDbConnection()).BeginBinaryImportAsync($"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var (property, mapping) in columns)
                    await WriteAsync(copy, mapping.Converter is { } converter ? converter.ConvertToProvider(property.GetGetter().GetClrValue(row)) : property.GetGetter().GetClrValue(row), mapping.StoreTypeNameBase, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await Database.CloseConnectionAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, string type, CancellationToken cancellationToken) =>
        value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // The order of code points on every server, whatever locale it was set up with.
        conventions.Properties<string>().UseCollation("C");
    }
}
