using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Something of a case that can be asked for: a material or a field.</summary>
public sealed record SupplementChoice(string Key, string Title);

/// <summary>The office ticks what is missing and says how to mend it: one notice for everything.</summary>
public sealed partial class SupplementNotice
{
    [Parameter, EditorRequired] public IReadOnlyList<SupplementChoice> Items { get; set; } = [];

    /// <summary>What is ticked, with what is asked; the page's own, so that a refusal loses nothing.</summary>
    [Parameter, EditorRequired] public Dictionary<string, string?> Requests { get; set; } = [];

    /// <summary>There was a notice before: only what it named can be asked again.</summary>
    [Parameter] public bool Again { get; set; }

    [Parameter] public bool Busy { get; set; }

    /// <summary>Why it was not sent: beside the button, for the list may be longer than the screen.</summary>
    [Parameter] public Notice? Notice { get; set; }

    [Parameter] public EventCallback OnSend { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private void Tick(string key, bool on)
    {
        if (on)
            Requests.TryAdd(key, null);
        else
            Requests.Remove(key);
    }
}
