using DataBureau.Domain.Consultations;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Questions over which somebody disagrees, in their own words, and what became of it.</summary>
public sealed partial class ConsultationDissentTab : IDisposable
{
    private readonly Dictionary<Guid, string?> _notes = [];
    private readonly CancellationTokenSource _leaving = new();
    private Dictionary<Guid, IReadOnlyList<OpinionView>> _said = [];
    private int _read;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    /// <summary>Counts the readings of the page: what the units say is read again.</summary>
    [Parameter] public int Stamp { get; set; }

    [Inject] private OpinionService Opinions { get; set; } = default!;

    private bool MaySettle => View is { Convenes: true, State: ConsultationState.Summarising or ConsultationState.Meeting };

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Stamp)
            return;
        _read = Stamp;
        try
        {
            // Few questions are in dissent: of the others nothing is read.
            var said = new Dictionary<Guid, IReadOnlyList<OpinionView>>();
            foreach (var question in View.Questions.Where(q => q.HasDissent))
                said[question.Id] = await Opinions.ReadAsync(View.Id, question.Id, null, _leaving.Token);
            _said = said;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The tab is gone.
        }
    }

    private IEnumerable<UnitView> Dissenting(QuestionView question) => View.Invited.Where(u => u.Cells[question.Number - 1] == CellMark.Disagree);

    /// <summary>What those who disagree said last.</summary>
    private IEnumerable<OpinionView> Said(QuestionView question) =>
        _said.GetValueOrDefault(question.Id) is not { } said ? [] : Dissenting(question).Select(u => said.Where(o => o.UnitId == u.Id).MaxBy(o => o.Round)).OfType<OpinionView>();

    private async Task SettleAsync(Guid questionId, DissentOutcome outcome)
    {
        if (await Do((c, v) => c.SettleAsync(v.Id, v.Version, questionId, outcome, _notes.GetValueOrDefault(questionId))))
            _notes.Remove(questionId);
    }
}
