using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>
/// A picture beside a word, never instead of one. Names are listed in eng/icons.txt. Markup rather than a component: a page
/// shows forty of them, and each component costs a circuit about 3 KB.
/// </summary>
public static class Icons
{
    private static readonly ConcurrentDictionary<(string Name, bool Filled), MarkupString> Drawn = new();

    /// <param name="name">Written in the source, never taken from a user.</param>
    /// <param name="filled">The solid form.</param>
    public static MarkupString Of(string name, bool filled = false) => Drawn.GetOrAdd((name, filled), static key =>
        key.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? new MarkupString($"<span class=\"icon rzi{(key.Filled ? " icon-filled" : "")}\" aria-hidden=\"true\">{key.Name}</span>")
            : throw new ArgumentException($"“{key.Name}” is not the name of an icon."));
}
