using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>One item of the data list that a project will make: pre-catalogued when the project is brought, matched to an entry before its acceptance.</summary>
public sealed class ProjectDataItem
{
    public const int NameLimit = 200;
    public const int TextLimit = 1000;

    private ProjectDataItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProjectId { get; private set; }

    public int Position { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string NameKey { get; private set; } = string.Empty;

    public string? Description { get; private set; }

    /// <summary>立项预编: the entry that is meant to be made of it; the item's own name where none is written.</summary>
    public string? PlannedEntry { get; private set; }

    /// <summary>Key of the entry's name, by which entries suggest themselves.</summary>
    public string EntryKey { get; private set; } = string.Empty;

    /// <summary>The entry it is matched to, whatever its revision.</summary>
    public Guid? LineageId { get; private set; }

    /// <summary>Added when the list had been replied to: nobody has decided on it, so the builder may take it back.</summary>
    public bool AddedLater { get; private set; }

    public string? ReleasedBy { get; private set; }

    public string? ReleasedByOrganisation { get; private set; }

    public string? ReleasedWhy { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public string EntryName => PlannedEntry ?? Name;

    /// <summary>核减; null for an item that is still to be made.</summary>
    public DataItemRelease? Release => ReleasedAt is { } at ? new DataItemRelease(Name, ReleasedBy!, ReleasedByOrganisation!, ReleasedWhy!, at) : null;

    public static ProjectDataItem Of(Guid id, Guid projectId, int position, DataItemRow row, bool addedLater = false)
    {
        var item = new ProjectDataItem { Id = id, ProjectId = projectId, Position = position, AddedLater = addedLater };
        item.Take(row);
        return item;
    }

    /// <summary>An empty cell changes nothing that is there.</summary>
    public bool Take(DataItemRow row)
    {
        var before = (Name, Description, PlannedEntry);
        (Name, Description, PlannedEntry) = (row.Name.Trim(), Kept(row.Description) ?? Description, Kept(row.PlannedEntry) ?? PlannedEntry);
        (NameKey, EntryKey) = (KeyOf(Name), KeyOf(EntryName));
        return before != (Name, Description, PlannedEntry);
    }

    public void Match(Guid? lineageId) => LineageId = lineageId;

    /// <summary>It stays in the list with who agreed and why; the entry it had is free for another item.</summary>
    public void LeaveOut(Actor actor, string why, DateTimeOffset now) =>
        (ReleasedBy, ReleasedByOrganisation, ReleasedWhy, ReleasedAt, LineageId) = (actor.Name, actor.OrganisationName, why, now, null);

    /// <summary>It is to be made after all; the entry is matched anew.</summary>
    public void TakeBack() => (ReleasedBy, ReleasedByOrganisation, ReleasedWhy, ReleasedAt) = (null, null, null, null);

    public static string KeyOf(string name)
    {
        var key = Catalogue.Import.NameKey.Of(name);
        return key.Length <= NameLimit ? key : key[..NameLimit];
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>An item as it is typed or imported.</summary>
public sealed record DataItemRow(string Name, string? Description, string? PlannedEntry);

/// <summary>J07: an approved item that the deciding authority agreed to leave out, who did, when and why.</summary>
public sealed record DataItemRelease(string Name, string By, string Organisation, string Why, DateTimeOffset At);
