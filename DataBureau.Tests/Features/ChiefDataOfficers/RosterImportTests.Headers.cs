using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using DataBureau.Web.Features.Imports;
using static DataBureau.Tests.Features.ChiefDataOfficers.RosterKit;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Rosters whose header no word tells.</summary>
public sealed partial class RosterImportTests
{
    [Fact]
    public async Task Check_StrangeHeaders_AskedForThenReadAndRememberedForTheNextFile()
    {
        var person = Person();
        string File(string who) => Path.ChangeExtension(Csv(), ".x.csv") is var path && Write(path, "编制单位情况\n序,机关,数据工作角色,何人,层次,函号,签发,起,收件号\n1,山西省交通运输厅,数据专员," + who + ",内设机构负责人,晋交任1号,2024-03-01,2024-03-01,晋备77\n") ? path : path;
        var file = File(person);
        var (report, refusal) = await _kit.RunAsync(file, accept: null);
        Assert.Equal("HeaderMissing", refusal?.Code);
        var layout = Assert.Single(report!.Layouts);
        Assert.Equal((2, "机关"), (layout.Header.Row, layout.Header.Titles[1]));

        var choices = RosterChoices.Usual.With(layout.Header.Fingerprint, new Dictionary<int, RosterField?>
        {
            [1] = RosterField.UnitName, [2] = RosterField.Post, [3] = RosterField.PersonName, [4] = RosterField.Rank, [5] = RosterField.DocumentNumber, [6] = RosterField.DocumentDate, [7] = RosterField.EffectiveFrom, [8] = RosterField.FilingNumber,
        });
        var (done, again) = await _kit.RunAsync(file, accept: ImportAcceptance.All, choices: choices);
        Assert.Null(again?.Sentence);
        Assert.Equal((1, true), (done!.Counts.Imported, done.Done));

        var (next, none) = await _kit.RunAsync(File(person), accept: null);
        Assert.Null(none);
        Assert.True(Assert.Single(next!.Layouts).Remembered);
        Assert.Equal(1, next.Counts.Unchanged);

        static bool Write(string path, string text)
        {
            System.IO.File.WriteAllText(path, text, new System.Text.UTF8Encoding(true));
            return true;
        }
    }

    [Fact]
    public async Task Check_AnotherRowIsTheHeader_ReadAsThePersonSays()
    {
        var person = Person();
        var path = Path.ChangeExtension(Csv(), ".y.csv");
        await File.WriteAllTextAsync(path, $"本表,由,某处,于,年初,编制,请勿外传\n机关,数据工作角色,何人,层次,函号,签发,起\n山西省民政厅,数据专员,{person},内设机构负责人,晋民任1号,2024-03-01,2024-03-01\n", new System.Text.UTF8Encoding(true));
        var (report, _) = await _kit.RunAsync(path, RosterMode.Nominations, accept: null);
        var guessed = Assert.Single(report!.Layouts);
        Assert.Equal(1, guessed.Header.Row);

        var header = RosterHeader.At(2, guessed.Top[1]);
        var choices = RosterChoices.Usual.With(guessed.Header.Fingerprint, new Dictionary<int, RosterField?>())
            .With(header.Fingerprint, new Dictionary<int, RosterField?> { [0] = RosterField.UnitName, [1] = RosterField.Post, [2] = RosterField.PersonName, [3] = RosterField.Rank }, guessed.Header.Fingerprint);
        var (read, refusal) = await _kit.RunAsync(path, RosterMode.Nominations, accept: null, choices: choices);

        Assert.Null(refusal?.Sentence);
        Assert.Equal((2, 1), (Assert.Single(read!.Layouts).Header.Row, read.Counts.Rows));
    }
}
