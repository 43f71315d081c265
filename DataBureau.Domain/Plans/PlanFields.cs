using System.Collections.Immutable;
using System.Globalization;

namespace DataBureau.Domain.Plans;

/// <summary>One field of a plan: its title, the part it belongs to, and what it says in words. The page, the differences, the notice of supplement, the form and the audit read this list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Text">What it says.</param>
/// <param name="Take">The first content with this field as the second has it.</param>
public sealed record PlanFieldInfo(string Key, string Title, PlanParts Part, Func<PlanContent, Func<Guid, string?>, string?> Text, Func<PlanContent, PlanContent, PlanContent> Take);

public static class PlanFields
{
    public static readonly ImmutableArray<PlanFieldInfo> All =
    [
        new(nameof(PlanContent.Title), "规划名称", PlanParts.Content, (c, _) => c.Title, (to, from) => to with { Title = from.Title }),
        new(nameof(PlanContent.PeriodFrom), "规划期（起）", PlanParts.Content, (c, _) => Year(c.PeriodFrom), (to, from) => to with { PeriodFrom = from.PeriodFrom }),
        new(nameof(PlanContent.PeriodTo), "规划期（止）", PlanParts.Content, (c, _) => Year(c.PeriodTo), (to, from) => to with { PeriodTo = from.PeriodTo }),
        new(nameof(PlanContent.Summary), "主要内容", PlanParts.Content, (c, _) => c.Summary, (to, from) => to with { Summary = from.Summary }),
        new(nameof(PlanContent.DraftedWith), "会同部门", PlanParts.Content, (c, _) => c.DraftedWith, (to, from) => to with { DraftedWith = from.DraftedWith }),
        new(nameof(PlanContent.ContactName), "联系人", PlanParts.Content, (c, _) => c.ContactName, (to, from) => to with { ContactName = from.ContactName }),
        new(nameof(PlanContent.ContactPhone), "联系电话", PlanParts.Content, (c, _) => c.ContactPhone, (to, from) => to with { ContactPhone = from.ContactPhone }),
        new(nameof(PlanContent.Upstream), "上级规划", PlanParts.Content, (c, _) => c.Upstream.Count == 0 ? null : string.Join('；', c.Upstream.Select(u => string.IsNullOrEmpty(u.Version) ? u.Name : $"{u.Name}（{u.Version}）")), (to, from) => to with { Upstream = from.Upstream }),
        new(nameof(PlanContent.NationalPlan), "纳入国民经济和社会发展规划", PlanParts.Content, (c, _) => c.NationalPlan.ChineseName(), (to, from) => to with { NationalPlan = from.NationalPlan }),
        new(nameof(PlanContent.NationalPlanNote), "纳入情况说明", PlanParts.Content, (c, _) => c.NationalPlanNote, (to, from) => to with { NationalPlanNote = from.NationalPlanNote }),
        new(nameof(PlanApproval.OrganId), "批准机关", PlanParts.Approval, (c, organ) => c.Approval.OrganId is { } id ? organ(id) : null, (to, from) => to with { Approval = to.Approval with { OrganId = from.Approval.OrganId } }),
        new(nameof(PlanApproval.Number), "批准文号", PlanParts.Approval, (c, _) => c.Approval.Number, (to, from) => to with { Approval = to.Approval with { Number = from.Approval.Number } }),
        new(nameof(PlanApproval.Date), "批准日期", PlanParts.Approval, (c, _) => Day(c.Approval.Date), (to, from) => to with { Approval = to.Approval with { Date = from.Approval.Date } }),
        new(nameof(PlanContent.PublishedOn), "公布日期", PlanParts.Publication, (c, _) => Day(c.PublishedOn), (to, from) => to with { PublishedOn = from.PublishedOn }),
        new(nameof(PlanContent.PublishedIn), "公布载体", PlanParts.Publication, (c, _) => c.PublishedIn, (to, from) => to with { PublishedIn = from.PublishedIn }),
    ];

    public static string? TitleOf(string key) => All.FirstOrDefault(f => f.Key == key)?.Title;

    /// <summary>What a field says, empty where nothing; null for what is no field.</summary>
    public static string? TextOf(string key, PlanContent content) => All.FirstOrDefault(f => f.Key == key) is { } field ? field.Text(content, id => id.ToString()) ?? string.Empty : null;

    /// <summary>The fields that say something else in the second content. Empty and missing are the same.</summary>
    public static IEnumerable<PlanFieldInfo> Differences(PlanContent before, PlanContent after, Func<Guid, string?> organ) =>
        All.Where(f => (f.Text(before, organ) ?? string.Empty) != (f.Text(after, organ) ?? string.Empty)
            || (f.Key == nameof(PlanContent.Upstream) && !before.Upstream.SequenceEqual(after.Upstream)));

    private static string? Year(int? year) => year?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
