using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Tests.Domain.Projects.ProjectCases;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>J07: the data list that was replied to is not shortened, renamed or matched away.</summary>
public sealed class DataListRulesTests
{
    private static readonly JurisdictionPolicy Province = PolicyLibrary.Embedded.For(Actors.Province);

    [Theory]
    [InlineData(ProjectState.Replied)]
    [InlineData(ProjectState.Building)]
    [InlineData(ProjectState.AcceptanceReturned)]
    public void RemoveOrRename_ItemOfTheReply_RefusedWithItsProvision(ProjectState state)
    {
        var (project, item) = (In(state), Item("床位数据"));

        foreach (var refusal in new[]
        {
            DataListRules.Remove(project, item, Province), DataListRules.Rewrite(project, item, new DataItemRow("床位", null, null), Province), DataListRules.Rewrite(project, item, new DataItemRow("床位数据", null, "补贴数据"), Province),
        })
        {
            Assert.Equal(("DataItemSettled", "J07"), (refusal?.Code, refusal?.Basis?.Mechanism));
            Assert.Contains("请批复机关同意核减", refusal!.Sentence, StringComparison.Ordinal);
        }

        Assert.Null(DataListRules.Rewrite(project, item, new DataItemRow("床位数据", "补充说明", null), Province));
    }

    [Fact]
    public void RemoveOrRename_BeforeTheReplyOrAddedLaterOrWhereNoRuleAsks_IsTheBuildersOwn()
    {
        var (building, later) = (In(ProjectState.Building), ProjectDataItem.Of(Guid.NewGuid(), Guid.NewGuid(), 2, new DataItemRow("补贴数据", null, null), addedLater: true));

        Assert.Null(DataListRules.Remove(Draft(), Item("床位数据"), Province));
        Assert.Null(DataListRules.Remove(building, later, Province));
        Assert.Null(DataListRules.Rewrite(building, later, new DataItemRow("补助数据", null, null), Province));
        Assert.Null(DataListRules.Remove(building, Item("床位数据"), PolicyLibrary.Embedded.For("350000")));
    }

    [Fact]
    public void Release_ByTheAuthorityThatReplied_MarksTheItemAndFreesItsEntry()
    {
        var (project, item) = (In(ProjectState.Building), Item("床位数据"));
        item.Match(Guid.NewGuid());
        var version = project.Version;

        Assert.Null(project.Release(item, " 床位改由民政部系统采集。 ", Context(Reviewer)));

        Assert.Equal(new DataItemRelease("床位数据", Reviewer.Name, Reviewer.OrganisationName, "床位改由民政部系统采集。", Entries.Now), item.Release);
        Assert.Equal((null, version + 1), (item.LineageId, project.Version));
        Assert.Equal("DataItemReleased", project.Release(item, "再核减。", Context(Reviewer))?.Code);
        Assert.Equal("DataItemReleased", DataListRules.Match(item, null, Province)?.Code);
        Assert.Equal("DataItemReleased", DataListRules.Rewrite(project, item, new DataItemRow("床位数据", "说明", null), Province)?.Code);
    }

    [Fact]
    public void Release_NotTheAuthoritysToGive_RefusedAndTheItemStays()
    {
        var item = Item("床位数据");
        var sender = new Actor(Guid.NewGuid(), "某人", Actors.Owner, "某单位", [.. new[] { Actors.Owner, Actors.Authority }.SelectMany(o => new[] { ProjectPermissions.Compile, ProjectPermissions.Reply }.Select(p => new Grant(p, o, Actors.Province, GrantScope.Organisation)))]);
        var own = In(ProjectState.Building);
        Assert.Null(own.Try(ProjectAction.AskAcceptance, sender));

        Assert.Equal("NotPermitted", In(ProjectState.Building).Release(item, "不再形成。", Context(Builder))?.Code);
        Assert.Equal("NotPermitted", In(ProjectState.Building).Release(item, "不再形成。", Context(Head))?.Code);
        Assert.Equal("OwnSubmission", own.Release(item, "不再形成。", Context(sender))?.Code);
        Assert.Equal("DataItemReleaseWhy", In(ProjectState.Building).Release(item, " ", Context(Reviewer))?.Code);
        Assert.Equal("DataItemNothingToRelease", In(ProjectState.PendingReply).Release(item, "不再形成。", Context(Reviewer))?.Code);
        Assert.Equal("DataItemNothingToRelease", In(ProjectState.Accepted).Release(item, "不再形成。", Context(Reviewer))?.Code);
        Assert.Equal("DataItemNotSettled", In(ProjectState.Building).Release(ProjectDataItem.Of(Guid.NewGuid(), Guid.NewGuid(), 1, new DataItemRow("补贴数据", null, null), addedLater: true), "不再形成。", Context(Reviewer))?.Code);
        Assert.Null(item.Release);
    }

