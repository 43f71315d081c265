using DataBureau.Domain.Organisations;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Organisations;

public sealed class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<string> Codes =
        from head in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 8)
        from body in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 8)
        select Complete(new string(head), new string(body));

    [Theory]
    [InlineData("11140500012420117H")] // 晋城市数据局, as printed in its gazette
    [InlineData("11140000990000017J")]
    [InlineData("12140100990000025F")]
    [InlineData("11350000990000033R")]
    [InlineData("111301009900000414")]
    [InlineData("1214010599000005X5")]
    [InlineData("51140100990000068U")]
    [InlineData("91140100990000076J")]
    public void Check_RealAndFictitiousCodes_Pass(string code) => Assert.Null(UnifiedSocialCreditCode.Check(code));

    [Theory]
    [InlineData("91350203M0001QAY9B", CreditCodeFinding.CheckDigit)] // in use, and wrong all the same
    [InlineData("11140500012420118H", CreditCodeFinding.BodyCheckDigit)]
    [InlineData("11140500012420117", CreditCodeFinding.Length)]
    [InlineData("", CreditCodeFinding.Length)]
    [InlineData("1114050001242O117H", CreditCodeFinding.Character)]
    [InlineData("11140500012420117h", CreditCodeFinding.Character)]
    [InlineData("市11405000124201170", CreditCodeFinding.Character)]
    public void Check_WrongCode_SaysWhichCheckFails(string code, CreditCodeFinding finding) => Assert.Equal(finding, UnifiedSocialCreditCode.Check(code));

    [Theory]
    [InlineData(" 11140500012420117h ", "11140500012420117H")]
    [InlineData("１１１４０５０００１２４２０１１７Ｈ", "11140500012420117H")]
    [InlineData("111405 00012420 117H", "11140500012420117H")]
    [InlineData(null, "")]
    public void Tidy_WaysOfWriting_AreOne(string? typed, string code) => Assert.Equal(code, UnifiedSocialCreditCode.Tidy(typed));

    [Fact]
    public void Check_GeneratedCode_Passes() => Prop.ForAll(Codes.ToArbitrary(), code => UnifiedSocialCreditCode.Check(code) is null).Check(Often);

    [Fact]
    public void Check_OneCharacterChanged_IsFound() => Prop.ForAll(
        (from code in Codes from at in Gen.Choose(0, 17) from other in Gen.Elements(Alphabet.ToCharArray()) where other != code[at] select (code, changed: code[..at] + other + code[(at + 1)..])).ToArbitrary(),
        pair => UnifiedSocialCreditCode.Check(pair.changed) is not null).Check(Often);

    private static string Complete(string head, string body)
    {
        var first17 = head + body + UnifiedSocialCreditCode.BodyCheckDigit(body);
        return first17 + UnifiedSocialCreditCode.CheckDigit(first17);
    }
}
