using DataBureau.Web.Data;

namespace DataBureau.Tests.Shared;

/// <summary>
/// Acts that are to meet each other: rows are held until all of them have begun. Without it a quick database can answer the first
/// before the second is asked for, which then rightly comes too late.
/// </summary>
internal static class HeldRows
{
    /// <param name="touch">Writes the rows without changing them.</param>
    /// <param name="begin">Begins the acts; what it returns is awaited after the rows are given free.</param>
    public static async Task WhileHeldAsync(this BureauFixture bureau, Func<BureauDbContext, Task> touch, Func<Task> begin)
    {
        await using var db = bureau.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await touch(db);
        var acts = begin();
        await transaction.CommitAsync();
        await acts;
    }
}
