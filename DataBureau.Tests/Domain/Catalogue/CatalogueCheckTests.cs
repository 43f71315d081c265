using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Shared;

namespace DataBureau.Tests.Domain.Catalogue;

/// <summary>What the automatic check says, by jurisdiction. A finding is written as field, "!" when it blocks, and the first provision it cites.</summary>
public sealed class CatalogueCheckTests
{
    private const string Shanxi = "140000", Taiyuan = "140100", Fujian = "350000", Shijiazhuang = "130100", Nowhere = "110000";

    private static readonly CatalogueContent Restricted = Contents.Complete() with
    {
        Sharing = SharingAttribute.NotShared, SharingReason = "含个人信息。", SharingBasis = "《个人信息保护法》第十条", SharingBasisRank = LegalBasisRank.Law, SharingReviewOn = new DateOnly(2027, 1, 1),
    };

    private static readonly CatalogueContent Conditional = Contents.Complete() with
    {
        Sharing = SharingAttribute.Conditional, SharingCondition = "限定对象", SharingReason = "含个人信息。", SharingBasis = "《个人信息保护法》第十条", SharingBasisRank = LegalBasisRank.Law, ConditionalSharing = ConditionalSharing.LimitedAudience,
    };

    private static readonly Dictionary<string, CatalogueContent> Cases = new(StringComparer.Ordinal)
    {
        ["complete"] = Contents.Complete(),
        ["no abstract"] = Contents.Complete() with { Abstract = " " },
        ["no format"] = Contents.Complete() with { Format = null },
        ["no frequency"] = Contents.Complete() with { UpdateFrequency = null },
        ["other frequency, unexplained"] = Contents.Complete() with { UpdateFrequency = UpdateFrequency.Other },
        ["other frequency, explained"] = Contents.Complete() with { UpdateFrequency = UpdateFrequency.Other, UpdateFrequencyNote = "每学期" },
        ["database without items"] = Contents.Complete() with { Items = [] },
        ["spreadsheet second, without items"] = Contents.Complete() with { Items = [], Format = new ResourceFormat([new(FormatCategory.Service, null), new(FormatCategory.Spreadsheet, "xls")]) },
        ["items of one name"] = Contents.Complete() with { Items = [new("姓名", ItemDataType.Character, 50), new("编号"), new("姓 名")] },
        ["picture without items"] = Contents.Complete() with { Items = [], Format = new ResourceFormat([new(FormatCategory.Image, "jpg")]) },
        ["no classification"] = Contents.Complete() with { ClassificationPath = null },
        ["no grade"] = Contents.Complete() with { Grade = null },
        ["code of the guide"] = Contents.Complete() with { Code = "3060010101/000012" },
        ["code of another form"] = Contents.Complete() with { Code = "民政-1" },
        ["no sharing"] = Contents.Complete() with { Sharing = null },
        ["conditional, all told"] = Conditional,
        ["conditional, no condition"] = Conditional with { SharingCondition = null },
        ["conditional, no case"] = Conditional with { ConditionalSharing = null },
        ["conditional, no reason"] = Conditional with { SharingReason = null },
        ["conditional, no basis"] = Conditional with { SharingBasis = null },
        ["not shared, all told"] = Restricted,
        ["not shared, no reason"] = Restricted with { SharingReason = null },
        ["not shared, no basis"] = Restricted with { SharingBasis = null },
        ["not shared, basis a local regulation"] = Restricted with { SharingBasisRank = LegalBasisRank.LocalRegulation },
        ["not shared, basis a national policy"] = Restricted with { SharingBasisRank = LegalBasisRank.NationalPolicy },
        ["not shared, basis without rank"] = Restricted with { SharingBasisRank = null },
        ["not shared, no review date"] = Restricted with { SharingReviewOn = null },
        ["no opening"] = Contents.Complete() with { Opening = null },
        ["opened on condition, none told"] = Contents.Complete() with { Opening = OpeningType.Conditional },
        ["not opened, no basis"] = Contents.Complete() with { Opening = OpeningType.NotOpened },
        ["important data opened"] = Contents.Complete() with { Grade = SecurityGrade.Important },
        ["core data opened"] = Contents.Complete() with { Grade = SecurityGrade.Core },
        ["opened, unprepared"] = Contents.Complete() with { Preparations = OpeningPreparation.None },
        ["not opened, unprepared"] = Contents.Complete() with { Opening = OpeningType.NotOpened, OpeningBasis = "《数据安全法》", Preparations = OpeningPreparation.None },
    };

