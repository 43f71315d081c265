using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Access;

public static class WorkbenchPermissions
{
    /// <summary>Take one's own to-do, done, started and copied lists away. Everyone with a business role; what is in them is each feature's own scope.</summary>
    public static readonly Permission Export = new("workbench.export", "导出工作台");
}
