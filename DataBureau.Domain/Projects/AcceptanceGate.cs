using DataBureau.Domain.Catalogue;

namespace DataBureau.Domain.Projects;

/// <summary>What is wrong with one item of the data list.</summary>
public enum DataItemProblem
{
    [ChineseName("没有对应的目录条目")] NotMatched,
    [ChineseName("对应的目录条目已不存在")] EntryGone,
    [ChineseName("对应的目录条目不是本单位的")] EntryOfAnotherBody,
    [ChineseName("对应的目录条目还没有审核通过")] EntryNotApproved,

    /// <summary>One entry stands for one item: two items with one entry are one item too few in the catalogue.</summary>
    [ChineseName("对应的目录条目已用于另一项")] EntryShared,
}

/// <summary>An item that keeps the project from being accepted.</summary>
public sealed record DataItemFinding(Guid ItemId, string Name, string EntryName, DataItemProblem Problem, Guid? EntryId, CatalogueState? EntryState)
{
    /// <summary>The item that has the entry already, where that is the problem.</summary>
    public string? SharedWith { get; init; }

    public string Sentence => Problem switch
    {
        DataItemProblem.EntryShared => $"「{Name}」与「{SharedWith}」对应了同一条目录，一条目录只能对应一项，请为它另行编制并对应。",
        DataItemProblem.EntryNotApproved => $"「{Name}」对应的目录条目目前是「{EntryState!.Value.ChineseName()}」，审核通过以后才算数。",
        DataItemProblem.EntryOfAnotherBody => $"「{Name}」对应的目录条目不是建设单位的，请改为对应本单位的条目。",
        DataItemProblem.EntryGone => $"「{Name}」对应的目录条目已不存在，请重新对应。",
        DataItemProblem.NotMatched => $"「{Name}」还没有对应的目录条目，请编制并对应。",
    };
}

/// <summary>An item with the lineage it is matched to; what was agreed to be left out asks for none.</summary>
public sealed record GateItem(Guid Id, string Name, string EntryName, Guid? LineageId, bool IsReleased = false);

/// <summary>A revision of an entry that some item is matched to.</summary>
public sealed record GateEntry(Guid LineageId, Guid Id, Guid ProviderId, CatalogueState State, string Name);

/// <summary>An item whose entry has another name than was planned: allowed, and for whoever accepts the project to look at.</summary>
public sealed record DataItemDifference(Guid ItemId, string Name, string Planned, string EntryName);

/// <summary>J07: every item of the data list has an approved entry of the builder, or the project is not accepted.</summary>
public static class AcceptanceGate
{
    public static bool Counts(CatalogueState state) => state is CatalogueState.Approved or CatalogueState.Published;

    public static IReadOnlyList<DataItemFinding> Check(Guid builder, IEnumerable<GateItem> items, IEnumerable<GateEntry> entries)
    {
        var (best, holders, findings) = (Best(entries), new Dictionary<Guid, GateItem>(), new List<DataItemFinding>());
        foreach (var item in items.Where(i => !i.IsReleased))
        {
            var entry = item.LineageId is { } matched ? best.GetValueOrDefault(matched) : null;
            // The first item of the list keeps the entry; those after it need one of their own.
            if (item.LineageId is { } lineage && !holders.TryAdd(lineage, item))
                findings.Add(new DataItemFinding(item.Id, item.Name, item.EntryName, DataItemProblem.EntryShared, entry?.Id, entry?.State) { SharedWith = holders[lineage].Name });
            else if (Check(builder, item, entry) is { } finding)
                findings.Add(finding);
        }

        return findings;
    }

    /// <summary>Matches to entries of another name than was planned. They bar nothing: names do change; but somebody has to see them.</summary>
    public static IReadOnlyList<DataItemDifference> Differing(IEnumerable<GateItem> items, IEnumerable<GateEntry> entries)
    {
        var best = Best(entries);
        return [.. items.Where(i => !i.IsReleased).Select(i => (Item: i, Entry: i.LineageId is { } lineage ? best.GetValueOrDefault(lineage) : null))
            .Where(x => x.Entry is not null && ProjectDataItem.KeyOf(x.Entry.Name) != ProjectDataItem.KeyOf(x.Item.EntryName))
            .Select(x => new DataItemDifference(x.Item.Id, x.Item.Name, x.Item.EntryName, x.Entry!.Name))];
    }

    /// <summary>Of several revisions the one that counts speaks for the entry; a change under way takes nothing away from it.</summary>
    private static Dictionary<Guid, GateEntry> Best(IEnumerable<GateEntry> entries)
    {
        var best = new Dictionary<Guid, GateEntry>();
        foreach (var entry in entries)
            if (!best.TryGetValue(entry.LineageId, out var other) || Rank(entry.State) > Rank(other.State))
                best[entry.LineageId] = entry;
        return best;
    }

    private static DataItemFinding? Check(Guid builder, GateItem item, GateEntry? entry)
    {
        var problem = (item.LineageId, entry) switch
        {
            (null, _) => DataItemProblem.NotMatched,
            (_, null) => DataItemProblem.EntryGone,
            (_, { } e) when e.ProviderId != builder => DataItemProblem.EntryOfAnotherBody,
            (_, { } e) when !Counts(e.State) => DataItemProblem.EntryNotApproved,
            _ => (DataItemProblem?)null,
        };
        return problem is { } p ? new DataItemFinding(item.Id, item.Name, item.EntryName, p, entry?.Id, entry?.State) : null;
    }

    private static int Rank(CatalogueState state) => state switch
    {
        CatalogueState.Published => 4,
        CatalogueState.Approved => 3,
        CatalogueState.Superseded or CatalogueState.Discarded => 0,
        CatalogueState.Retired => 1,
        _ => 2,
    };
}
