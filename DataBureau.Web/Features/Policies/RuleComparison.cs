using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;

namespace DataBureau.Web.Features.Policies;

/// <summary>What one jurisdiction says to one question, and the provisions it rests on there.</summary>
public sealed record RuleAnswer(string Text, IReadOnlyList<Citation> Citations);

/// <summary>One question put to every jurisdiction, in their order.</summary>
public sealed record RuleRow(string Title, IReadOnlyList<RuleAnswer> Answers)
{
    public bool Same => Answers.Select(a => a.Text).Distinct(StringComparer.Ordinal).Count() == 1;
}

/// <summary>The jurisdiction policies side by side.</summary>
public static class RuleComparison
{
    private const string NotAsked = "不要求";
    private const string NotDivided = "不区分情形";
    private const string NotListed = PlanRules.NotListed;

    private static readonly (string Title, Func<JurisdictionPolicy, string> Text, string[] Mechanisms)[] Questions =
    [
        ("共享类型", p => Labels(p.Sharing.Options), ["S01"]),
        ("须说明理由的类型", p => Labels(p.Sharing.ReasonRequiredFor, p.Sharing.Label), ["S02"]),
        ("须提供依据的类型", p => Labels(p.Sharing.BasisRequiredFor, p.Sharing.Label), ["S02"]),
        ("可以引用的依据", p => p.Sharing.BasisRequiredFor.Count == 0 ? "不适用" : string.Join('、', p.Sharing.BasisRanks.Select(r => r.ChineseName())), []),
        ("有条件共享", p => p.Sharing.ConditionalSubTypes ? $"区分{ConditionalSharing.LimitedAudience.ChineseName()}或{ConditionalSharing.LimitedContent.ChineseName()}" : NotDivided, ["S03"]),
        ("受限共享的期限", p => p.Sharing.Temporary ? $"“{p.Sharing.Label(SharingAttribute.NotShared)}”是暂时的，提示填写复核日期" : "不设复核日期", []),
        ("开放方式", p => p.Opening.Scheme.ChineseName(), ["O01", "O02", "O03"]),
        ("开放类型", p => Labels(p.Opening.Options), []),
        ("须提供依据的开放类型", p => Labels(p.Opening.BasisRequiredFor, p.Opening.Label), []),
        ("开放前处理", p => p.Opening.Preparations.Count == 0 ? NotListed : string.Join('、', p.Opening.Preparations.Select(x => x.ChineseName())), ["O05"]),
        ("开放的说明", p => p.Opening.Note ?? "无", []),
        ("目录审核", p => p.Catalogue.Reviewer.ChineseName(), ["C02"]),
        ("审核的说明", p => p.Catalogue.ReviewNote ?? "无", []),
        ("发布的说明", p => p.Catalogue.PublicationNote ?? "无", []),
        .. PlanRules.Questions,
    ];

    public static IReadOnlyList<RuleRow> Of(IReadOnlyList<JurisdictionPolicy> policies) =>
        [.. Questions.Select(q => new RuleRow(q.Title, [.. policies.Select(p => Answer(p, q.Text(p), q.Mechanisms))]))];

    /// <summary>Where nothing is asked, no provision is cited for it.</summary>
    private static RuleAnswer Answer(JurisdictionPolicy policy, string text, string[] mechanisms) =>
        new(text, text is NotAsked or NotDivided or NotListed ? [] : Citations(policy, mechanisms));

    private static List<Citation> Citations(JurisdictionPolicy policy, string[] mechanisms) =>
        [.. mechanisms.SelectMany(m => policy.BasisOf(m)?.Citations ?? []).DistinctBy(c => c.Id)];

    private static string Labels<T>(IReadOnlyList<PolicyOption<T>> options)
        where T : struct, Enum => string.Join('、', options.Select(o => o.Label));

    private static string Labels<T>(IReadOnlyList<T> values, Func<T, string> label) => values.Count == 0 ? NotAsked : string.Join('、', values.Select(label));
}
