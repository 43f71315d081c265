using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;

namespace DataBureau.Web.Features.Policies;

/// <summary>What the comparison of jurisdictions asks about plans.</summary>
internal static class PlanRules
{
    public const string NotListed = "没有列出";

    private static readonly string[] Kinds = [.. Mechanisms.All.Where(m => m[0] == 'P')];

    public static readonly IReadOnlyList<(string Title, Func<JurisdictionPolicy, string> Text, string[] Mechanisms)> Questions =
    [
        ("规划种类", p => Lines(p, k => string.Join('、', k.Levels.Select(l => l.ChineseName()))), Kinds),
        ("规划由谁编制", p => Lines(p, k => k.DrafterWords), []),
        ("规划由谁批准", p => Lines(p, k => k.Approver.ChineseName()), []),
        ("规划的备案", p => Lines(p, k => k.Filing is { } filing ? $"报{filing.Words}" : null, "没有条文要求备案"), ["P02"]),
        ("规划的公布", p => Lines(p, k => k.Published ? "向社会公布" : null, "没有条文要求公布"), []),
        ("必备材料", p => Lines(p, k => string.Join('、', k.Materials.Where(m => m.Required).Select(m => m.Name))), []),
        ("规划的说明", p => Lines(p, k => k.Note, "无"), []),
    ];

    /// <summary>A line for each answer with the kinds that have it; kinds that share a name are told apart by their levels.</summary>
    private static string Lines(JurisdictionPolicy policy, Func<PlanRule, string?> answer, string none = NotListed) =>
        string.Join('\n', policy.Plans.Kinds.Where(k => !string.IsNullOrEmpty(answer(k))).GroupBy(k => answer(k)!.TrimEnd('。'), StringComparer.Ordinal)
            .Select(g => $"{string.Join('、', g.Select(k => NameOf(policy, k)))}：{g.Key}")) is { Length: > 0 } lines ? lines : none;

    private static string NameOf(JurisdictionPolicy policy, PlanRule rule) =>
        policy.Plans.Kinds.Count(k => k.Name == rule.Name) == 1 ? rule.Name : $"{rule.Name}（{string.Join('、', rule.Levels.Select(l => l.ChineseName()))}）";
}
