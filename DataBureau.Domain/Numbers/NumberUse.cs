namespace DataBureau.Domain.Numbers;

/// <summary>A case that has the number for its own: its papers cite it.</summary>
/// <param name="Title">Of the case.</param>
/// <param name="WayOut">In a sentence: what to do where the number should not stand.</param>
public sealed record NumberUse(string Title, string WayOut);
