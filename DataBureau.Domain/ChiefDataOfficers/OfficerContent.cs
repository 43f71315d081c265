namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>What is said of an appointment. Of the person only what the post needs: name, office, telephone.</summary>
public sealed record OfficerContent
{
    public string PersonName { get; init; } = string.Empty;

    /// <summary>职务 in the unit.</summary>
    public string? Office { get; init; }

    public PersonRank? Rank { get; init; }

    public string? Phone { get; init; }

    /// <summary>代理: holds the post until somebody is chosen.</summary>
    public bool Acting { get; init; }

    /// <summary>Other posts of the kind that the person holds elsewhere; or that it is another person of the same name.</summary>
    public string? OtherPosts { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    /// <summary>First day in office.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day of the term; null where none is set.</summary>
    public DateOnly? TermEndsOn { get; init; }
}

/// <summary>The parts of an appointment that can be changed in a state.</summary>
[Flags]
public enum OfficerParts
{
    [ChineseName("无")] None = 0,

    /// <summary>Office, telephone, other posts.</summary>
    [ChineseName("联系信息")] Contact = 1,

    /// <summary>Name, rank, acting.</summary>
    [ChineseName("任职人员")] Person = 2,

    /// <summary>Number and date of the document, end of the term.</summary>
    [ChineseName("任命文件")] Document = 4,

    /// <summary>The first day: fixed with the appointment, since a predecessor's last day hangs on it.</summary>
    [ChineseName("任职日期")] Start = 8,
}
