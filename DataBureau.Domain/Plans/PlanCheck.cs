using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Plans;

/// <summary>Finds what is missing or wrong in a plan, field by field.</summary>
public static class PlanCheck
{
    /// <summary>The words for a field or a material of the kind; null for what it has not.</summary>
    public static string? NameOf(string key, PlanRule? rule) => PlanFields.TitleOf(key) ?? rule?.Materials.FirstOrDefault(m => m.Key == key)?.Name;

    public static IEnumerable<RefusalDetail> Missing(PlanContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title))
            yield return new(nameof(content.Title), "请填写规划名称。");
        if (content.PeriodFrom is null)
            yield return new(nameof(content.PeriodFrom), "请填写规划期的起始年份。");
        if (content.PeriodTo is null)
            yield return new(nameof(content.PeriodTo), "请填写规划期的截止年份。");
        if (string.IsNullOrWhiteSpace(content.Summary))
            yield return new(nameof(content.Summary), "请用几句话写明规划的主要内容。");
    }

    public static Refusal? Limits(PlanContent content)
    {
        (string Field, string? Text, int Limit)[] texts =
        [
            (nameof(content.Title), content.Title, Plan.TitleLimit),
            (nameof(content.Summary), content.Summary, Plan.TextLimit),
            (nameof(content.DraftedWith), content.DraftedWith, Plan.LineLimit),
            (nameof(content.ContactName), content.ContactName, 50),
            (nameof(content.ContactPhone), content.ContactPhone, 50),
            (nameof(content.NationalPlanNote), content.NationalPlanNote, Plan.LineLimit),
            (nameof(PlanApproval.Number), content.Approval.Number, 100),
            (nameof(content.PublishedIn), content.PublishedIn, Plan.LineLimit),
            .. content.Upstream.SelectMany(u => new[] { (nameof(content.Upstream), (string?)u.Name, Plan.TitleLimit), (nameof(content.Upstream), u.Version, Plan.LineLimit) }),
        ];
        if (texts.FirstOrDefault(t => t.Text?.Length > t.Limit) is { Text: not null } tooLong)
            return PlanRefusals.TooLong(tooLong.Field, PlanFields.TitleOf(tooLong.Field)!, tooLong.Limit);
        if (string.IsNullOrWhiteSpace(content.Title))
            return PlanRefusals.TitleRequired();
        if (content is { PeriodFrom: < 1990 or > 2100 } or { PeriodTo: < 1990 or > 2100 })
            return PlanRefusals.PeriodRange();
        return content is { PeriodFrom: { } from, PeriodTo: { } to } && to < from ? PlanRefusals.PeriodBackwards() : null;
    }

    public static IEnumerable<RefusalDetail> Upstream(Plan plan, PlanRule rule)
    {
        foreach (var asked in rule.Upstream)
        {
            var cited = plan.Content.Upstream.FirstOrDefault(u => u.Key == asked.Key);
            if (cited is null || string.IsNullOrWhiteSpace(cited.Name))
                yield return new(nameof(PlanContent.Upstream), $"请引用「{asked.Name}」。");
            else if (string.IsNullOrWhiteSpace(cited.Version))
                yield return new(nameof(PlanContent.Upstream), $"请写明所引用的「{cited.Name}」的文号或版本。");
            else if (cited.PlanId is { } id && Wrong(plan, asked, plan.Facts.Upstream.FirstOrDefault(f => f.Id == id)) is { } wrong)
                yield return new(nameof(PlanContent.Upstream), wrong);
        }
    }

    public static IEnumerable<RefusalDetail> Approval(Plan plan, DateOnly today)
    {
        var approval = plan.Content.Approval;
        if (string.IsNullOrWhiteSpace(approval.Number))
            yield return new(nameof(PlanApproval.Number), "请填写批准文号。");
        if (approval.Date is null)
            yield return new(nameof(PlanApproval.Date), "请填写批准日期。");
        else if (approval.Date > today)
            yield return new(nameof(PlanApproval.Date), "批准日期在今天之后，请核对。");
        if (plan.Facts.ApprovingOrgan is not { } organ)
            yield return new(nameof(PlanApproval.OrganId), "请选择批准机关。");
        else if (organ.Kind != OrganisationKind.Government || organ.RegionCode != plan.RegionCode)
            yield return new(nameof(PlanApproval.OrganId), $"批准机关应当是本级人民政府，「{organ.Name}」不是。");
    }

    private static string? Wrong(Plan plan, UpstreamRule asked, UpstreamFact? fact) => fact switch
    {
        null => $"引用的「{asked.Name}」已不存在，请重新选择。",
        _ when fact.Kind != asked.Kind => $"「{fact.Title}」不是「{asked.Name}」，请重新选择。",
        _ when !RegionCodes.Contains(fact.RegionCode, plan.RegionCode) => $"「{fact.Title}」是其他辖区的规划，不能作为本地规划的依据。",
        _ when !PlanWorkflow.IsEffective(fact.State) => $"「{fact.Title}」目前是「{fact.State.ChineseName()}」，批准以后才能引用。",
        _ => null,
    };
}
