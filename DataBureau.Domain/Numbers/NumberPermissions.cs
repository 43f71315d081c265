using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Numbers;

public static class NumberPermissions
{
    public static readonly Permission View = new("numbers.view", "查看编号台账");

    /// <summary>Reserve and void. To issue takes no right of its own: the act on the case that does it is permitted or not.</summary>
    public static readonly Permission Manage = new("numbers.manage", "管理编号");
}
