using System.Data;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace DataBureau.Web.Data;

public sealed class PostgreSqlBureauDbContext(DbContextOptions<PostgreSqlBureauDbContext> options) : BureauDbContext(options)
{
    internal override string FilterTrue(string column, string? notNull = null) =>
        $"\"{column}\"" + (notNull is null ? string.Empty : $" AND \"{notNull}\" IS NOT NULL");

    internal override IsolationLevel OfOneMoment => IsolationLevel.RepeatableRead;

    /// <summary>By COPY; entries are counted in the transaction that writes them.</summary>
    public override async Task InsertManyAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        if (rows is not IReadOnlyCollection<CatalogueEntry> entries)
        {
            await CopyAsync(rows, cancellationToken);
            return;
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await CopyAsync(rows, cancellationToken);
        await CopyAsync(TallyDeltas.Of(entries), cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
    }

    /// <summary>One statement for all rows, with the model's own columns and conversions.</summary>
    private async Task CopyAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no entity.");
        var columns = type.GetFlattenedProperties().Select(p => (Property: p, Mapping: p.GetRelationalTypeMapping())).ToList();
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var names = string.Join(", ", columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""));
        await Database.OpenConnectionAsync(cancellationToken);
        await using (var copy = await ((NpgsqlConnection)Database.GetDbConnection()).BeginBinaryImportAsync($"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var (property, mapping) in columns)
                    await WriteAsync(copy, mapping.Converter is { } converter ? converter.ConvertToProvider(property.GetGetter().GetClrValueUsingContainingEntity(row)) : property.GetGetter().GetClrValueUsingContainingEntity(row), mapping.StoreTypeNameBase, cancellationToken);
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
