using DataBureau.Domain.Calendar;

namespace DataBureau.Web.Features.Inbox;

/// <summary>One line of 待办: a case that waits for an act of the reader, or a group of cases that wait for the same one.</summary>
/// <param name="Kind">The kind of case.</param>
/// <param name="CaseId">Null for a group.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Act">What is asked for, in words.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="OrganisationName">Whose it is, or who sent it.</param>
/// <param name="Since">Since when it waits; null where nobody knows, as of a post that was never held.</param>
public sealed record InboxItem(string Kind, Guid? CaseId, string Title, string Act, string Href, string OrganisationName, DateTimeOffset? Since)
{
    /// <summary>The kind in words.</summary>
    public string Business { get; init; } = "";

    /// <summary>How many cases the line stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The case whose open deadline counts, where it is not the line's own: a unit's reply has a clock of its own.</summary>
    public (string Kind, Guid CaseId)? Clock { get; init; }

    /// <summary>A date that is known without a clock: of a group, the first that is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What an act over several lines would be done to; null where the line is done on its own page only.</summary>
    public BatchTarget? Target { get; init; }

    /// <summary>How it stands today; read by the service.</summary>
    public DeadlineReading? Deadline { get; init; }

    /// <summary>A meeting may have given one body several things to do: the address alone does not tell lines apart.</summary>
    public string Key => $"{Href}|{Act}|{Title}";
}
