using System.Text;
using DataBureau.Domain;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Questions by units. The cells of a row are one piece of markup: eight hundred components, or even elements, would be a page nobody can keep open.</summary>
public sealed partial class ConsultationMatrixTab : IDisposable
{
    private static readonly string[] Cells = [.. Enum.GetValues<CellMark>().Select(m => $"<td class=\"o{(int)m}\">{m.ChineseName()}</td>")];

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<OpinionView>? _opinions;
    private (Guid? Question, Guid? Unit) _open;
    private string? _heading;
    private string? _note;
    private int _read;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    /// <summary>Counts the readings of the page: what is open here is read again.</summary>
    [Parameter] public int Stamp { get; set; }

    [Inject] private OpinionService Opinions { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Stamp)
            return;
        _read = Stamp;
        if (_opinions is not null)
            await ReadAsync();
    }

    private static string Marks(UnitView unit)
    {
        var text = new StringBuilder(unit.Cells.Length * 28);
        foreach (var mark in unit.Cells)
            text.Append(Cells[(int)mark]);
        return text.ToString();
    }

    private Task OpenAsync(Guid? questionId, Guid? unitId)
    {
        _open = (questionId, unitId);
        _heading = questionId is { } q ? View.Questions.First(x => x.Id == q) is var question ? $"事项 {question.Number}：{question.Text}" : null : View.Units.First(u => u.Id == unitId).Name;
        return ReadAsync();
    }

    private void Close() => _opinions = null;

    private async Task ReadAsync()
    {
        try
        {
            _opinions = await Opinions.ReadAsync(View.Id, _open.Question, _open.Unit, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The tab is gone.
        }
    }

    private async Task MarkAsync(Guid unitId)
    {
        if (await Do((c, v) => c.MarkSilentAsync(v.Id, v.Version, unitId, _note)))
            _note = null;
    }
}
