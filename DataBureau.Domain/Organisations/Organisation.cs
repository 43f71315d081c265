namespace DataBureau.Domain.Organisations;

/// <summary>What kind of body it is; the documents differ in whom they cover.</summary>
public enum OrganisationKind
{
    [ChineseName("政务部门")] GovernmentDepartment,
    [ChineseName("公益事业单位")] PublicInstitution,
    [ChineseName("公用企业")] PublicUtility,
    [ChineseName("人民政府")] Government,
    [ChineseName("其他")] Other,
}

/// <summary>Roles that regulations give to bodies. Names of regulators drift, even inside one document; the role does not.</summary>
[Flags]
public enum Responsibilities
{
    [ChineseName("无")] None = 0,
    [ChineseName("数据主管部门")] DataAuthority = 1,
    [ChineseName("政务信息管理部门")] GovInfoAuthority = 2,
    [ChineseName("工业和信息化主管部门")] IndustryAuthority = 4,
    [ChineseName("领导小组办公室")] LeadingGroupOffice = 8,
}

/// <summary>A public body. Abolished, never deleted: its cases keep naming it.</summary>
public sealed class Organisation
{
    public const int NameLimit = 200;

    public required Guid Id { get; init; }

    /// <summary>The 统一社会信用代码 where there is one, else a provisional code of ours that cannot be mistaken for one.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>Key for finding it by name whatever the punctuation and spaces.</summary>
    public required string NameKey { get; set; }

    public required OrganisationKind Kind { get; set; }

    public required string RegionCode { get; set; }

    public Responsibilities Responsibilities { get; set; }

    /// <summary>自有信息化机构: the scheme of chief data officers asks for it.</summary>
    public bool HasItOffice { get; set; }

    /// <summary>Why a code whose check digit disagrees is kept.</summary>
    public string? CodeOverrideReason { get; set; }

    public DateTimeOffset? AbolishedAt { get; set; }

    /// <summary>Who took over when it was abolished; null where nobody had to.</summary>
    public Guid? SuccessorId { get; set; }

    public int Version { get; set; } = 1;

    public bool IsProvisionalCode => Code.Length != 18;
}