    [Theory]
    [InlineData("complete", Shanxi, "")]
    [InlineData("complete", Taiyuan, "")]
    [InlineData("complete", Fujian, "")]
    [InlineData("complete", Shijiazhuang, "")]
    [InlineData("complete", Nowhere, "")]
    [InlineData("no abstract", Shanxi, "Abstract! SXM-9-3")]
    [InlineData("no abstract", Taiyuan, "Abstract! SXM-9-3")]
    [InlineData("no abstract", Fujian, "Abstract!")] // no article of Fujian asks for the review
    [InlineData("no format", Nowhere, "Format!")]
    [InlineData("no frequency", Nowhere, "UpdateFrequency!")]
    [InlineData("other frequency, unexplained", Shanxi, "UpdateFrequencyNote! SXM-9-3")]
    [InlineData("other frequency, explained", Shanxi, "")]
    [InlineData("database without items", Shanxi, "Items! SXM-9-3")]
    [InlineData("spreadsheet second, without items", Fujian, "Items!")]
    [InlineData("items of one name", Shanxi, "Items! SXM-9-3")]
    [InlineData("items of one name", Nowhere, "Items!")]
    [InlineData("picture without items", Shanxi, "")]
    [InlineData("no classification", Shanxi, "ClassificationPath")]
    [InlineData("no grade", Shanxi, "Grade SXM-10-1")]
    [InlineData("no grade", Fujian, "Grade FJ-15-1")]
    [InlineData("code of the guide", Shanxi, "")]
    [InlineData("code of another form", Shanxi, "Code")]
    public void Findings_OfTheGuidesFields(string content, string region, string expected) => Assert.Equal(expected, Findings(content, region));

    [Theory]
    [InlineData("no sharing", Shanxi, "Sharing! SXM-12-2")]
    [InlineData("no sharing", Fujian, "Sharing! FJ-14-1")]
    [InlineData("no sharing", Shijiazhuang, "Sharing!")]
    [InlineData("conditional, all told", Shanxi, "")]
    [InlineData("conditional, no condition", Shanxi, "SharingCondition! SXM-12-2")]
    [InlineData("conditional, no condition", Fujian, "SharingCondition! FJ-14-2")]
    [InlineData("conditional, no condition", Nowhere, "SharingCondition!")]
    [InlineData("conditional, no case", Taiyuan, "ConditionalSharing SXM-12-2")]
    [InlineData("conditional, no case", Fujian, "")]
    [InlineData("conditional, no reason", Shanxi, "SharingReason! SXM-12-3")]
    [InlineData("conditional, no reason", Fujian, "")]
    [InlineData("conditional, no basis", Taiyuan, "SharingBasis! SXM-12-3")]
    [InlineData("conditional, no basis", Fujian, "")]
    [InlineData("conditional, no basis", Shijiazhuang, "")]
    [InlineData("not shared, all told", Shanxi, "")]
    [InlineData("not shared, all told", Fujian, "")]
    [InlineData("not shared, no reason", Shanxi, "SharingReason! SXM-12-3")]
    [InlineData("not shared, no reason", Fujian, "")]
    [InlineData("not shared, no basis", Shanxi, "SharingBasis! SXM-12-3")]
    [InlineData("not shared, no basis", Fujian, "SharingBasis! FJ-14-2")]
    [InlineData("not shared, no basis", Shijiazhuang, "")]
    [InlineData("not shared, basis a local regulation", Fujian, "SharingBasisRank! FJ-14-2")]
    [InlineData("not shared, basis a local regulation", Shanxi, "")]
    [InlineData("not shared, basis a national policy", Fujian, "")]
    [InlineData("not shared, basis without rank", Fujian, "SharingBasisRank! FJ-14-2")]
    [InlineData("not shared, basis without rank", Shanxi, "")]
    [InlineData("not shared, no review date", Fujian, "SharingReviewOn FJ-14-1")]
    [InlineData("not shared, no review date", Shanxi, "")]
    public void Findings_OfSharing(string content, string region, string expected) => Assert.Equal(expected, Findings(content, region));

