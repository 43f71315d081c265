using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Plans;

public static class PlanPermissions
{
    public static readonly Permission View = new("plan.view", "查看规划与备案");

    /// <summary>Draft, file and publish the own body's plans.</summary>
    public static readonly Permission Draft = new("plan.draft", "编制规划");

    /// <summary>Sign off inside the drafting body before a plan goes to the government.</summary>
    public static readonly Permission SignOff = new("plan.sign-off", "审签规划");

    /// <summary>Receive what is filed with the own body: accept, or say what is missing.</summary>
    public static readonly Permission Receive = new("plan.receive", "受理备案");

    /// <summary>Record a filing under a number, or refuse it.</summary>
    public static readonly Permission Record = new("plan.record", "办理备案");

    public static readonly Permission Export = new("plan.export", "导出规划与备案");
}
