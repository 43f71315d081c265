using System.Text.RegularExpressions;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>An independent look at the approved table: the words of a spelling must hold what it is read as, or it was a guess.</summary>
public sealed class VocabularyHonestyTests
{
    private static readonly Dictionary<string, IEnumerable<string>> Spellings = VocabularyTable.Spellings(File.ReadAllText(VocabularyTable.ApprovedPath));

    [Fact]
    public void OpeningType_MappedSpelling_SaysIt()
    {
        var parser = new OpeningTypeParser();
        var mapped = Spellings["开放类型"].Where(s => parser.Parse(s).HasValue).ToList();
        Assert.NotEmpty(mapped);
        Assert.All(mapped, spelling => Assert.Matches(
            parser.Parse(spelling).Value switch
            {
                OpeningType.Unconditional => "^(无条件|完全|普遍)(开放)?$",
                OpeningType.Conditional => "^(有条件|依申请|需申请|申请|受限)(开放)?$",
                OpeningType.NotOpened => "^(不予|不|禁止|暂不)开放$",
            },
            spelling));
    }

    [Fact]
    public void UpdateFrequency_MappedSpelling_SaysItOrIsKept()
    {
        Assert.All(Spellings["更新周期"].Where(s => UpdateFrequencyParser.Parse(s).HasValue), spelling =>
        {
            var (value, note) = (UpdateFrequencyParser.Parse(spelling).Value, UpdateFrequencyParser.Parse(spelling).Note);
            Assert.Matches(
                value switch
                {
                    UpdateFrequency.RealTime => "^(实时|即时)$",
                    UpdateFrequency.Daily => "^每[日天]$",
                    UpdateFrequency.Weekly => "^每周$",
                    UpdateFrequency.HalfMonthly => "^每半月$",
                    UpdateFrequency.Monthly => "^每月$",
                    UpdateFrequency.Quarterly => "^每?季度$",
                    UpdateFrequency.HalfYearly => "^每?半年$",
                    UpdateFrequency.Yearly => "^‘?[每按]?年(更新)?’?$",
                    UpdateFrequency.Irregular => "^不定期(更新)?$",
                    UpdateFrequency.Static => "^(不更新|静态数据)$",
                    UpdateFrequency.Other => $"^(其他|{Regex.Escape(note ?? "其他")})$",
                },
                value == UpdateFrequency.Other || note is null ? spelling : spelling.Replace($"(更新说明:{note})", string.Empty, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Format_MappedSpelling_NamesEveryPart()
    {
        Assert.All(Spellings["格式"].Where(s => ResourceFormatParser.Parse(s).HasValue), spelling =>
        {
            foreach (var part in ResourceFormatParser.Parse(spelling).Value.Parts)
            {
                var words = part.Type is not null ? Regex.Escape(part.Type) : part.Category switch
                {
                    FormatCategory.Document => "file|电子文件",
                    FormatCategory.Service => "api|接口",
                    _ => part.Category.ChineseName(),
                };
                Assert.Matches($"(?i){words}", spelling);
            }
        });
    }
}
