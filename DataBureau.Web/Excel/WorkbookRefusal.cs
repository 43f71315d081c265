namespace DataBureau.Web.Excel;

/// <summary>Why a file is not read: a stable code and the sentence for the user.</summary>
public sealed record WorkbookRefusal(string Code, string Sentence);

/// <summary>
/// The file turned out to be unreadable after reading had begun. An exception, because half of a table must never be taken for the
/// whole; the caller shows <see cref="Refusal"/> and discards what it has read.
/// </summary>
public sealed class WorkbookReadException(WorkbookRefusal refusal, Exception? inner = null) : Exception(refusal.Code, inner)
{
    public WorkbookRefusal Refusal { get; } = refusal;
}
