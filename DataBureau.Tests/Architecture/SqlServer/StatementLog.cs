using System.Data;
using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataBureau.Tests.Architecture.SqlServer;

/// <summary>Reads every command with Microsoft's parser of SQL Server 2019, keeps what it says, and answers with one sample row per query.</summary>
internal sealed class StatementLog(SampleRows samples)
{
    /// <summary>What SQL Server takes in one command.</summary>
    private const int ParameterLimit = 2100;

    // An import sends the same long text again and again.
    private readonly Dictionary<string, IReadOnlyList<TSqlStatement>> _statements = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public IReadOnlyCollection<string> Statements => _statements.Keys;

    /// <summary>What the parser, or the limits of the server, say against a command; with the command.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What an UPDATE or DELETE that is not of the change tracker answers.</summary>
    public int RowsAffected { get; set; } = 1;

    /// <summary>Told of every command after it was answered.</summary>
    public Action<string>? Sent { get; set; }

    public static IReadOnlyList<string> Errors(string sql) => [.. Parse(sql).Errors];

    /// <returns>The result sets, one per statement that has one.</returns>
    public DataTable[] Take(string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out var statements))
        {
            var (script, errors) = Parse(sql);
            _problems.AddRange(errors.Select(e => $"{e}\n{sql}"));
            _statements[sql] = statements = errors.Count > 0 ? [] : [.. script.Batches.SelectMany(b => b.Statements)];
        }

        if (parameters > ParameterLimit)
            _problems.Add($"{parameters} parameters\n{sql}");
        var sets = statements.Select(samples.Answer).OfType<DataTable>().ToArray();
        Sent?.Invoke(sql);
        return sets.Length > 0 ? sets : [new DataTable { Locale = CultureInfo.InvariantCulture }];
    }

    private static (TSqlScript Script, IReadOnlyList<string> Errors) Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return ((TSqlScript)script, [.. errors.Select(e => $"line {e.Line}: {e.Message}")]);
    }
}
