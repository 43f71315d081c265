using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

public static class ConsultationPermissions
{
    public static readonly Permission View = new("consultation.view", "查看会商");

    /// <summary>Convene for the own body: a wider scope lets one look, not act in another body's name.</summary>
    public static readonly Permission Convene = new("consultation.convene", "组织会商");

    /// <summary>Give the opinion of the own body where it is invited, countersign the minutes for it, and report what it was given to do.</summary>
    public static readonly Permission Answer = new("consultation.answer", "反馈会商意见");

    public static readonly Permission Export = new("consultation.export", "导出会商");
}
