using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>What is on the page while a change is filled in, and what the last preview said about each field.</summary>
public sealed class OrganisationChangeForm
{
    public OrganisationChangeKind? Kind { get; set; }

    public string? NewName { get; set; }

    /// <summary>Several become a new body, rather than one that there is.</summary>
    public bool IntoNew { get; set; } = true;

    public List<(Guid Id, string Name)> Others { get; } = [];

    public Guid? SuccessorId { get; set; }

    public Responsibilities Duties { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Remark { get; set; }

    /// <summary>Other names for what clashes, by its id.</summary>
    public Dictionary<Guid, string?> NewNames { get; } = [];

    public IReadOnlyList<RefusalDetail> Wrong { get; set; } = [];

    public string? MessageOf(string field) => string.Concat(Wrong.Where(w => w.Field == field).Select(w => w.Sentence)) is { Length: > 0 } sentence ? sentence : null;

    public OrganisationChange ToChange(Guid organisationId)
    {
        var merge = Kind == OrganisationChangeKind.Merge;
        return new OrganisationChange
        {
            Kind = Kind ?? OrganisationChangeKind.Rename,
            OrganisationId = organisationId,
            Others = merge ? [.. Others.Select(o => o.Id)] : [],
            SuccessorId = merge && IntoNew ? null : SuccessorId,
            NewName = Kind == OrganisationChangeKind.Rename || (merge && IntoNew) ? NewName : null,
            Duties = Kind == OrganisationChangeKind.Transfer ? Duties : Responsibilities.None,
            EffectiveOn = EffectiveOn,
            DocumentNumber = DocumentNumber ?? "",
            Remark = Remark,
            NewNames = NewNames.Where(n => n.Value is not null).ToDictionary(n => n.Key, n => n.Value!),
        };
    }
}
