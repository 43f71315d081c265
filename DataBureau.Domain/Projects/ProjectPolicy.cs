using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Projects;

/// <summary>J01: departments of these levels file their implementation plans.</summary>
public sealed record ImplementationFilingRule(IReadOnlyList<RegionLevel> Levels, FilingRule Filing, string? Note);

/// <summary>J02: governments of these levels need consent before they build a digital base of their own.</summary>
/// <param name="Levels">Who needs it.</param>
/// <param name="Consent">Who gives it.</param>
/// <param name="Note">What the rule leaves open.</param>
public sealed record DigitalBaseRule(IReadOnlyList<RegionLevel> Levels, FilingRule Consent, string? Note);

/// <summary>What makes a consultation due.</summary>
public enum ConsultationTrigger
{
    /// <summary>J03: before the annual construction plan is reported to the government.</summary>
    [ChineseName("年度建设计划报批前")] AnnualPlan,

    /// <summary>J04: before a project with 信息化 content is replied to.</summary>
    [ChineseName("项目批复前")] ProjectReply,
}

/// <summary>A consultation that a rule asks for: without its conclusion the step behind it is closed.</summary>
/// <param name="Trigger">What makes it due.</param>
/// <param name="Mechanism">J03 or J04.</param>
/// <param name="Levels">Where it is asked for.</param>
/// <param name="Convenor">Who convenes it.</param>
/// <param name="Invited">Who has to be invited.</param>
public sealed record ConsultationRule(ConsultationTrigger Trigger, string Mechanism, IReadOnlyList<RegionLevel> Levels, Responsibilities Convenor, Responsibilities Invited);

/// <summary>J11: what has to be settled before data work is handed to others.</summary>
public enum OutsourcingCheck
{
    [ChineseName("保密性")] Confidentiality,
    [ChineseName("完整性")] Integrity,
    [ChineseName("可用性")] Availability,
    [ChineseName("业务连续性")] Continuity,
    [ChineseName("可移植性")] Portability,
}

/// <summary>What a jurisdiction asks of digital projects. Null, false and empty: no rule asks for it.</summary>
/// <param name="ImplementationFiling">J01.</param>
/// <param name="DigitalBase">J02.</param>
/// <param name="Consultations">J03, J04: those that gate a step; a consultation may always be held by choice.</param>
/// <param name="ReuseFirst">J05: what exists has to be compared before something is built, and new shared components are registered (J06).</param>
/// <param name="AcceptanceGate">J07: the project's data have to be in the catalogue before acceptance.</param>
/// <param name="GovernmentCloud">J09: new systems run on the government cloud, or the reason is given.</param>
/// <param name="OutsourcingChecks">J11.</param>
public sealed record ProjectPolicy(
    ImplementationFilingRule? ImplementationFiling, DigitalBaseRule? DigitalBase, IReadOnlyList<ConsultationRule> Consultations, bool ReuseFirst, bool AcceptanceGate, bool GovernmentCloud, IReadOnlyList<OutsourcingCheck> OutsourcingChecks)
{
    /// <summary>The consultation that a rule asks for at this level; null where it is by choice.</summary>
    public ConsultationRule? Asked(ConsultationTrigger trigger, RegionLevel level) => Consultations.FirstOrDefault(c => c.Trigger == trigger && c.Levels.Contains(level));
}
