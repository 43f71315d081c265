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

    public string EntryName => PlannedEntry ?? Name;

    public static ProjectDataItem Of(Guid id, Guid projectId, int position, DataItemRow row)
    {
        var item = new ProjectDataItem { Id = id, ProjectId = projectId, Position = position };
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

    public static string KeyOf(string name)
    {
        var key = Catalogue.Import.NameKey.Of(name);
        return key.Length <= NameLimit ? key : key[..NameLimit];
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>An item as it is typed or imported.</summary>
public sealed record DataItemRow(string Name, string? Description, string? PlannedEntry);
