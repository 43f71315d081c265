using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

public static class OfficerPermissions
{
    public static readonly Permission View = new("chief-data-officer.view", "查看首席数据官");

    /// <summary>Nominate people of the own body and file their appointments.</summary>
    public static readonly Permission Nominate = new("chief-data-officer.nominate", "提名首席数据官");

    /// <summary>Appoint and remove in the own body.</summary>
    public static readonly Permission Appoint = new("chief-data-officer.appoint", "任免首席数据官");

    /// <summary>Receive what is filed with the own body: accept, or say what is missing.</summary>
    public static readonly Permission Receive = new("chief-data-officer.receive", "受理任职报备");

    /// <summary>Record an appointment under a number, or refuse it.</summary>
    public static readonly Permission Record = new("chief-data-officer.record", "办理任职备案");

    /// <summary>See telephone numbers in full; every look is audited.</summary>
    public static readonly Permission Unmask = new("chief-data-officer.unmask", "查看首席数据官完整号码");

    public static readonly Permission Export = new("chief-data-officer.export", "导出首席数据官");

    /// <summary>Take in a roster of the grant's region: nominations on behalf of units, and appointments filed on paper.</summary>
    public static readonly Permission Import = new("chief-data-officer.import", "导入首席数据官名册");
}
