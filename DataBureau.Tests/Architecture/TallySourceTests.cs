using System.Text.RegularExpressions;

namespace DataBureau.Tests.Architecture;

/// <summary>Entries are counted where the change tracker sees them: a statement that changes them behind its back would leave the numbers wrong.</summary>
public sealed partial class TallySourceTests
{
    [Fact]
    public void Product_ChangesWhatEntriesAreCountedBy_NowhereBehindTheTracker() =>
        Assert.Empty(SourceTree.Files("DataBureau.Web", ".cs").Concat(SourceTree.Files("DataBureau.Domain", ".cs")).SelectMany(f => Uncounted(f.Text).Select(u => $"{f.Name}: {u}")));

    [Theory]
    [InlineData("await db.CatalogueEntries.Where(e => e.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, CatalogueState.Draft));")]
    [InlineData("await db.CatalogueEntries.Where(e => e.IsHead)\n  .ExecuteDeleteAsync(ct);")]
    [InlineData("await Set<CatalogueEntry>().ExecuteUpdateAsync(s => s.SetProperty(e => e.Content.Sharing, x));")]
    [InlineData("await context.Set<CatalogueEntry>().ExecuteUpdate(s => s.SetProperty(e => e.RegionCode, x));")]
    public void Uncounted_ASourceThatDoes_IsSeen(string source) => Assert.NotEmpty(Uncounted(source));

    [Theory]
    [InlineData("db.CatalogueEntries.Where(e => e.Id == caseId).ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version));")]
    [InlineData("db.Plans.ExecuteUpdateAsync(p => p.SetProperty(x => x.State, s)); var n = db.CatalogueEntries.Count();")]
    public void Uncounted_ASourceThatDoesNot_IsNotSeen(string source) => Assert.Empty(Uncounted(source));

    [GeneratedRegex(@"(CatalogueEntries|<CatalogueEntry>)[^;]*?ExecuteDelete")]
    private static partial Regex Deleted();

    [GeneratedRegex(@"(CatalogueEntries|<CatalogueEntry>)[^;]*?ExecuteUpdate\w*\([^;]*?SetProperty\(\s*\w+\s*=>\s*\w+\.(Content\.)?(State|IsHead|Sharing|Opening|ProviderId|RegionCode|Content)\b")]
    private static partial Regex Updated();

    private static IEnumerable<string> Uncounted(string text) => Deleted().Matches(text).Concat(Updated().Matches(text)).Select(m => m.Value);
}
