using System.Globalization;
using System.Text;
using DataBureau.Web.Files;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Files;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("2026年度规划（报批稿）.pdf", "2026年度规划（报批稿）.pdf")]
    [InlineData("C:\\Users\\张三\\桌面\\规划.docx", "规划.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("规划\u0000\r\n.pdf", "规划.pdf")]
    [InlineData("\u202Efdp.规划.exe", "fdp.规划.exe")]
    [InlineData("\u2066规\u200B划\uFEFF.pdf", "规划.pdf")]
    [InlineData("a<b>\"c\"|d?*.png", "a_b__c__d__.png")]
    [InlineData("末尾有点. . ", "末尾有点")]
    [InlineData(".pdf", "附件.pdf")]
    [InlineData("", "附件")]
    [InlineData("..", "附件")]
    [InlineData("𠮷野.pdf", "𠮷野.pdf")]
    public void Clean_Name_MadeFit(string raw, string name) => Assert.Equal((name, false), AttachmentName.Clean(raw));

    [Fact]
    public void Clean_ThreeHundredCharacters_ShortenedWithItsExtension()
    {
        var (name, shortened) = AttachmentName.Clean(new string('规', 300) + ".docx");

        Assert.True(shortened);
        Assert.Equal(new string('规', 195) + ".docx", name);
    }

    [Fact]
    public void Clean_CutThroughASurrogatePair_LeavesItOut() =>
        Assert.Equal(new string('规', 195) + ".pdf", AttachmentName.Clean(new string('规', 195) + "𠮷" + new string('划', 50) + ".pdf").Name);

    [Fact]
    public void Clean_Anything_IsShortWholeSafeAndStable()
    {
        // Characters that matter more often than chance would bring them.
        var characters = Gen.OneOf(Gen.Elements("/\\.:*\u202E\u0000\u200F \uD842\uDFB7规".ToCharArray()), ArbMap.Default.GeneratorFor<char>());
        var names = Gen.ArrayOf(characters).Select(c => new string(c)).Or(Gen.ArrayOf(characters, 400).Select(c => new string(c)));

        Prop.ForAll(names.ToArbitrary(), raw =>
        {
            var (name, _) = AttachmentName.Clean(raw);
            return name.Length is > 0 and <= AttachmentName.Limit
                && name.IndexOfAny(['/', '\\', '<', '>', ':', '"', '|', '?', '*', '\0']) < 0
                && name is not "." and not ".."
                && name.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                && !name.Where((c, i) => char.IsSurrogate(c) && !char.IsSurrogatePair(name, char.IsHighSurrogate(c) ? i : i - 1)).Any()
                && AttachmentName.Clean(name).Name == name;
        }).QuickCheckThrowOnFailure();
    }
}
