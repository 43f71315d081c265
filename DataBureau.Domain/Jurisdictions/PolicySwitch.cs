using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Jurisdictions;

public enum PolicySwitchState
{
    [ChineseName("待确认")] Proposed,
    [ChineseName("已确认")] Confirmed,
    [ChineseName("不予确认")] Rejected,
    [ChineseName("已撤回")] Withdrawn,
}

/// <summary>规则切换: in a region a section of the rules is taken from another shipped policy, or again from its own. One person proposes, another confirms.</summary>
public sealed class PolicySwitch
{
    public const string CaseKind = "policy-switch";
    public const int DocumentLimit = 100;
    public const int RemarkLimit = 500;

    private PolicySwitch()
    {
    }

    public Guid Id { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public PolicySection Section { get; private set; }

    /// <summary>The key of the shipped policy; null goes back to the region's own.</summary>
    public string? From { get; private set; }

    public DateOnly EffectiveFrom { get; private set; }

    public string DocumentNumber { get; private set; } = string.Empty;

    public string? Remark { get; private set; }

    public PolicySwitchState State { get; private set; }

    /// <summary>One proposal of a region and section at a time: unique while it waits, null afterwards.</summary>
    public string? OpenKey { get; private set; }

    public int Version { get; private set; }

    public Guid ProposedById { get; private set; }

    public string ProposedByName { get; private set; } = string.Empty;

    public DateTimeOffset ProposedAt { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public PolicyChoice? Choice => From is null ? null : new PolicyChoice(RegionCode, Section, From);

    public static PolicySwitch Propose(Guid id, PolicySwitchContent content, Actor by, DateTimeOffset now) => new()
    {
        Id = id, RegionCode = content.RegionCode!, Section = content.Section!.Value, From = content.From, EffectiveFrom = content.EffectiveFrom!.Value, DocumentNumber = content.DocumentNumber!, Remark = content.Remark,
        OpenKey = $"{content.RegionCode}|{content.Section}", Version = 1, ProposedById = by.UserId, ProposedByName = by.Name, ProposedAt = now,
    };

    /// <summary>Two people: whoever proposed it does not confirm it, whatever they may do.</summary>
    public Refusal? Decide(bool confirm, string? comment, Actor by, DateTimeOffset now)
    {
        if (State != PolicySwitchState.Proposed)
            return WorkflowRefusals.WrongState(confirm ? "确认" : "不予确认", State.ChineseName());
        if (by.UserId == ProposedById)
            return PolicySwitchRules.OwnProposal();
        if (!confirm && string.IsNullOrWhiteSpace(comment))
            return WorkflowRefusals.CommentRequired("不予确认");
        Close(confirm ? PolicySwitchState.Confirmed : PolicySwitchState.Rejected, by, now);
        return null;
    }

    public Refusal? Withdraw(Actor by, DateTimeOffset now)
    {
        if (State != PolicySwitchState.Proposed)
            return WorkflowRefusals.WrongState("撤回", State.ChineseName());
        Close(PolicySwitchState.Withdrawn, by, now);
        return null;
    }

    private void Close(PolicySwitchState to, Actor by, DateTimeOffset now)
    {
        (State, OpenKey, DecidedByName, DecidedAt) = (to, null, by.Name, now);
        Version++;
    }
}

/// <summary>What a person fills in about a switch.</summary>
public sealed record PolicySwitchContent(string? RegionCode, PolicySection? Section, string? From, DateOnly? EffectiveFrom, string? DocumentNumber, string? Remark)
{
    public PolicySwitchContent Tidy() => this with
    {
        From = string.IsNullOrWhiteSpace(From) ? null : From,
        DocumentNumber = string.IsNullOrWhiteSpace(DocumentNumber) ? null : DocumentNumber.Trim(),
        Remark = string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim(),
    };
}

public static class PolicySwitchRules
{
    /// <summary>Everything that is wrong at once, field by field. The content is tidy.</summary>
    public static Refusal? Check(PolicySwitchContent content)
    {
        List<RefusalDetail> wrong = [];
        if (content.RegionCode is null)
            wrong.Add(new(nameof(content.RegionCode), "请选择辖区。"));
        if (content.Section is null)
            wrong.Add(new(nameof(content.Section), "请选择规则部分。"));
        if (content.EffectiveFrom is null)
            wrong.Add(new(nameof(content.EffectiveFrom), "请填写施行日期。"));
        if (content.DocumentNumber is null)
            wrong.Add(new(nameof(content.DocumentNumber), "请填写依据文件的文号。"));
        else if (content.DocumentNumber.Length > PolicySwitch.DocumentLimit)
            wrong.Add(new(nameof(content.DocumentNumber), $"文号超过 {PolicySwitch.DocumentLimit} 字，请精简。"));
        if (content.Remark?.Length > PolicySwitch.RemarkLimit)
            wrong.Add(new(nameof(content.Remark), $"说明超过 {PolicySwitch.RemarkLimit} 字，请精简。"));
        return wrong.Count == 0 ? null : new Refusal("PolicySwitchIncomplete", $"有 {wrong.Count} 处需要改正，改正后才能提出。") { Details = [.. wrong] };
    }

    public static Refusal OwnProposal() => new("PolicySwitchOwn", "规则切换须由两个人办理：提出的人不能自己确认。请由安全管理员确认。");

    public static Refusal OutOfReach() => new("RegionOutOfReach", "该辖区不在您的管辖范围内，请由当地管理员办理。") { Details = [new(nameof(PolicySwitchContent.RegionCode), "不在您的管辖范围内。")] };

    public static Refusal UnknownPolicy() => new("PolicyUnknown", "没有这套规则，请重新选择。") { Details = [new(nameof(PolicySwitchContent.From), "请重新选择。")] };

    public static Refusal NothingChanges() => new("PolicyUnchanged", "所选规则与该辖区现行规则相同，不需要切换。") { Details = [new(nameof(PolicySwitchContent.From), "与现行规则相同。")] };

    public static Refusal OpenAlready(string region, PolicySection section) => new("PolicySwitchOpen", $"{region}的「{section.ChineseName()}」已有一件切换等待确认，请先办结那一件。");

    public static Refusal KindsMissing(IReadOnlyList<string> kinds, int open) =>
        new("PlanKindsMissing", $"所选规则没有这些规划种类：{string.Join('、', kinds)}，而该辖区还有 {open} 件在办。切换后将无法办理，请先办结或作废这些规划。") { Details = [new(nameof(PolicySwitchContent.From), "缺少在办规划的种类。")] };
}
