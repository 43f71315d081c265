using DataBureau.Domain.Dictionaries;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dictionaries;

/// <summary>The local lists, a tab each, and the fixed ones to look at.</summary>
public sealed partial class DictionaryPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<DictionaryRow>? _rows;
    private Notice? _notice;
    private string? _text;
    private string? _message;
    private bool _busy;

    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [Inject] private DictionaryService Dictionaries { get; set; } = default!;

    private LocalList List => Enum.TryParse<LocalList>(Tab, out var list) ? list : LocalList.Theme;

    protected override async Task OnInitializedAsync() => _rows = await Dictionaries.ListAsync(List, _leaving.Token);

    private async Task ShowAsync(string? tab)
    {
        (Tab, _rows, _text, _message, _notice) = (tab, null, null, null, null);
        _rows = await Dictionaries.ListAsync(List, _leaving.Token);
    }

    private Task AddAsync() => ActAsync(() => Dictionaries.AddAsync(List, _text), () => _text = null);

    private async Task ActAsync(Func<Task<Outcome<IReadOnlyList<DictionaryRow>>>> act, Action? then = null)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await act();
            (_notice, _message) = (Notice.Of(outcome), null);
            switch (outcome)
            {
                case Outcome<IReadOnlyList<DictionaryRow>>.Done done:
                    _rows = done.View;
                    then?.Invoke();
                    break;
                case Outcome<IReadOnlyList<DictionaryRow>>.Refused { Refusal: { Details: { IsDefaultOrEmpty: false } details } }:
                    // Said at the field, so not once more above it.
                    (_message, _notice) = (details[0].Sentence, null);
                    break;
                case Outcome<IReadOnlyList<DictionaryRow>>.Conflict conflict:
                    _rows = conflict.View;
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    public void Dispose() => _leaving.Cancel();
}
