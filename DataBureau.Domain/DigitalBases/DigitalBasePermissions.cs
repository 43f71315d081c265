using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.DigitalBases;

public static class DigitalBasePermissions
{
    public static readonly Permission View = new("digital-base.view", "查看县级数字底座");

    /// <summary>Apply for the own county, and report that the base is built.</summary>
    public static readonly Permission Apply = new("digital-base.apply", "申请县级数字底座");

    /// <summary>Sign off inside the applying body; what is signed off goes to the authority at once.</summary>
    public static readonly Permission SignOff = new("digital-base.sign-off", "审签县级数字底座申请");

    /// <summary>Take applications up, argue them, verify the connection and close the case.</summary>
    public static readonly Permission Handle = new("digital-base.handle", "办理县级数字底座");

    /// <summary>Give or refuse the consent.</summary>
    public static readonly Permission Decide = new("digital-base.decide", "决定县级数字底座");

    public static readonly Permission Export = new("digital-base.export", "导出县级数字底座");
}