    [Theory]
    [InlineData("no opening", Taiyuan, "Opening! TY-8-1")]
    [InlineData("no opening", Shanxi, "Opening! SX20-8-3")]
    [InlineData("no opening", Nowhere, "Opening!")]
    [InlineData("opened on condition, none told", Fujian, "OpeningCondition FJ-15-3")]
    [InlineData("not opened, no basis", Shanxi, "OpeningBasis! SX20-8-3")]
    [InlineData("not opened, no basis", Shijiazhuang, "OpeningBasis! SJZ-53-2")]
    [InlineData("not opened, no basis", Taiyuan, "")]
    [InlineData("not opened, no basis", Fujian, "")]
    [InlineData("important data opened", Taiyuan, "Opening TY-8-1")]
    [InlineData("core data opened", Nowhere, "Opening")]
    [InlineData("opened, unprepared", Shanxi, "Preparations SX20-8-3; Preparations SX20-8-3; Preparations SX20-8-3")]
    [InlineData("opened, unprepared", Taiyuan, "Preparations TY-8-2; Preparations TY-8-2")]
    [InlineData("opened, unprepared", Fujian, "")]
    [InlineData("opened, unprepared", Shijiazhuang, "")]
    [InlineData("not opened, unprepared", Shanxi, "")]
    public void Findings_OfOpening(string content, string region, string expected) => Assert.Equal(expected, Findings(content, region));

    [Fact]
    public void Findings_Sentences_UseTheWordsOfTheJurisdiction()
    {
        Assert.Contains("「暂不共享」", Sentence("not shared, no basis", Fujian), StringComparison.Ordinal);
        Assert.Contains("「不予共享」", Sentence("not shared, no basis", Shanxi), StringComparison.Ordinal);
        Assert.Contains("「列入负面清单」", Sentence("not opened, no basis", Shijiazhuang), StringComparison.Ordinal);
        Assert.Equal("依据层级为「地方性法规」，本辖区只接受法律、行政法规、国家政策作为「暂不共享」的依据。", Sentence("not shared, basis a local regulation", Fujian));
    }

    [Fact]
    public void Findings_EmptyContent_NameEveryRequiredFieldAtOnce() =>
        Assert.Equal(["Abstract", "Format", "UpdateFrequency", "Sharing", "Opening"],
            CatalogueCheck.Findings(new CatalogueContent { Name = "某目录" }, PolicyLibrary.Embedded.For(Shanxi)).Where(f => f.Severity == FindingSeverity.Blocking).Select(f => f.Field));

    [Fact]
    public void Findings_EveryField_IsAFieldOfTheList() =>
        Assert.All(Cases.Values.SelectMany(c => CatalogueCheck.Findings(c, PolicyLibrary.Embedded.For(Fujian))), f => Assert.NotNull(CatalogueFields.Find(f.Field)));

    private static string Sentence(string content, string region) => Assert.Single(CatalogueCheck.Findings(Cases[content], PolicyLibrary.Embedded.For(region))).Sentence;

    private static string Findings(string content, string region) => string.Join("; ", CatalogueCheck.Findings(Cases[content], PolicyLibrary.Embedded.For(region))
        .Select(f => $"{f.Field}{(f.Severity == FindingSeverity.Blocking ? "!" : "")}{(f.Basis is { } b ? " " + b.Citations[0].Id : "")}"));
}
