using DataBureau.Domain;
using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Policies;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>What two sets of rules say differently, in the words of the comparison of jurisdictions.</summary>
internal static class RuleChanges
{
    private static readonly (string Title, Func<JurisdictionPolicy, string> Text)[] More =
    [
        ("实施方案备案", p => p.Projects.ImplementationFiling is { } filing ? $"报{filing.Filing.Words}" : "不要求"),
        ("县级数字底座", p => p.Projects.DigitalBase is { } consent ? $"须经{consent.Consent.Words}同意" : "不要求同意"),
        ("须会商的事项", p => p.Projects.Consultations.Count == 0 ? "不要求" : string.Join('、', p.Projects.Consultations.Select(c => c.Trigger.ChineseName()))),
        ("优先复用共性组件", p => p.Projects.ReuseFirst ? "要求" : "不要求"),
        ("验收须编入目录", p => p.Projects.AcceptanceGate ? "要求" : "不要求"),
        ("部署在政务云", p => p.Projects.GovernmentCloud ? "要求" : "不要求"),
        ("委托处理前须明确的事项", p => p.Projects.OutsourcingChecks.Count == 0 ? "不要求" : string.Join('、', p.Projects.OutsourcingChecks.Select(c => c.ChineseName()))),
        ("首席数据官", p => p.ChiefDataOfficers.Stance.ChineseName()),
        ("任职备案", p => $"报{p.ChiefDataOfficers.Filing.Words}"),
        ("任职级别", p => p.ChiefDataOfficers.RankGate.Count == 0 ? "不限" : string.Join('、', p.ChiefDataOfficers.RankGate.Select(r => r.ChineseName()))),
    ];

    public static IReadOnlyList<RuleChange> Of(JurisdictionPolicy before, JurisdictionPolicy after) =>
    [
        .. RuleComparison.Of([before, after]).Where(r => !r.Same).Select(r => new RuleChange(r.Title, r.Answers[0].Text, r.Answers[1].Text)),
        .. More.Where(q => q.Text(before) != q.Text(after)).Select(q => new RuleChange(q.Title, q.Text(before), q.Text(after))),
    ];
}
