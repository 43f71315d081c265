using DataBureau.Domain.Numbers;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Numbers;

/// <summary>When the cases of a kind let go of their number. A kind that registers none keeps every number it was given.</summary>
/// <param name="CaseKind">As in the ledger.</param>
/// <param name="FindTitle">The title of the case while the number is its own; null once it has let go of it.</param>
/// <param name="WayOut">In a sentence: by which act the case lets go of it, or is corrected.</param>
public sealed record NumberHolder(string CaseKind, Func<BureauDbContext, Guid, string, Task<string?>> FindTitle, string WayOut)
{
    private const string Ask = "编号已写入该件的文书，需要更正的，请由办理单位在该件上办理。";

    /// <returns>Null when no case has the number for its own.</returns>
    public static async Task<NumberUse?> FindUseAsync(IEnumerable<NumberHolder> holders, BureauDbContext db, LedgerEntry entry)
    {
        if (entry is not { State: NumberState.Issued, CaseKind: { } kind, CaseId: { } id })
            return null;
        if (holders.FirstOrDefault(h => h.CaseKind == kind) is not { } holder)
            return new NumberUse(entry.CaseTitle!, Ask);
        return await holder.FindTitle(db, id, entry.Text) is { } title ? new NumberUse(title, holder.WayOut) : null;
    }
}
