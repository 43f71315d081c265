using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Dashboard;

public static class DashboardPermissions
{
    /// <summary>See the figures of the grant's reach; which sections, the permissions of what they count decide.</summary>
    public static readonly Permission View = new("dashboard.view", "查看进展看板");

    public static readonly Permission Export = new("dashboard.export", "导出看板和简报");
}
