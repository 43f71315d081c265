using System.Collections.Immutable;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Access;

/// <summary>What a person does in an organisation. A person may have several, in several organisations.</summary>
public enum Role
{
    /// <summary>Compiles catalogues, files plans, answers consultations for a department.</summary>
    [ChineseName("部门联络员")] Liaison,

    /// <summary>Signs off inside the department.</summary>
    [ChineseName("部门负责人")] DepartmentHead,

    /// <summary>Works the bureau's review queue.</summary>
    [ChineseName("数据局审核员")] Reviewer,

    /// <summary>Leads the bureau: may review and publish, and sees the whole region.</summary>
    [ChineseName("数据局领导")] BureauLead,

    /// <summary>Leadership outside the bureau: looks, drills down, exports.</summary>
    [ChineseName("领导")] Leader,

    /// <summary>The counterpart in consultations.</summary>
    [ChineseName("政务信息管理部门经办人")] GovInfoOfficer,

    /// <summary>Receives what is filed with the body: plans, implementation plans, appointments.</summary>
    [ChineseName("备案经办人")] FilingOfficer,

    [ChineseName("系统管理员")] SystemAdmin,
    [ChineseName("安全管理员")] SecurityAdmin,
    [ChineseName("审计管理员")] AuditAdmin,
}

