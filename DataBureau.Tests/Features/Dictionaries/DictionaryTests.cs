using DataBureau.Domain.Dictionaries;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Dictionaries;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Dictionaries;

[Trait("Category", "Service")]
public sealed class DictionaryTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Themes_WithoutAList_AreFreeThenChosenThenKept()
    {
        var free = Saved(await CreateAsync("自由填写的目录", "随便写的主题"));
        Done(await AsAsync(s => s.AddAsync(LocalList.Theme, "医疗卫生")));
        var rows = Done(await AsAsync(s => s.AddAsync(LocalList.Theme, "教育文化")));
        Assert.Equal(["医疗卫生", "教育文化"], rows.Select(r => r.Text));

        var refused = Assert.IsType<Outcome<CatalogueDetailView>.Refused>(await CreateAsync("字典之外的目录", "随便写的主题"));
        Assert.Equal("NotInDictionary", refused.Refusal.Code);
        Assert.Contains("医疗卫生、教育文化", refused.Refusal.Details.Single(d => d.Field == "Theme").Sentence, StringComparison.Ordinal);
        var chosen = Saved(await CreateAsync("字典之内的目录", "医疗卫生"));
        // What was written before the list was kept can stay.
        Saved(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.SaveAsync(free.Id, free.Version, free.Content with { Abstract = "改过的摘要。" })));

        rows = await AsAsync(s => s.ListAsync(LocalList.Theme, default));
        Assert.Equal([1, 0], rows.Select(r => r.Used));
        Assert.Equal("DictionaryItemUsed", Refused(await AsAsync(s => s.DeleteAsync(rows[0].Id, rows[0].Version))));
        rows = Done(await AsAsync(s => s.MoveAsync(rows[1].Id, rows[1].Version, up: true)));
        Assert.Equal(["教育文化", "医疗卫生"], rows.Select(r => r.Text));
        Done(await AsAsync(s => s.SwitchAsync(rows[1].Id, rows[1].Version, on: false)));
        Assert.Equal(["教育文化"], await AsAsync(s => s.WordsAsync(LocalList.Theme, default), "liaison"));
        Saved(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.SaveAsync(chosen.Id, chosen.Version, chosen.Content with { Abstract = "停用后仍可保存。" })));
        Done(await AsAsync(s => s.DeleteAsync(rows[0].Id, rows[0].Version)));
    }

    [Fact]
    public async Task Add_EmptyTooLongTakenOrAtOnce_RefusedInWords()
    {
        Assert.Equal("TextRequired", Refused(await AsAsync(s => s.AddAsync(LocalList.Classification, " "))));
        Assert.Equal("TextTooLong", Refused(await AsAsync(s => s.AddAsync(LocalList.Classification, new string('长', 501)))));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AsAsync(s => s.AddAsync(LocalList.Classification, "部门信息资源/教育"))));
        Assert.Single(outcomes.OfType<Outcome<IReadOnlyList<DictionaryRow>>.Done>());
        Assert.Equal("TextTaken", Refused(await AsAsync(s => s.AddAsync(LocalList.Classification, "部门信息资源 / 教育"))));
        var row = Assert.Single(await AsAsync(s => s.ListAsync(LocalList.Classification, default)));
        Assert.IsType<Outcome<IReadOnlyList<DictionaryRow>>.Conflict>(await AsAsync(s => s.SwitchAsync(row.Id, row.Version + 1, on: false)));
        Done(await AsAsync(s => s.DeleteAsync(row.Id, row.Version)));
    }

    [Theory]
    [InlineData("secadmin")]
    [InlineData("auditadmin")]
    [InlineData("liaison")]
    [InlineData("bureaulead")]
    public async Task Acts_WithoutThePermission_NothingIsFound(string who)
    {
        Assert.IsType<Outcome<IReadOnlyList<DictionaryRow>>.NotFound>(await AsAsync(s => s.AddAsync(LocalList.Theme, "不该加入"), who));
        Assert.Empty(await AsAsync(s => s.ListAsync(LocalList.Theme, default), who));
    }

    private static IReadOnlyList<DictionaryRow> Done(Outcome<IReadOnlyList<DictionaryRow>> outcome) => Assert.IsType<Outcome<IReadOnlyList<DictionaryRow>>.Done>(outcome).View;

    private static string Refused(Outcome<IReadOnlyList<DictionaryRow>> outcome) => Assert.IsType<Outcome<IReadOnlyList<DictionaryRow>>.Refused>(outcome).Refusal.Code;

    private static CatalogueDetailView Saved(Outcome<CatalogueDetailView> outcome) => Assert.IsType<Outcome<CatalogueDetailView>.Done>(outcome).View;

    private Task<Outcome<CatalogueDetailView>> CreateAsync(string name, string theme) => bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(Contents.Complete(name) with { Theme = theme }));

    private Task<T> AsAsync<T>(Func<DictionaryService, Task<T>> call, string who = "sysadmin") => bureau.AsAsync(who, call);
}
