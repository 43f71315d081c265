using DataBureau.Domain.Catalogue;

namespace DataBureau.Domain.Projects;

/// <summary>What is wrong with one item of the data list.</summary>
public enum DataItemProblem
{
    [ChineseName("没有对应的目录条目")] NotMatched,
    [ChineseName("对应的目录条目已不存在")] EntryGone,
    [ChineseName("对应的目录条目不是本单位的")] EntryOfAnotherBody,
    [ChineseName("对应的目录条目还没有审核通过")] EntryNotApproved,
}

/// <summary>An item that keeps the project from being accepted.</summary>
public sealed record DataItemFinding(Guid ItemId, string Name, string EntryName, DataItemProblem Problem, Guid? EntryId, CatalogueState? EntryState)
{
    public string Sentence => Problem switch
    {
        DataItemProblem.EntryNotApproved => $"「{Name}」对应的目录条目目前是「{EntryState!.Value.ChineseName()}」，审核通过以后才算数。",
        DataItemProblem.EntryOfAnotherBody => $"「{Name}」对应的目录条目不是建设单位的，请改为对应本单位的条目。",
        DataItemProblem.EntryGone => $"「{Name}」对应的目录条目已不存在，请重新对应。",
        DataItemProblem.NotMatched => $"「{Name}」还没有对应的目录条目，请编制并对应。",
    };
}

/// <summary>An item with the lineage it is matched to.</summary>
public sealed record GateItem(Guid Id, string Name, string EntryName, Guid? LineageId);

/// <summary>A revision of an entry that some item is matched to.</summary>
public sealed record GateEntry(Guid LineageId, Guid Id, Guid ProviderId, CatalogueState State);

/// <summary>J07: every item of the data list has an approved entry of the builder, or the project is not accepted.</summary>
public static class AcceptanceGate
{
    public static bool Counts(CatalogueState state) => state is CatalogueState.Approved or CatalogueState.Published;

    public static IReadOnlyList<DataItemFinding> Check(Guid builder, IEnumerable<GateItem> items, IEnumerable<GateEntry> entries)
    {
        // Of several revisions the one that counts speaks for the entry; a change under way takes nothing away from it.
        var best = new Dictionary<Guid, GateEntry>();
        foreach (var entry in entries)
            if (!best.TryGetValue(entry.LineageId, out var other) || Rank(entry.State) > Rank(other.State))
                best[entry.LineageId] = entry;
        return [.. items.Select(i => Check(builder, i, i.LineageId is { } lineage ? best.GetValueOrDefault(lineage) : null)).OfType<DataItemFinding>()];
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
