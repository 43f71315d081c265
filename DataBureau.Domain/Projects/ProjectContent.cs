namespace DataBureau.Domain.Projects;

/// <summary>J09: where the project's systems run.</summary>
public enum Deployment
{
    [ChineseName("未填写")] Unknown,
    [ChineseName("政务云")] GovernmentCloud,
    [ChineseName("行业云")] IndustryCloud,
    [ChineseName("自建机房或其他")] Own,
    [ChineseName("涉密，不上云")] Classified,
}

/// <summary>J05: what the comparison with what exists has shown.</summary>
public enum ReuseConclusion
{
    [ChineseName("未填写")] Open,
    [ChineseName("可复用")] Reusable,
    [ChineseName("不满足")] NotSufficient,
}

/// <summary>J05: one needed capability, compared with the register.</summary>
/// <param name="Capability">What is needed: 统一身份认证.</param>
/// <param name="Conclusion">Whether something that exists will do.</param>
/// <param name="ComponentId">What is reused, as it was chosen from the register.</param>
/// <param name="ComponentName">Its name, also where it is not in the register.</param>
/// <param name="Reason">Why what exists will not do.</param>
public sealed record ReuseRow(string Capability, ReuseConclusion Conclusion, Guid? ComponentId, string? ComponentName, string? Reason)
{
    /// <summary>未登记平台: the builder says that what is reused is in no register, so that nobody looks for it there.</summary>
    public bool Unregistered { get; init; }

    /// <summary>Whose platform it is; asked of what is in no register.</summary>
    public string? Owner { get; init; }

    /// <summary>What is reused in words, as forms and lists say it.</summary>
    public string? Target() => ComponentName is null || !Unregistered ? ComponentName : $"{ComponentName}（未登记平台，所属单位：{Owner ?? "未填写"}）";
}

/// <summary>J08: a system that is built, or one that exists already and how the two are joined.</summary>
public sealed record ProjectSystem(string Name, bool Existing, string? Relation);

/// <summary>J11: how one of the asked points is settled with the contractor.</summary>
public sealed record OutsourcingAnswer(OutsourcingCheck Check, string? Text);

/// <summary>What a project says of itself, as the builder fills it in.</summary>
public sealed record ProjectContent
{
    public string Name { get; init; } = string.Empty;

    /// <summary>项目代码, as text: it may begin with zeros and have more digits than a number keeps.</summary>
    public string? Code { get; init; }

    /// <summary>万元.</summary>
    public decimal? Budget { get; init; }

    public DateOnly? StartOn { get; init; }

    public DateOnly? FinishOn { get; init; }

    public string? Summary { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public Deployment Deployment { get; init; }

    public string? DeploymentReason { get; init; }

    public bool Outsourced { get; init; }

    public string? OutsourcedTo { get; init; }

    /// <summary>Why the project makes no data; then its data list may be empty.</summary>
    public string? NoDataReason { get; init; }

    public IReadOnlyList<ProjectSystem> Systems { get; init; } = [];

    public IReadOnlyList<ReuseRow> Reuse { get; init; } = [];

    public IReadOnlyList<OutsourcingAnswer> Outsourcing { get; init; } = [];

    /// <summary>J06: shared components that the project will build.</summary>
    public IReadOnlyList<string> NewComponents { get; init; } = [];
}
