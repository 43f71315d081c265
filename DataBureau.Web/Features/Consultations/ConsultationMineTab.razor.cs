using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>An opinion as it is being typed.</summary>
public sealed class TypedOpinion
{
    public string? Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>Of the opinion that stood there when typing began.</summary>
    public int SeenVersion { get; set; }
}

/// <summary>The questions that were touched, and nothing else: what a colleague hands in meanwhile shows in the others.</summary>
public sealed class TypedOpinions
{
    public Dictionary<Guid, TypedOpinion> Entries { get; set; } = [];
}

/// <summary>The unit's own opinion. What is typed is kept on the server as it is typed, and no reading of the page overwrites it.</summary>
public sealed partial class ConsultationMineTab : IAsyncDisposable
{
    private static readonly (string, string)[] Kinds = [.. Enum.GetValues<OpinionKind>().Select(k => (k.ToString(), k.ChineseName()))];

    private TypedOpinions _typed = new();
    private MyOpinions? _mine;
    private Autosave<TypedOpinions>? _autosave;
    private Notice? _notice;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private int _round;
    private Task? _opening;
    private int _read;
    private bool _busy;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter] public int Stamp { get; set; }

    [Inject] private ConsultationAnswers Answers { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    /// <summary>What is half-written belongs to a round that is over: it can be read and given up, not handed in.</summary>
    private bool IsStale => _typed.Entries.Count > 0 && _mine is { } mine && (!mine.IsOpen || mine.Round != _round);

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Stamp)
            return;
        _read = Stamp;
        var mine = await Answers.MineAsync(View.Id, default);
        // Read again meanwhile, it is not shown before either: what is typed would be lost to what is brought back.
        await (_opening ??= OpenAsync());
        _mine = mine;
        // With nothing half-written the form belongs to the round that is open now, which the page around it may not show yet.
        if (_typed.Entries.Count == 0)
            _round = mine?.Round ?? View.Round;
    }

    private async Task OpenAsync()
    {
        _round = View.Round;
        _autosave = new Autosave<TypedOpinions>(Buffers, $"consultation-reply/{View.Id}", () => (_typed, _round), () => _ = InvokeAsync(StateHasChanged));
        if (await _autosave.RestoreAsync() is { } kept)
            (_typed, _round) = kept;
    }

    private TypedOpinion Typed(MyOpinion question) => _typed.Entries.GetValueOrDefault(question.QuestionId) ?? Standing(question);

    /// <summary>What was said in this round; an opinion of an earlier one is shown above, not put into the form.</summary>
    private static TypedOpinion Standing(MyOpinion question) =>
        question.Version == 0 ? new TypedOpinion() : new TypedOpinion { Kind = question.Kind?.ToString(), Text = question.Said, SeenVersion = question.Version };

    private Task TouchAsync(MyOpinion question, Action<TypedOpinion> set)
    {
        if (!_typed.Entries.TryGetValue(question.QuestionId, out var entry))
            _typed.Entries[question.QuestionId] = entry = Standing(question);
        set(entry);
        return _autosave!.TouchAsync();
    }

    /// <summary>The questions of the round to which nothing has been chosen yet.</summary>
    private IEnumerable<MyOpinion> Unsaid(MyOpinions mine) => mine.Questions.Where(q => q.MayAnswer && string.IsNullOrEmpty(Typed(q).Kind));

    /// <summary>Fills in, hands nothing in: it is still read over and submitted.</summary>
    private async Task AgreeToAllAsync()
    {
        foreach (var question in Unsaid(_mine!).ToList())
            await TouchAsync(question, t => t.Kind = nameof(OpinionKind.Agree));
    }

    private string? Wrong(MyOpinion question) => _wrong.FirstOrDefault(w => w.Field == question.Number.ToString(CultureInfo.InvariantCulture))?.Sentence;

    private async Task SubmitAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var answers = _typed.Entries.Where(e => Enum.TryParse<OpinionKind>(e.Value.Kind, out var kind) && Enum.IsDefined(kind))
                .Select(e => new Answer(e.Key, e.Value.SeenVersion, Enum.Parse<OpinionKind>(e.Value.Kind!), e.Value.Text)).ToList();
            if (await TakeAsync(await Answers.SubmitAsync(View.Id, _round, answers)))
            {
                _typed.Entries.Clear();
                await _autosave!.ForgetAsync();
                _round = _mine?.Round ?? View.Round;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task DiscardAsync()
    {
        _typed.Entries.Clear();
        await _autosave!.ForgetAsync();
        (_round, _notice, _wrong) = (_mine!.Round, null, []);
    }

    private Task<bool> TakeAsync(Outcome<MyOpinions> outcome)
    {
        // The sentence names the questions, and what is wrong stands at each of them: it is not said a third time.
        _notice = Notice.Of(outcome) with { Details = [] };
        _wrong = outcome is Outcome<MyOpinions>.Refused { Refusal.Details: { IsDefault: false } details } ? details : [];
        _mine = outcome switch
        {
            Outcome<MyOpinions>.Done done => done.View,
            Outcome<MyOpinions>.Conflict conflict => conflict.View,
            Outcome<MyOpinions>.Refused { View: { } view } => view,
            _ => _mine,
        };
        if (outcome is Outcome<MyOpinions>.Conflict { View: { } theirs })
            // Seen now: handing in again is a decision.
            foreach (var question in theirs.Questions)
                if (_typed.Entries.TryGetValue(question.QuestionId, out var entry))
                    entry.SeenVersion = question.Version;
        return Task.FromResult(outcome is Outcome<MyOpinions>.Done);
    }
}
