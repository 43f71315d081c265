using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataBureau.Tests.Architecture.SqlServer;

/// <summary>
/// One entity per table. A query is answered with one row of their values, whatever its conditions say, and with none where a
/// table has no sample: enough for a service to go on to its next statement.
/// </summary>
internal sealed class SampleRows(IModel model)
{
    private readonly Dictionary<Type, object> _entities = [];
    private long _generated; // two saves of one context never bring the same key

    public SampleRows Put(params IEnumerable<object> entities)
    {
        foreach (var entity in entities)
            _entities[entity.GetType()] = entity;
        return this;
    }

    public void Remove<T>() => _entities.Remove(typeof(T));

    public DataTable? Answer(TSqlStatement statement) => statement switch
    {
        SelectStatement { QueryExpression: { } query } => Select(query),
        InsertStatement { InsertSpecification.OutputClause: { } output } => Output(output, null, 1),
        UpdateStatement { UpdateSpecification.OutputClause: { } output } => Output(output, null, 1),
        DeleteStatement { DeleteSpecification.OutputClause: { } output } => Output(output, null, 1),
        MergeStatement { MergeSpecification: { OutputClause: { } output } merge } => Output(output, merge, ((InlineDerivedTable)merge.TableReference).RowValues.Count),
        _ => null,
    };

    private DataTable Select(QueryExpression query)
    {
        var specification = Specification(query);
        var columns = specification.SelectElements.OfType<SelectScalarExpression>().ToList();
        var table = Columns(columns.Count);
        if (IsAnswered(specification))
            table.Rows.Add([.. columns.Select(c => Value(c.Expression, specification) ?? DBNull.Value)]);
        else if (specification.GroupByClause is null && columns.TrueForAll(c => OfNothing(c.Expression) is not null))
            table.Rows.Add([.. columns.Select(c => OfNothing(c.Expression))]);
        return table;
    }

    /// <summary>Counts and sums have an answer even where there is no row.</summary>
    private static object? OfNothing(ScalarExpression expression) => expression switch
    {
        FunctionCall { FunctionName.Value: "COUNT" } => 0,
        FunctionCall { FunctionName.Value: "COUNT_BIG" } => 0L,
        CoalesceExpression { Expressions: [FunctionCall { FunctionName.Value: "SUM" }, var otherwise] } => OfNothing(otherwise),
        CastCall { DataType: SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.BigInt }, Parameter: IntegerLiteral { Value: var number } } => long.Parse(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>What EF reads back of a save: 1 for a row that was there, the generated key, the row's place in a MERGE.</summary>
    private DataTable Output(OutputClause output, MergeSpecification? merge, int rows)
    {
        var columns = output.SelectColumns.OfType<SelectScalarExpression>().ToList();
        var table = Columns(columns.Count);
        for (var row = 0; row < rows; row++)
            table.Rows.Add([.. columns.Select(c => c.Expression switch
            {
                ColumnReferenceExpression r when merge is not null && r.MultiPartIdentifier.Identifiers[^1].Value == "_Position" => (object)row,
                ColumnReferenceExpression => ++_generated,
                _ => 1,
            })]);
        return table;
    }

    private object? Value(ScalarExpression expression, QuerySpecification query) => expression switch
    {
        ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var table, var column] } => Column(query.FromClause, table.Value, column.Value),
        FunctionCall { FunctionName.Value: "COUNT" } => 1,
        FunctionCall { FunctionName.Value: "COUNT_BIG" } => 1L,
        FunctionCall { FunctionName.Value: "MAX" or "MIN" or "SUM", Parameters: [var of] } => Value(of, query),
        CoalesceExpression { Expressions: [var first, ..] } => Value(first, query),
        FunctionCall { FunctionName.Value: "ISNULL", Parameters: [var first, _] } => Value(first, query),
        SearchedCaseExpression { WhenClauses: [{ WhenExpression: ExistsPredicate exists }] } => IsAnswered(Specification(exists.Subquery.QueryExpression)),
        SearchedCaseExpression { WhenClauses: [{ WhenExpression: BooleanIsNullExpression asked }] } => (Value(asked.Expression, query) is null) != asked.IsNot,
        CastCall { Parameter: var inner } => Value(inner, query),
        ScalarSubquery { QueryExpression: var inner } => IsAnswered(Specification(inner)) ? Value(((SelectScalarExpression)Specification(inner).SelectElements[0]).Expression, Specification(inner)) : null,
        ParenthesisExpression { Expression: var inner } => Value(inner, query),
        IntegerLiteral { Value: var number } => int.Parse(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    private object? Column(FromClause? from, string alias, string column)
    {
        foreach (var source in Sources(from))
        {
            if (source is NamedTableReference named && (named.Alias?.Value ?? named.SchemaObject.BaseIdentifier.Value) == alias)
                return Stored(named.SchemaObject.BaseIdentifier.Value, column);
            if (source is QueryDerivedTable derived && derived.Alias.Value == alias)
            {
                var inner = Specification(derived.QueryExpression);
                var element = inner.SelectElements.OfType<SelectScalarExpression>().First(e => NameOf(e) == column);
                return Value(element.Expression, inner);
            }
        }

        return null;
    }

    private object? Stored(string table, string column)
    {
        var property = model.GetRelationalModel().Tables.Single(t => t.Name == table).Columns.Single(c => c.Name == column).PropertyMappings[0].Property;
        var value = property.PropertyInfo!.GetValue(Owner(property.DeclaringType));
        return value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private bool IsAnswered(QuerySpecification query) => Sources(query.FromClause).All(s => s switch
    {
        NamedTableReference named => model.GetEntityTypes().Any(t => t.GetTableName() == named.SchemaObject.BaseIdentifier.Value && _entities.ContainsKey(t.ClrType)),
        QueryDerivedTable derived => IsAnswered(Specification(derived.QueryExpression)),
        _ => true,
    });

    private static IEnumerable<TableReference> Sources(FromClause? from) => from?.TableReferences.SelectMany(Sources) ?? [];

    private static IEnumerable<TableReference> Sources(TableReference table) => table switch
    {
        JoinTableReference join => Sources(join.FirstTableReference).Concat(Sources(join.SecondTableReference)),
        _ => [table],
    };

    private static QuerySpecification Specification(QueryExpression query) => query as QuerySpecification ?? throw new NotSupportedException($"A query of a shape that the samples cannot answer: {query.GetType().Name}.");

    private static string? NameOf(SelectScalarExpression element) => element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value;

    /// <summary>The sample, or the part of it, that has the property: parts have parts.</summary>
    private object? Owner(ITypeBase type) => type is IComplexType complex ? complex.ComplexProperty.PropertyInfo!.GetValue(Owner(complex.ComplexProperty.DeclaringType)) : _entities[((IEntityType)type).ClrType];

    private static DataTable Columns(int count)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        for (var c = 0; c < count; c++)
            table.Columns.Add(c.ToString(CultureInfo.InvariantCulture), typeof(object));
        return table;
    }
}
