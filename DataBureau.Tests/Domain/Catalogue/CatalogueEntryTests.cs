using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using DataBureau.Tests.Shared;

namespace DataBureau.Tests.Domain.Catalogue;

public sealed class CatalogueEntryTests
{
    public static TheoryData<CatalogueState> States => [.. Enum.GetValues<CatalogueState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Edit_State_OnlyDraftAndReturnedTakeIt(CatalogueState state)
    {
        var entry = Entries.In(state);
        var (before, version) = (entry.Content, entry.Version);

        var refusal = entry.Edit(before with { Abstract = "新的摘要" }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now);

        var editable = state is CatalogueState.Draft or CatalogueState.Returned;
        Assert.Equal(editable ? null : "NotEditable", refusal?.Code);
        Assert.Equal(editable ? ("新的摘要", version + 1) : (before.Abstract, version), (entry.Content.Abstract, entry.Version));
        if (!editable)
            Assert.Contains($"「{state.ChineseName()}」", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_ByWhom_OwnCompilerOrTheRegionsImporter()
    {
        var content = Contents.Complete("改名");
        Assert.Equal("NotPermitted", Entries.Draft().Edit(content, Actors.Of(Role.Liaison, Actors.Neighbour), CataloguePermissions.Compile, Entries.Now)?.Code);
        Assert.Equal("NotPermitted", Entries.Draft().Edit(content, Entries.Head, CataloguePermissions.Compile, Entries.Now)?.Code);
        Assert.Equal("NotPermitted", Entries.Draft().Edit(content, Actors.Of(Role.Reviewer, Actors.Neighbour, "350000"), CataloguePermissions.ImportForRegion, Entries.Now)?.Code);
        Assert.Null(Entries.Draft().Edit(content, Entries.Liaison, CataloguePermissions.Compile, Entries.Now));
        Assert.Null(Entries.Draft().Edit(content, Entries.Reviewer, CataloguePermissions.ImportForRegion, Entries.Now));
    }

    [Fact]
    public void Edit_Done_KeysFollowTheContent()
    {
        var entry = Entries.Draft();

        Assert.Null(entry.Edit(Contents.Complete("养老 机构（基本）信息") with { Code = "3060010101/000012" }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now.AddHours(1)));

        Assert.Equal(("3060010101/000012", Entries.Now.AddHours(1)), (entry.Code, entry.UpdatedAt));
        Assert.Equal(DataBureau.Domain.Catalogue.Import.NameKey.Of("养老机构(基本)信息"), entry.NameKey);
        Assert.Null(entry.Edit(entry.Content with { Code = " " }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now));
        Assert.Null(entry.Code);
    }

    [Fact]
    public void Code_Published_IsFrozenInTheRevision()
    {
        var published = Entries.In(CatalogueState.Published, Contents.Complete() with { Code = "3060010101/000012" });
        var revision = published.NextRevision(Guid.NewGuid(), Entries.Liaison, Entries.Now);

        var refusal = revision.Edit(revision.Content with { Code = "3060010101/000013" }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now);

        Assert.Equal("CodeFrozen", refusal?.Code);
        Assert.Equal("3060010101/000012", revision.Code);
        Assert.Equal("CodeFrozen", revision.Edit(revision.Content with { Code = null }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now)?.Code);
        Assert.Null(revision.Edit(revision.Content with { Abstract = "新的摘要" }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now));
    }

    [Fact]
    public void Code_NotYetPublished_MayChange() =>
        Assert.Null(Entries.In(CatalogueState.Returned, Contents.Complete() with { Code = "1/1" }).Edit(Contents.Complete() with { Code = "1/2" }, Entries.Liaison, CataloguePermissions.Compile, Entries.Now));

    [Fact]
    public void Limits_EachText_IsHeldToItsColumn()
    {
        foreach (var (key, content) in new (string, CatalogueContent)[]
        {
            (nameof(CatalogueContent.Name), Contents.Complete(new string('长', CatalogueContent.NameLimit + 1))),
            (nameof(CatalogueContent.Abstract), Contents.Complete() with { Abstract = new string('长', CatalogueContent.TextLimit + 1) }),
            (nameof(CatalogueContent.ClassificationPath), Contents.Complete() with { ClassificationPath = new string('长', 501) }),
            (nameof(CatalogueContent.Format), Contents.Complete() with { Format = new ResourceFormat([.. Enumerable.Range(0, 50).Select(n => new FormatPart(FormatCategory.Other, $"自定类型{n}"))]) }),
            (nameof(CatalogueContent.RelatedCodes), Contents.Complete() with { RelatedCodes = [.. Enumerable.Range(0, 445).Select(n => $"编号{n:000000}")] }),
            (nameof(CatalogueContent.ContactPhone), Contents.Complete() with { ContactPhone = new string('1', CatalogueContent.ShortLimit + 1) }),
        })
        {
            var refusal = Entries.Draft().Edit(content, Entries.Liaison, CataloguePermissions.Compile, Entries.Now);
            Assert.Equal(("TooLong", key), (refusal?.Code, refusal?.Details.Single().Field));
        }

        Assert.Null(CatalogueLimits.Check(Contents.Complete() with { Abstract = new string('长', CatalogueContent.TextLimit), Items = Items(CatalogueLimits.Items) }));
        // 444 codes of 8 letters and what stands between two of them.
        Assert.Null(CatalogueLimits.Check(Contents.Complete() with { RelatedCodes = [.. Enumerable.Range(0, 444).Select(n => $"编号{n:000000}")] }));
        Assert.Equal("TooManyItems", CatalogueLimits.Check(Contents.Complete() with { Items = Items(CatalogueLimits.Items + 1) })?.Code);
        Assert.Equal("NameRequired", CatalogueLimits.Check(Contents.Complete(" "))?.Code);
    }

    [Fact]
    public void Content_Equality_LooksIntoListsAndFormats()
    {
        Assert.Equal(Contents.Complete(), Contents.Complete());
        Assert.NotEqual(Contents.Complete(), Contents.Complete() with { Items = [new DataItem("机构名称")] });
        Assert.NotEqual(Contents.Complete(), Contents.Complete() with { RelatedCodes = ["1/1"] });
        // A property that the list of fields forgets would never be saved as a change.
        Assert.Equal(typeof(CatalogueContent).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal), CatalogueFields.All.Select(f => f.Key).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<DataItem> Items(int count) => [.. Enumerable.Range(1, count).Select(n => new DataItem($"信息项{n}"))];
}
