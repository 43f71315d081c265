using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>Of projects and what belongs to them: how many open cases meet a rule that a switch changes, each rule where its cases stand before it.</summary>
internal sealed class TouchedProjects(BureauDbContext db, string prefix, Func<string, JurisdictionPolicy> before, Func<string, JurisdictionPolicy> after)
{
    private static readonly ProjectState[] Unreplied = [ProjectState.Draft, ProjectState.InternalReview, ProjectState.PendingReply];
    private static readonly ProjectState[] Unaccepted = [ProjectState.Replied, ProjectState.Building, ProjectState.PendingAcceptance, ProjectState.AcceptanceReturned];
    private static readonly AnnualPlanState[] Unapproved = [AnnualPlanState.Draft, AnnualPlanState.InternalReview, AnnualPlanState.ForReport, AnnualPlanState.Reported];
    private static readonly ImplementationPlanState[] Unfiled =
        [ImplementationPlanState.Draft, ImplementationPlanState.InternalReview, ImplementationPlanState.PendingFiling, ImplementationPlanState.Supplementing, ImplementationPlanState.Accepted, ImplementationPlanState.FilingRefused];
    private static readonly DigitalBaseState[] Unconnected =
        [DigitalBaseState.Draft, DigitalBaseState.InternalReview, DigitalBaseState.Applied, DigitalBaseState.UnderArgument, DigitalBaseState.Consented, DigitalBaseState.Built];
    private static readonly ConsultationState[] Unconcluded = [ConsultationState.Preparing, ConsultationState.Collecting, ConsultationState.Summarising, ConsultationState.Meeting];

    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        (int Count, string Words)[] said =
        [
            (await CountAsync(db.Projects.Where(p => EF.Parameter(Unreplied).Contains(p.State)).Select(p => p.RegionCode), Replying, cancellationToken), "个还没有批复的项目，按新规则检查会商和复用"),
            (await CountAsync(db.Projects.Where(p => EF.Parameter(Unaccepted).Contains(p.State)).Select(p => p.RegionCode), (rules, _) => rules.AcceptanceGate, cancellationToken), "个已批复、在建或等待验收的项目，验收时按新规则检查数据是否编入目录"),
            (await CountAsync(db.AnnualPlans.Where(p => EF.Parameter(Unapproved).Contains(p.State)).Select(p => p.RegionCode), Planning, cancellationToken), "件还没有批准的年度建设计划，报批前的会商要求改变"),
            (await CountAsync(db.ImplementationPlans.Where(p => EF.Parameter(Unfiled).Contains(p.State)).Select(p => p.RegionCode), Filing, cancellationToken), "件还没有备案的实施方案，备案要求改变"),
            (await CountAsync(db.DigitalBases.Where(b => EF.Parameter(Unconnected).Contains(b.State)).Select(b => b.RegionCode), Consent, cancellationToken), "件正在办理的县级数字底座，须经同意的要求改变"),
            (await CountAsync(Open(ConsultationTrigger.AnnualPlan), Planning, cancellationToken) + await CountAsync(Open(ConsultationTrigger.ProjectReply), Asking, cancellationToken), "件正在进行的会商，规定的会商要求改变"),
        ];
        return [.. said.Where(s => s.Count > 0).Select(s => $"{s.Count} {s.Words}")];
    }

    private IQueryable<string> Open(ConsultationTrigger trigger) => db.Consultations.Where(c => c.Trigger == trigger && EF.Parameter(Unconcluded).Contains(c.State)).Select(c => c.RegionCode);

    /// <param name="regions">Of each case, its region.</param>
    /// <param name="rule">What the rules say to a case of the level: alike before and after, it is not touched.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private async Task<int> CountAsync(IQueryable<string> regions, Func<ProjectPolicy, RegionLevel, object?> rule, CancellationToken cancellationToken) =>
        (await regions.Where(code => code.StartsWith(prefix)).GroupBy(code => code).Select(g => new { Region = g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
            .Where(g => !Equals(rule(before(g.Region).Projects, RegionCodes.Level(g.Region)), rule(after(g.Region).Projects, RegionCodes.Level(g.Region)))).Sum(g => g.Count);

    private static object? Replying(ProjectPolicy rules, RegionLevel level) => (Asking(rules, level), rules.ReuseFirst, rules.GovernmentCloud, string.Join(',', rules.OutsourcingChecks));

    private static object? Asking(ProjectPolicy rules, RegionLevel level) => rules.Asked(ConsultationTrigger.ProjectReply, level) is { } asked ? (asked.Convenor, asked.Invited) : null;

    private static object? Planning(ProjectPolicy rules, RegionLevel level) => rules.Asked(ConsultationTrigger.AnnualPlan, level) is { } asked ? (asked.Convenor, asked.Invited) : null;

    private static object? Filing(ProjectPolicy rules, RegionLevel level) => rules.ImplementationFiling is { } filing && filing.Levels.Contains(level) ? filing.Filing.Words : null;

    private static object? Consent(ProjectPolicy rules, RegionLevel level) => rules.DigitalBase is { } rule && rule.Levels.Contains(level) ? rule.Consent.Words : null;
}
