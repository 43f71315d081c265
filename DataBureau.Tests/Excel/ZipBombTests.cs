namespace DataBureau.Tests.Excel;

/// <summary>Runs alone, because it counts what the whole process allocates.</summary>
[CollectionDefinition(nameof(ZipBombTests), DisableParallelization = true)]
[Collection(nameof(ZipBombTests))]
public sealed class ZipBombTests
{
    [Fact]
    public async Task Open_ZipBomb_RefusedWithoutUnpacking()
    {
        var content = Workbooks.Package("", extra: new Dictionary<string, byte[]> { ["xl/sharedStrings.xml"] = new byte[400 << 20] });
        Assert.InRange(content.Length, 1, 1 << 20);
        var before = GC.GetTotalAllocatedBytes();

        var refusal = await Workbooks.RefusalAsync(content);

        Assert.Equal("Bomb", refusal.Code);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 8 << 20);
    }
}
