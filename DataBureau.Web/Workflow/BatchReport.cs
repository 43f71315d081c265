using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Workflow;

/// <summary>What became of one case of a batch.</summary>
public sealed record BatchLine(string Name, string Href, bool Done, string Sentence, Refusal? Refusal)
{
    /// <summary>Without the case's own name, which stands before it: what stopped many for one reason is said once.</summary>
    public string SentenceIn(BatchWord words) => Sentence.Replace($"「{Name}」", words.This, StringComparison.Ordinal);
}

/// <summary>What became of all of them.</summary>
/// <param name="Act">In Chinese.</param>
/// <param name="Words">What the cases are called.</param>
/// <param name="Lines">Each of them, in the order in which they were done.</param>
public sealed record BatchReport(string Act, BatchWord Words, IReadOnlyList<BatchLine> Lines)
{
    public int DoneCount => Lines.Count(l => l.Done);

    public IEnumerable<BatchLine> Failures => Lines.Where(l => !l.Done);

    /// <summary>The notification that says the same to who has left the page; null when there is none.</summary>
    public Guid? NoticeId { get; init; }

    public string Title => $"{Act}：成功 {DoneCount} {Words.Unit}，未成功 {Lines.Count - DoneCount} {Words.Unit}。";
}

/// <summary>How a report speaks of its cases, and where they are found again.</summary>
/// <param name="Unit">条, 件.</param>
/// <param name="This">In place of a case's own name, where that stands beside it.</param>
/// <param name="Href">Where what was not done is still to be found.</param>
public sealed record BatchWord(string Unit, string This, string Href);

/// <summary>One case of a batch, and the act on it.</summary>
public sealed record BatchStep(string Name, string Href, Func<Task<Outcome<int>>> DoAsync);
