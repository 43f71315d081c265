using DataBureau.Domain.Dictionaries;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dictionaries;

/// <summary>A field with a local list: chosen from it where there is one, typed where there is none. What stands there already can stay.</summary>
public sealed partial class DictionaryInput : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<string>? _words;

    [Parameter, EditorRequired] public LocalList List { get; set; }

    [Inject] private DictionaryService Dictionaries { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _words = await Dictionaries.WordsAsync(List, _leaving.Token);

    private IEnumerable<(string Value, string Text)> Options(IReadOnlyList<string> words) =>
        (string.IsNullOrEmpty(Value) || words.Contains(Value, StringComparer.Ordinal) ? words : words.Append(Value)).Select(w => (w, words.Contains(w, StringComparer.Ordinal) ? w : $"{w}（不在字典中）"));

    public void Dispose() => _leaving.Cancel();
}
