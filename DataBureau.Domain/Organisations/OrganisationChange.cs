using System.Collections.ObjectModel;

namespace DataBureau.Domain.Organisations;

/// <summary>机构调整: what a reform does to bodies.</summary>
public enum OrganisationChangeKind
{
    [ChineseName("更名")] Rename,

    /// <summary>Several bodies become one, a new one or one of them.</summary>
    [ChineseName("合并")] Merge,

    /// <summary>A body ends; its open work goes to its successor.</summary>
    [ChineseName("撤销")] Abolish,

    /// <summary>A responsibility goes to another body; both go on.</summary>
    [ChineseName("职责划转")] Transfer,
}

/// <summary>What a person fills in about a change.</summary>
public sealed record OrganisationChange
{
    public OrganisationChangeKind Kind { get; init; }

    /// <summary>The body that it begins with.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>The other bodies that are merged with it.</summary>
    public IReadOnlyList<Guid> Others { get; init; } = [];

    /// <summary>The body that takes over; null for a new one, for a change of name, or where nothing is left to take over.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>The new name: of the body itself, or of the new body that several become.</summary>
    public string? NewName { get; init; }

    public Responsibilities Duties { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public string DocumentNumber { get; init; } = "";

    public string? Remark { get; init; }

    /// <summary>Other names for entries that would otherwise lie twice under one name in the body that takes over, by their id.</summary>
    public IReadOnlyDictionary<Guid, string> NewNames { get; init; } = ReadOnlyDictionary<Guid, string>.Empty;

    /// <summary>The bodies that give up their work.</summary>
    public IReadOnlyList<Guid> Sources => [.. Others.Prepend(OrganisationId).Distinct().Where(id => id != SuccessorId)];

    public OrganisationChange Tidy() => this with
    {
        NewName = string.IsNullOrWhiteSpace(NewName) ? null : NewName.Trim(),
        DocumentNumber = DocumentNumber.Trim(),
        Remark = string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim(),
        NewNames = NewNames.Where(n => !string.IsNullOrWhiteSpace(n.Value)).ToDictionary(n => n.Key, n => n.Value.Trim()),
        Others = [.. Others.Distinct().Where(id => id != OrganisationId)],
        SuccessorId = Kind == OrganisationChangeKind.Rename ? null : SuccessorId,
    };
}
