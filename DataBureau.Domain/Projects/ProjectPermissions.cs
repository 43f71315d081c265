using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

public static class ProjectPermissions
{
    public static readonly Permission View = new("project.view", "查看项目");

    /// <summary>Draft, submit and carry out the own body's projects; register its shared components.</summary>
    public static readonly Permission Compile = new("project.compile", "编报项目");

    public static readonly Permission SignOff = new("project.sign-off", "审签项目");

    /// <summary>Make the own body's annual construction plan.</summary>
    public static readonly Permission Plan = new("project.plan", "编制年度建设计划");

    /// <summary>Judge whether a project has 信息化 content.</summary>
    public static readonly Permission Judge = new("project.judge", "判定信息化内容");

    public static readonly Permission Reply = new("project.reply", "批复项目");

    public static readonly Permission Accept = new("project.accept", "组织项目验收");

    /// <summary>Take shared components under unified management, and out of it.</summary>
    public static readonly Permission Manage = new("project.component", "纳管共性组件");

    public static readonly Permission Export = new("project.export", "导出项目");
}
