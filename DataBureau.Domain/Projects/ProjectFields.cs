using System.Collections.Immutable;
using System.Globalization;

namespace DataBureau.Domain.Projects;

/// <summary>One field of a project: its title, the part it belongs to, and what it says in words.</summary>
public sealed record ProjectFieldInfo(string Key, string Title, ProjectParts Part, Func<ProjectContent, string?> Text);

public static class ProjectFields
{
    private const ProjectParts Throughout = ProjectParts.Content | ProjectParts.Progress;

    public static readonly ImmutableArray<ProjectFieldInfo> All =
    [
        new(nameof(ProjectContent.Name), "项目名称", ProjectParts.Content, c => c.Name),
        new(nameof(ProjectContent.Code), "项目代码", ProjectParts.Content, c => c.Code),
        new(nameof(ProjectContent.Budget), "预算（万元）", ProjectParts.Content, c => c.Budget?.ToString("0.##", CultureInfo.InvariantCulture)),
        new(nameof(ProjectContent.StartOn), "计划开工日期", ProjectParts.Content, c => Day(c.StartOn)),
        new(nameof(ProjectContent.FinishOn), "计划完成日期", ProjectParts.Content, c => Day(c.FinishOn)),
        new(nameof(ProjectContent.Summary), "建设内容", ProjectParts.Content, c => c.Summary),
        new(nameof(ProjectContent.ContactName), "联系人", Throughout, c => c.ContactName),
        new(nameof(ProjectContent.ContactPhone), "联系电话", Throughout, c => c.ContactPhone),
        new(nameof(ProjectContent.Deployment), "部署位置", ProjectParts.Content, c => c.Deployment.ChineseName()),
        new(nameof(ProjectContent.DeploymentReason), "不上政务云的说明", ProjectParts.Content, c => c.DeploymentReason),
        new(nameof(ProjectContent.Systems), "系统清单", Throughout, c => Join(c.Systems.Select(s => $"{s.Name}（{(s.Existing ? "既有" : "新建")}{(s.Relation is null ? null : "，" + s.Relation)}）"))),
        new(nameof(ProjectContent.Reuse), "复用检查", ProjectParts.Content, c => Join(c.Reuse.Select(r => $"{r.Capability}：{r.Conclusion.ChineseName()}{(r.Target() is { } target ? "，" + target : null)}{(r.Reason is null ? null : "，" + r.Reason)}"))),
        new(nameof(ProjectContent.NewComponents), "新建共性组件", Throughout, c => c.NewComponents.Count == 0 ? null : string.Join('、', c.NewComponents)),
        new(nameof(ProjectContent.Outsourced), "委托建设或运维", ProjectParts.Content, c => c.Outsourced ? "是" : "否"),
        new(nameof(ProjectContent.OutsourcedTo), "受托单位", ProjectParts.Content, c => c.OutsourcedTo),
        new(nameof(ProjectContent.Outsourcing), "委托运维检查", ProjectParts.Content, c => Join(c.Outsourcing.Where(o => o.Text is not null).Select(o => $"{o.Check.ChineseName()}：{o.Text}"))),
        new(nameof(ProjectContent.NoDataReason), "不形成数据的说明", ProjectParts.Content, c => c.NoDataReason),
    ];

    public static string? TitleOf(string key) => All.FirstOrDefault(f => f.Key == key)?.Title;

    /// <summary>The fields that say something else in the second content. Empty and missing are the same.</summary>
    public static IEnumerable<ProjectFieldInfo> Differences(ProjectContent before, ProjectContent after) =>
        All.Where(f => (f.Text(before) ?? string.Empty) != (f.Text(after) ?? string.Empty));

    private static string? Join(IEnumerable<string> rows) => string.Join('；', rows) is { Length: > 0 } text ? text : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
