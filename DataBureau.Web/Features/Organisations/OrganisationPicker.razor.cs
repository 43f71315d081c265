using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations;

/// <summary>One organisation out of thousands: typed in part, chosen from the browser's own list of suggestions.</summary>
public sealed partial class OrganisationPicker : IDisposable
{
    private readonly string _id = "o" + Guid.NewGuid().ToString("N")[..8];
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<OrganisationChoice> _choices = [];
    private Guid? _shown;
    private string? _text;
    private string? _typed;
    private string? _unknown;

    /// <summary>Whose reach the choice is limited to.</summary>
    [Parameter, EditorRequired] public Permission Permission { get; set; } = default!;

    /// <summary>The name of the organisation that is chosen at first.</summary>
    [Parameter] public string? Text { get; set; }

    [Inject] private OrganisationLookup Lookup { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (Value == _shown)
            return;
        (_shown, _text, _unknown) = (Value, Value is null ? null : Text, null);
    }

    private async Task SuggestAsync(string? text)
    {
        _typed = text;
        var choices = await Lookup.SearchAsync(Permission, text, _leaving.Token);
        // Answers may overtake each other; the list is for what stands there now.
        if (_typed == text)
            _choices = choices;
    }

    private async Task ChooseAsync(string? text)
    {
        text = text?.Trim();
        var choice = _choices.FirstOrDefault(c => c.Label == text);
        if (choice is null && !string.IsNullOrEmpty(text))
        {
            _choices = await Lookup.SearchAsync(Permission, text, _leaving.Token);
            // Typed in full, or so far that only one is left.
            choice = _choices.FirstOrDefault(c => c.Label == text) ?? (_choices.Count == 1 ? _choices[0] : null);
        }

        (_shown, _text) = (choice?.Id, choice?.Label ?? text);
        _unknown = choice is null && !string.IsNullOrEmpty(text) ? text : null;
        await ValueChanged.InvokeAsync(_shown);
    }

    public void Dispose()
    {
        _leaving.Cancel();
    }
}
