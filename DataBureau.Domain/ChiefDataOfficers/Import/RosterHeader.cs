using System.Security.Cryptography;
using System.Text;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Domain.ChiefDataOfficers.Import;

/// <summary>The header of a roster: where it stands and which column holds what.</summary>
/// <param name="Row">As Excel numbers it.</param>
/// <param name="Columns">By field, counted from 0.</param>
/// <param name="Titles">All header texts, in order.</param>
public sealed record RosterHeader(int Row, IReadOnlyDictionary<RosterField, int> Columns, IReadOnlyList<string> Titles)
{
    /// <summary>Beyond this row no header is looked for: titles and instructions stand above it.</summary>
    public const int RowsLookedAt = 15;

    private static readonly Dictionary<string, RosterField> Words = Spellings().ToDictionary(s => HeaderText.Normalise(s.Text), s => s.Field, StringComparer.Ordinal);

    public IEnumerable<string> Unread => Titles.Where((title, i) => title.Length > 0 && !Columns.Values.Contains(i));

    /// <summary>The fields without which a row says nothing.</summary>
    public IEnumerable<RosterField> Missing =>
        new[] { RosterField.Post, RosterField.PersonName }.Where(f => !Columns.ContainsKey(f))
            .Concat(Columns.ContainsKey(RosterField.UnitName) || Columns.ContainsKey(RosterField.UnitCode) ? [] : [RosterField.UnitName]);

    /// <summary>The same for every file with these headers in this order, so that a correction can be remembered; also for one that was given back with its problems.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("roster\n" + string.Join('\n', Titles.Where(t => t != HeaderText.ProblemColumn).Select(HeaderText.Normalise)))));

    /// <summary>The field that a column is read as; null when it is not read.</summary>
    public RosterField? FieldOf(int column) => Columns.Where(c => c.Value == column).Select(c => (RosterField?)c.Key).FirstOrDefault();

    /// <summary>The header as a person corrected it. A field moves to the column it is given to; columns that are not named stay.</summary>
    /// <param name="corrections">By column; null is not read.</param>
    public RosterHeader Apply(IReadOnlyDictionary<int, RosterField?> corrections)
    {
        var columns = Columns.Where(c => !corrections.ContainsKey(c.Value)).ToDictionary(c => c.Key, c => c.Value);
        foreach (var (column, field) in corrections.Where(c => c.Key >= 0 && c.Key < Titles.Count).OrderBy(c => c.Key))
            if (field is { } f)
                columns[f] = column;
        return this with { Columns = columns };
    }

    /// <summary>Of rows among which none is a header of a roster, the one that looks most like one: the first of those with the most texts.</summary>
    /// <returns>Null when no row has three.</returns>
    public static RosterHeader? Guess(IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> rows) =>
        rows.Where(r => r.Cells.Count(c => c.Trim().Length > 0) >= 3).MaxBy(r => (r.Cells.Count(c => c.Trim().Length > 0), -r.Row)) is { Cells: { } cells } best ? At(best.Row, cells) : null;

    /// <returns>Null when the cells are no header of a roster.</returns>
    public static RosterHeader? Read(int row, IReadOnlyList<string> cells) => At(row, cells) is { Columns: { Count: >= 3 } columns } header && columns.ContainsKey(RosterField.PersonName) ? header : null;

    /// <summary>The row as a header, whatever its words are.</summary>
    public static RosterHeader At(int row, IReadOnlyList<string> cells)
    {
        var columns = new Dictionary<RosterField, int>();
        for (var i = 0; i < cells.Count; i++)
            if (Words.TryGetValue(HeaderText.Normalise(cells[i]), out var field))
                columns.TryAdd(field, i);
        return new RosterHeader(row, columns, [.. cells.Select(HeaderText.Shown)]);
    }

    private static IEnumerable<(string Text, RosterField Field)> Spellings() =>
    [
        .. Enum.GetValues<RosterField>().Select(f => (f.ChineseName(), f)),
        ("单位", RosterField.UnitName), ("单位全称", RosterField.UnitName), ("任职单位", RosterField.UnitName), ("部门", RosterField.UnitName), ("部门名称", RosterField.UnitName),
        ("单位代码", RosterField.UnitCode), ("信用代码", RosterField.UnitCode), ("机构代码", RosterField.UnitCode),
        ("岗位名称", RosterField.Post), ("岗位类型", RosterField.Post), ("数据岗位", RosterField.Post),
        ("人员姓名", RosterField.PersonName), ("首席数据官姓名", RosterField.PersonName),
        ("行政职务", RosterField.Office), ("现任职务", RosterField.Office), ("级别", RosterField.Rank), ("任职层级", RosterField.Rank),
        ("电话", RosterField.Phone), ("手机", RosterField.Phone), ("手机号", RosterField.Phone), ("手机号码", RosterField.Phone), ("联系方式", RosterField.Phone),
        ("代理", RosterField.Acting), ("兼任", RosterField.OtherPosts), ("兼职情况", RosterField.OtherPosts),
        ("文号", RosterField.DocumentNumber), ("任命文件文号", RosterField.DocumentNumber), ("任命文件", RosterField.DocumentNumber), ("任命日期", RosterField.DocumentDate), ("文件日期", RosterField.DocumentDate),
        ("任职起始", RosterField.EffectiveFrom), ("任职时间", RosterField.EffectiveFrom), ("任期起", RosterField.EffectiveFrom),
        ("任期截止日期", RosterField.TermEndsOn), ("任期止", RosterField.TermEndsOn), ("任期届满", RosterField.TermEndsOn),
        ("备案编号", RosterField.FilingNumber), ("备案文号", RosterField.FilingNumber), ("备案时间", RosterField.FiledOn),
    ];
}