public static class Roles
{
    /// <summary>What a role may do, feature by feature.</summary>
    private static readonly (Role Role, Permission[] Permissions)[] Rows =
    [
        (Role.Liaison, [CataloguePermissions.View, CataloguePermissions.Compile, CataloguePermissions.Export]),
        (Role.DepartmentHead, [CataloguePermissions.View, CataloguePermissions.SignOff, CataloguePermissions.Export]),
        (Role.Reviewer, [CataloguePermissions.View, CataloguePermissions.Review, CataloguePermissions.Publish, CataloguePermissions.Retire, CataloguePermissions.ImportForRegion, CataloguePermissions.Export]),
        (Role.BureauLead, [CataloguePermissions.View, CataloguePermissions.Review, CataloguePermissions.Publish, CataloguePermissions.Retire, CataloguePermissions.Export]),
        (Role.Leader, [CataloguePermissions.View, CataloguePermissions.Export]),
        (Role.GovInfoOfficer, [CataloguePermissions.View, CataloguePermissions.Export]),

        (Role.Liaison, [PlanPermissions.View, PlanPermissions.Draft, PlanPermissions.Export]),
        (Role.DepartmentHead, [PlanPermissions.View, PlanPermissions.SignOff, PlanPermissions.Export]),
        (Role.Reviewer, [PlanPermissions.View, PlanPermissions.Receive, PlanPermissions.Record, PlanPermissions.Export]),
        (Role.BureauLead, [PlanPermissions.View, PlanPermissions.Receive, PlanPermissions.Record, PlanPermissions.Export]),
        (Role.FilingOfficer, [PlanPermissions.View, PlanPermissions.Receive, PlanPermissions.Record, PlanPermissions.Export]),
        (Role.Leader, [PlanPermissions.View, PlanPermissions.Export]),
        (Role.GovInfoOfficer, [PlanPermissions.View, PlanPermissions.Export]),

        (Role.Liaison, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.Draft, ImplementationPlanPermissions.Export]),
        (Role.DepartmentHead, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.SignOff, ImplementationPlanPermissions.Export]),
        (Role.Reviewer, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.Receive, ImplementationPlanPermissions.Record, ImplementationPlanPermissions.Export]),
        (Role.BureauLead, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.Receive, ImplementationPlanPermissions.Record, ImplementationPlanPermissions.Export]),
        (Role.FilingOfficer, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.Receive, ImplementationPlanPermissions.Record, ImplementationPlanPermissions.Export]),
        (Role.Leader, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.Export]),
        (Role.GovInfoOfficer, [ImplementationPlanPermissions.View, ImplementationPlanPermissions.Export]),

        (Role.Liaison, [DigitalBasePermissions.View, DigitalBasePermissions.Apply, DigitalBasePermissions.Export]),
        (Role.DepartmentHead, [DigitalBasePermissions.View, DigitalBasePermissions.SignOff, DigitalBasePermissions.Export]),
        (Role.Reviewer, [DigitalBasePermissions.View, DigitalBasePermissions.Handle, DigitalBasePermissions.Export]),
        (Role.BureauLead, [DigitalBasePermissions.View, DigitalBasePermissions.Handle, DigitalBasePermissions.Decide, DigitalBasePermissions.Export]),
        (Role.Leader, [DigitalBasePermissions.View, DigitalBasePermissions.Export]),
        (Role.Liaison, [OfficerPermissions.View, OfficerPermissions.Nominate, OfficerPermissions.Export]),
        (Role.DepartmentHead, [OfficerPermissions.View, OfficerPermissions.Appoint, OfficerPermissions.Export]),
        (Role.Reviewer, [OfficerPermissions.View, OfficerPermissions.Receive, OfficerPermissions.Record, OfficerPermissions.Unmask, OfficerPermissions.Import, OfficerPermissions.Export]),
        (Role.BureauLead, [OfficerPermissions.View, OfficerPermissions.Receive, OfficerPermissions.Record, OfficerPermissions.Unmask, OfficerPermissions.Import, OfficerPermissions.Export]),
        (Role.FilingOfficer, [OfficerPermissions.View, OfficerPermissions.Receive, OfficerPermissions.Record, OfficerPermissions.Import, OfficerPermissions.Export]),
        (Role.Leader, [OfficerPermissions.View, OfficerPermissions.Export]),
        (Role.Liaison, [ProjectPermissions.View, ProjectPermissions.Compile, ProjectPermissions.Export]),
        (Role.DepartmentHead, [ProjectPermissions.View, ProjectPermissions.SignOff, ProjectPermissions.Export]),
        (Role.Reviewer, [ProjectPermissions.View, ProjectPermissions.Judge, ProjectPermissions.Reply, ProjectPermissions.Accept, ProjectPermissions.Manage, ProjectPermissions.Export]),
        (Role.BureauLead, [ProjectPermissions.View, ProjectPermissions.Judge, ProjectPermissions.Reply, ProjectPermissions.Accept, ProjectPermissions.Manage, ProjectPermissions.Export]),
        (Role.GovInfoOfficer, [ProjectPermissions.View, ProjectPermissions.Plan, ProjectPermissions.Reply, ProjectPermissions.Accept, ProjectPermissions.Export]),
        (Role.Leader, [ProjectPermissions.View, ProjectPermissions.Export]),

        (Role.Liaison, [EvaluationPermissions.View, EvaluationPermissions.SelfScore, EvaluationPermissions.Export]),
        (Role.DepartmentHead, [EvaluationPermissions.View, EvaluationPermissions.Export]),
        (Role.Reviewer, [EvaluationPermissions.View, EvaluationPermissions.Score, EvaluationPermissions.Indicators, EvaluationPermissions.Export]),
        (Role.BureauLead, [EvaluationPermissions.View, EvaluationPermissions.Score, EvaluationPermissions.Indicators, EvaluationPermissions.Export]),
        (Role.Leader, [EvaluationPermissions.View, EvaluationPermissions.Export]),

        (Role.Liaison, [MeetingPermissions.View, MeetingPermissions.Report, MeetingPermissions.Export, TrainingPermissions.View, TrainingPermissions.Keep, TrainingPermissions.Export]),
        (Role.DepartmentHead, [MeetingPermissions.View, MeetingPermissions.Export, TrainingPermissions.View, TrainingPermissions.Export]),
        (Role.Reviewer, [MeetingPermissions.View, MeetingPermissions.Convene, MeetingPermissions.Export, TrainingPermissions.View, TrainingPermissions.Export]),
        (Role.BureauLead, [MeetingPermissions.View, MeetingPermissions.Convene, MeetingPermissions.Export, TrainingPermissions.View, TrainingPermissions.Export]),
        (Role.Leader, [MeetingPermissions.View, MeetingPermissions.Export, TrainingPermissions.View, TrainingPermissions.Export]),

        (Role.Reviewer, [NumberPermissions.View, NumberPermissions.Manage]),
        (Role.BureauLead, [NumberPermissions.View, NumberPermissions.Manage]),
        (Role.FilingOfficer, [NumberPermissions.View, NumberPermissions.Manage]),
        (Role.Leader, [NumberPermissions.View]),

        (Role.Liaison, [DashboardPermissions.View, DashboardPermissions.Export]),
        (Role.DepartmentHead, [DashboardPermissions.View, DashboardPermissions.Export]),
        (Role.Reviewer, [DashboardPermissions.View, DashboardPermissions.Export]),
        (Role.BureauLead, [DashboardPermissions.View, DashboardPermissions.Export]),
        (Role.Leader, [DashboardPermissions.View, DashboardPermissions.Export]),

        (Role.SystemAdmin, [AdministrationPermissions.Organisations, AdministrationPermissions.Calendar, AdministrationPermissions.TimeLimits, AdministrationPermissions.OfficerScheme]),
        (Role.Liaison, [ConsultationPermissions.View, ConsultationPermissions.Answer, ConsultationPermissions.Export]),
        (Role.DepartmentHead, [ConsultationPermissions.View, ConsultationPermissions.Export]),
        (Role.Reviewer, [ConsultationPermissions.View, ConsultationPermissions.Convene, ConsultationPermissions.Answer, ConsultationPermissions.Export]),
        (Role.BureauLead, [ConsultationPermissions.View, ConsultationPermissions.Convene, ConsultationPermissions.Export]),
        (Role.GovInfoOfficer, [ConsultationPermissions.View, ConsultationPermissions.Convene, ConsultationPermissions.Answer, ConsultationPermissions.Export]),
        (Role.Leader, [ConsultationPermissions.View, ConsultationPermissions.Export]),

        .. new[] { Role.Liaison, Role.DepartmentHead, Role.Reviewer, Role.BureauLead, Role.Leader, Role.GovInfoOfficer, Role.FilingOfficer }.Select(role => (role, new[] { WorkbenchPermissions.Export })),

        (Role.SystemAdmin, [AdministrationPermissions.Organisations]),
        (Role.SystemAdmin, [AdministrationPermissions.FilingRecipients]),
        (Role.SystemAdmin, [AdministrationPermissions.Organisations, AdministrationPermissions.Calendar, AdministrationPermissions.TimeLimits]),
        (Role.SecurityAdmin, [AdministrationPermissions.Users]),
        (Role.AuditAdmin, [AdministrationPermissions.Audit]),
        (Role.SystemAdmin, [AdministrationPermissions.FilingRecipients, AdministrationPermissions.Accounts, AdministrationPermissions.People]),
        (Role.SystemAdmin, [AdministrationPermissions.PolicySwitches, AdministrationPermissions.ProposePolicy, AdministrationPermissions.Dictionaries, AdministrationPermissions.Overview]),
        (Role.SecurityAdmin, [AdministrationPermissions.Users, AdministrationPermissions.People, AdministrationPermissions.PolicySwitches, AdministrationPermissions.ConfirmPolicy, AdministrationPermissions.Overview]),
        (Role.AuditAdmin, [AdministrationPermissions.Audit, AdministrationPermissions.Overview]),
    ];

    private static readonly Dictionary<Role, ImmutableArray<Permission>> Table =
        Rows.GroupBy(r => r.Role).ToDictionary(g => g.Key, g => g.SelectMany(r => r.Permissions).ToImmutableArray());

    /// <summary>The three administrators; one person holds at most one of them and no business role beside it.</summary>
    public static readonly ImmutableArray<Role> Administrators = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];

    public static ImmutableArray<Permission> PermissionsOf(Role role) => Table[role];

    public static IEnumerable<Permission> AllPermissions => Table.Values.SelectMany(p => p).Distinct();

    /// <summary>Why these roles may not be held by one person, or null when they may.</summary>
    public static Refusal? Incompatible(IReadOnlyCollection<Role> roles)
    {
        var administrators = roles.Where(r => Administrators.Contains(r)).Distinct().ToList();
        if (administrators.Count > 1)
            return new Refusal("SeparateAdministrators", $"系统管理员、安全管理员、审计管理员必须由不同人员担任，不能同时授予「{string.Join("」「", administrators.Select(r => r.ChineseName()))}」。");
        return administrators.Count == 1 && roles.Any(r => !Administrators.Contains(r))
            ? new Refusal("AdministratorWithBusinessRole", $"「{administrators[0].ChineseName()}」不能同时承担业务角色。请为业务工作另设账号。")
            : null;
    }
}
