using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ImplementationPlans;

public static class ImplementationPlanPermissions
{
    public static readonly Permission View = new("implementation-plan.view", "查看实施方案备案");

    /// <summary>Draft the own department's implementation plans, and answer notices of supplement.</summary>
    public static readonly Permission Draft = new("implementation-plan.draft", "填报实施方案");

    /// <summary>Sign off inside the department; what is signed off is filed at once.</summary>
    public static readonly Permission SignOff = new("implementation-plan.sign-off", "审签实施方案");

    /// <summary>Receive what is filed with the own body: accept, or say what is missing.</summary>
    public static readonly Permission Receive = new("implementation-plan.receive", "受理实施方案备案");

    /// <summary>Record a filing under a number, or refuse it.</summary>
    public static readonly Permission Record = new("implementation-plan.record", "办理实施方案备案");

    public static readonly Permission Export = new("implementation-plan.export", "导出实施方案备案");
}
