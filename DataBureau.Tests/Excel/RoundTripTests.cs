using DataBureau.Web.Excel;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Excel;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("-5")]
    [InlineData("+1")]
    [InlineData("@x")]
    [InlineData("'x")]
    [InlineData("007")]
    [InlineData("123456789012345678901")]
    [InlineData("2024-01-02")]
    [InlineData("1/2")]
    [InlineData("a_x0041_b_x")]
    [InlineData("第一行\n第二行")]
    [InlineData("<&>\"'")]
    [InlineData("𠮷😀")]
    public async Task Text_WrittenAndRead_IsIdentical(string text)
    {
        var rows = await Workbooks.RowsAsync(await Workbooks.WriteAsync(Workbooks.TextTable(2), [[text, text]]));

        Assert.Equal(new CellValue(CellKind.Text, text), rows[1].Column(2));
    }

    [Fact]
    public void Texts_Arbitrary_ComeBackNormalised()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<string?[]>(), texts =>
        {
            var rows = Task.Run(async () => await Workbooks.RowsAsync(await Workbooks.WriteAsync(Workbooks.TextTable(1), texts.Select(text => new[] { text })))).GetAwaiter().GetResult();
            var byNumber = rows.ToDictionary(row => row.Number, row => row.Column(1).Text);
            return texts.Select((text, i) => Expected(text) == byNumber.GetValueOrDefault(i + 2, "")).All(same => same);
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Texts_OfNastyCharacters_ComeBackNormalised()
    {
        var nasty = Gen.Elements("<>&\"'_x0041\r\n\t =+-@;,\u0000\u0001\u001f\u007f\u0085\u00a0\u3000\u200b\ufeff\ufffe\uffff\ud800\udc00中A".ToCharArray());
        var texts = nasty.ArrayOf().Select(characters => new string(characters)).ToArbitrary();
        var property = Prop.ForAll(texts, text =>
        {
            var rows = Task.Run(async () => await Workbooks.RowsAsync(await Workbooks.WriteAsync(Workbooks.TextTable(1), [[text]]))).GetAwaiter().GetResult();
            return Expected(text) == (rows.Count > 1 ? rows[1].Column(1).Text : "");
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    /// <summary>What XML cannot carry is dropped by the writer; the reader then normalises.</summary>
    private static string Expected(string? text)
    {
        var kept = "";
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            var c = text![i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept += $"{c}{text[++i]}";
            else if (!char.IsSurrogate(c) && c is '\t' or '\n' or '\r' or >= ' ' and < '\uFFFE' && !char.IsSurrogate(c)) kept += c;
        }
        var flags = CellFlags.None;
        return CellReading.Normalise(kept, ref flags);
    }
}