    [Theory]
    [InlineData(ProjectState.Replied)]
    [InlineData(ProjectState.Building)]
    [InlineData(ProjectState.PendingAcceptance)]
    [InlineData(ProjectState.AcceptanceReturned)]
    public void Restore_BeforeTheAcceptance_AsksForTheItemAgain(ProjectState state)
    {
        var (project, item) = (In(state), Item("床位数据"));
        Assert.Null(project.Release(item, "改由部系统采集。", Context(Reviewer)));
        var version = project.Version;

        Assert.Null(project.Restore(item, "部系统不再采集。", Context(Reviewer)));

        Assert.Equal((null, version + 1), (item.Release, project.Version));
        Assert.Null(DataListRules.Match(item, null, Province));
        Assert.Null(project.Release(item, "再核减。", Context(Reviewer)));
    }

    [Fact]
    public void Restore_NotTheAuthoritysToGiveOrTooLate_RefusedAndTheItemStaysLeftOut()
    {
        var (project, item) = (In(ProjectState.Building), Item("床位数据"));
        Assert.Equal("DataItemNotReleased", project.Restore(item, "再要。", Context(Reviewer))?.Code);
        Assert.Null(project.Release(item, "改由部系统采集。", Context(Reviewer)));

        Assert.Equal("NotPermitted", project.Restore(item, "再要。", Context(Builder))?.Code);
        Assert.Equal("DataItemRestoreWhy", project.Restore(item, " ", Context(Reviewer))?.Code);
        Assert.Equal("CommentTooLong", project.Restore(item, new string('长', HistoryEntry.CommentLimit + 1), Context(Reviewer))?.Code);
        Assert.Equal("DataItemNothingToRelease", In(ProjectState.Accepted).Restore(item, "再要。", Context(Reviewer))?.Code);
        Assert.NotNull(item.Release);
    }

    [Fact]
    public void Match_EntryOfAnotherItem_RefusedAndNamesIt()
    {
        var refusal = DataListRules.Match(Item("补贴数据"), "床位数据", Province)!;

        Assert.Equal(("DataItemEntryTaken", "J07"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains("已对应「床位数据」", refusal.Sentence, StringComparison.Ordinal);
        Assert.Null(DataListRules.Match(Item("补贴数据"), null, Province));
    }

    [Fact]
    public void Gate_SeveralItemsWithOneEntry_FindsAllButTheFirstAndNamesIt()
    {
        var lineage = Guid.NewGuid();
        GateItem[] items = [new(Guid.NewGuid(), "床位数据", "床位数据", lineage), new(Guid.NewGuid(), "补贴数据", "补贴数据", lineage), new(Guid.NewGuid(), "机构数据", "机构数据", lineage)];

        var findings = AcceptanceGate.Check(Actors.Owner, items, [Published(lineage, "床位数据")]);

        Assert.Equal([items[1].Id, items[2].Id], findings.Select(f => f.ItemId));
        Assert.All(findings, f => Assert.Equal((DataItemProblem.EntryShared, "床位数据"), (f.Problem, f.SharedWith)));
        Assert.Contains("与「床位数据」对应了同一条目录", findings[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_ReleasedItem_AsksForNoEntry()
    {
        GateItem item = new(Guid.NewGuid(), "床位数据", "床位数据", null);

        Assert.Empty(AcceptanceGate.Check(Actors.Owner, [item with { IsReleased = true }], []));
        Assert.Single(AcceptanceGate.Check(Actors.Owner, [item], []));
    }

    [Fact]
    public void Gate_EntryOfAnotherName_BarsNothingAndIsPointedOut()
    {
        var (like, unlike) = (Guid.NewGuid(), Guid.NewGuid());
        GateItem[] items = [new(Guid.NewGuid(), "床位", "养老床位数据", like), new(Guid.NewGuid(), "补贴数据", "补贴数据", unlike)];
        GateEntry[] entries = [Published(like, "养老床位数据 "), Published(unlike, "车辆年检信息")];

        Assert.Empty(AcceptanceGate.Check(Actors.Owner, items, entries));
        Assert.Equal([new DataItemDifference(items[1].Id, "补贴数据", "补贴数据", "车辆年检信息")], AcceptanceGate.Differing(items, entries));
    }

    private static GateEntry Published(Guid lineage, string name) => new(lineage, Guid.NewGuid(), Actors.Owner, CatalogueState.Published, name);

    private static ProjectDataItem Item(string name) => ProjectDataItem.Of(Guid.NewGuid(), Guid.NewGuid(), 1, new DataItemRow(name, null, null));

    private static GuardContext Context(Actor actor) => new(actor, Province, Entries.Now);
}
