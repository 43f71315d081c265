using DataBureau.Domain.Catalogue.Import;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>Whatever is in a cell, reading it ends in a value, a blank or a sentence.</summary>
public sealed class ImportParserProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly string[] Fragments = ["无条件", "有条件", "开放", "共享", "每", "年", "(", ")", "（", "）", "xls", "数据库", ":", "-", "/", ",", "、", "[", "]", "'", "2024", "03", "1", "级", "更新说明:", " ", "\n", "其他", "null", "varchar", "E+17", "，"];

    private static readonly Func<string, (ParsedKind Kind, string? Sentence)>[] Parsers =
    [
        t => Outcome(UpdateFrequencyParser.Parse(t)), t => Outcome(new OpeningTypeParser().Parse(t)), t => Outcome(IsOpenParser.Parse(t)),
        t => Outcome(new SharingParser().Parse(t)), t => Outcome(SharingMethodParser.Parse(t)), t => Outcome(ResourceFormatParser.Parse(t)),
        t => Outcome(ResourceFormatParser.Parse(t, t, t)), t => Outcome(ItemDataTypeParser.Parse(t)), t => Outcome(ItemLengthParser.Parse(t)),
        t => Outcome(new GradeParser().Parse(t)), t => Outcome(OwnershipParser.Parse(t)), t => Outcome(DateParser.Parse(t)),
        t => Outcome(ResourceCodeRules.Parse(t)), t => Outcome(RelatedCodesParser.Parse(t)),
    ];

    private static readonly Gen<string> Cells = Gen.OneOf(
        Gen.ListOf(Gen.Elements(Fragments)).Select(parts => string.Concat(parts)),
        ArbMap.Default.GeneratorFor<string>().Where(s => s is not null));

    [Fact]
    public void Parsers_AnyCell_EndInValueBlankOrSentence() => Prop.ForAll(Cells.ToArbitrary(), cell =>
        Array.TrueForAll(Parsers, parse => parse(cell) is var (kind, sentence) && (kind == ParsedKind.Unknown) == (sentence is { Length: > 0 }))).Check(Often);

    [Fact]
    public void Format_AnyValue_IsReadBackFromItsText() => Prop.ForAll(Cells.ToArbitrary(), cell =>
        ResourceFormatParser.Parse(cell) is not { HasValue: true } parsed || ResourceFormatParser.Parse(parsed.Value.ToString()).Value.Equals(parsed.Value)).Check(Often);

    [Fact]
    public void NameKey_OfKey_IsItself() => Prop.ForAll(Cells.ToArbitrary(), cell =>
        NameKey.Of(NameKey.Of(cell)) == NameKey.Of(cell)).Check(Often);

    [Fact]
    public void Detector_AnyGrid_Answers() => Prop.ForAll(Gen.ListOf(Gen.ListOf(Cells)).ToArbitrary(), rows =>
        HeaderDetector.Detect([.. rows.Select(r => r.ToList())], []) is { } answer && (answer.Layout is null) == (answer.Sentence is { Length: > 0 })).Check(Often);

    private static (ParsedKind Kind, string? Sentence) Outcome<T>(Parsed<T> parsed) => (parsed.Kind, parsed.Sentence);
}
