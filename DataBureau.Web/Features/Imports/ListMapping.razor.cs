using DataBureau.Web.Excel;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>Which row of a plain list is its heading and which column is what, for the user to say.</summary>
public sealed partial class ListMapping
{
    private ListQuestion? _seen;
    private Dictionary<int, string> _mapping = [];
    private IReadOnlyList<string> _missing = [];
    private int _row;
    private bool _open;

    [Parameter, EditorRequired] public ListQuestion Question { get; set; } = default!;

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public EventCallback<ListAnswer> OnSettled { get; set; }

    private IEnumerable<(string Title, int Column)> Titles => Question.Top[_row].Select((title, column) => (title, column)).Where(t => t.title.Length > 0 && t.title != ErrorWorkbook.ProblemColumnTitle);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_seen, Question))
            return;
        _seen = Question;
        _open |= !Question.Answered;
        Try(Question.Row);
    }

    private void Try(int row) => (_row, _mapping, _missing) = (row, new Dictionary<int, string>(Question.MappingAt(row)), []);

    /// <summary>The field moves here: the column that had it is no longer read as it.</summary>
    private void Change(int column, string? key)
    {
        _missing = [];
        foreach (var other in _mapping.Where(m => m.Key == column || m.Value == key).Select(m => m.Key).ToList())
            _mapping.Remove(other);
        if (key is not null)
            _mapping[column] = key;
    }

    private async Task SettleAsync()
    {
        _missing = Question.Missing(_mapping);
        if (_missing.Count == 0)
            await OnSettled.InvokeAsync(new ListAnswer(Question.FingerprintAt(_row), _mapping, Question.Answered && _row != Question.Row ? Question.FingerprintAt(Question.Row) : null));
    }
}
