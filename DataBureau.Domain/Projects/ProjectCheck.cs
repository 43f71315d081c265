using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>Finds what is missing or wrong in a project, field by field.</summary>
public static class ProjectCheck
{
    public const decimal LargestBudget = 100_000_000m;

    public static IEnumerable<RefusalDetail> Missing(ProjectContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Name))
            yield return new(nameof(content.Name), "请填写项目名称。");
        if (content.Budget is null)
            yield return new(nameof(content.Budget), "请填写预算。");
        if (content.StartOn is null)
            yield return new(nameof(content.StartOn), "请填写计划开工日期。");
        if (content.FinishOn is null)
            yield return new(nameof(content.FinishOn), "请填写计划完成日期。");
        if (string.IsNullOrWhiteSpace(content.Summary))
            yield return new(nameof(content.Summary), "请写明建设内容。");
    }

    /// <summary>J05: every needed capability has been compared, and the comparison says what follows from it.</summary>
    /// <param name="reuse">The reuse table.</param>
    /// <param name="register">What the register has of what the table names.</param>
    public static IEnumerable<RefusalDetail> Reuse(IReadOnlyList<ReuseRow> reuse, IReadOnlyList<RegisteredComponent> register)
    {
        if (reuse.Count == 0)
            yield return new(nameof(ProjectContent.Reuse), "复用检查表还是空的，请逐项填写需要的共性能力和复用结论。");
        foreach (var row in reuse)
        {
            if (row.Conclusion == ReuseConclusion.Open)
                yield return new(nameof(ProjectContent.Reuse), $"「{row.Capability}」还没有复用结论。");
            else if (row.Conclusion == ReuseConclusion.Reusable && Target(row, register) is { } open)
                yield return open;
            else if (row.Conclusion == ReuseConclusion.NotSufficient && string.IsNullOrWhiteSpace(row.Reason))
                yield return new(nameof(ProjectContent.Reuse), $"「{row.Capability}」不满足，请写明现有平台和组件为什么不能满足。");
        }
    }

    /// <summary>What is reused is in the register and in use, or is said to be in none.</summary>
    private static RefusalDetail? Target(ReuseRow row, IReadOnlyList<RegisteredComponent> register)
    {
        if (string.IsNullOrWhiteSpace(row.ComponentName))
            return ProjectRefusals.ReuseTargetMissing(row.Capability);
        // Typed in full it is as good as chosen: names are unique in a region's register.
        var key = NameKey.Of(row.ComponentName);
        var named = register.Where(c => row.ComponentId is { } id ? c.Id == id : c.NameKey == key).ToList();
        if (named.Exists(c => !c.Retired))
            return null;
        // Calling it unregistered brings nothing back that the register has as out of use.
        if (named.FirstOrDefault() is { } retired)
            return ProjectRefusals.ReuseRetired(row, retired.Name);
        return !row.Unregistered ? ProjectRefusals.ReuseNotRegistered(row) : string.IsNullOrWhiteSpace(row.Owner) ? ProjectRefusals.ReuseOwnerMissing(row) : null;
    }

    /// <summary>J11: each asked point is settled, where the work is handed to others.</summary>
    public static IEnumerable<RefusalDetail> Outsourcing(ProjectContent content, ProjectPolicy policy)
    {
        if (!content.Outsourced || policy.OutsourcingChecks.Count == 0)
            yield break;
        if (string.IsNullOrWhiteSpace(content.OutsourcedTo))
            yield return new(nameof(content.OutsourcedTo), "请填写受托单位。");
        foreach (var check in policy.OutsourcingChecks)
            if (content.Outsourcing.All(o => o.Check != check || string.IsNullOrWhiteSpace(o.Text)))
                yield return new(nameof(content.Outsourcing), $"请写明怎样保证「{check.ChineseName()}」。");
    }

    /// <summary>J06: announced components that nobody has registered.</summary>
    public static IEnumerable<string> Unregistered(Project project) => project.Content.NewComponents.Where(n => !project.Facts.RegisteredComponents.Contains(NameKey.Of(n)));

    public static Refusal? Limits(ProjectContent content)
    {
        (string Field, string? Text, int Limit)[] texts =
        [
            (nameof(content.Name), content.Name, Project.NameLimit),
            (nameof(content.Code), content.Code, Project.CodeLimit),
            (nameof(content.Summary), content.Summary, Project.TextLimit),
            (nameof(content.ContactName), content.ContactName, 50),
            (nameof(content.ContactPhone), content.ContactPhone, 50),
            (nameof(content.DeploymentReason), content.DeploymentReason, Project.LineLimit),
            (nameof(content.OutsourcedTo), content.OutsourcedTo, Project.NameLimit),
            (nameof(content.NoDataReason), content.NoDataReason, Project.LineLimit),
            .. content.Systems.SelectMany(s => new[] { (nameof(content.Systems), (string?)s.Name, Project.NameLimit), (nameof(content.Systems), s.Relation, Project.LineLimit) }),
            .. content.Reuse.SelectMany(r => new[] { (nameof(content.Reuse), (string?)r.Capability, Project.NameLimit), (nameof(content.Reuse), r.ComponentName, Project.NameLimit), (nameof(content.Reuse), r.Owner, Project.NameLimit), (nameof(content.Reuse), r.Reason, Project.LineLimit) }),
            .. content.Outsourcing.Select(o => (nameof(content.Outsourcing), o.Text, Project.LineLimit)),
            .. content.NewComponents.Select(n => (nameof(content.NewComponents), (string?)n, Project.NameLimit)),
        ];
        if (texts.FirstOrDefault(t => t.Text?.Length > t.Limit) is { Text: not null } tooLong)
            return ProjectRefusals.TooLong(tooLong.Field, ProjectFields.TitleOf(tooLong.Field)!, tooLong.Limit);
        if (string.IsNullOrWhiteSpace(content.Name))
            return ProjectRefusals.NameRequired();
        if (content.Budget is < 0 or > LargestBudget)
            return ProjectRefusals.BudgetRange();
        if (content is { StartOn: { } start, FinishOn: { } finish } && finish < start)
            return ProjectRefusals.PeriodBackwards();
        var twice = content.Reuse.GroupBy(r => NameKey.Of(r.Capability), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? null : ProjectRefusals.CapabilityTwice(twice.First().Capability);
    }

    /// <summary>J09: outside the government cloud, and not because of secrecy.</summary>
    public static bool NeedsDeploymentReason(ProjectContent content, JurisdictionPolicy policy) =>
        policy.Projects.GovernmentCloud && content.Deployment is Deployment.IndustryCloud or Deployment.Own && string.IsNullOrWhiteSpace(content.DeploymentReason);
}
