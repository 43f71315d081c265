using System.Collections.Immutable;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Workflow;

/// <summary>One thing that stands in the way, where a refusal has several: which field, and what to do.</summary>
public sealed record RefusalDetail(string? Field, string Sentence, LegalBasis? Basis = null);

/// <summary>An act that is not done, and why: a value, not an exception. Nothing has been written when one is returned.</summary>
/// <param name="Code">Stable code for logs and tests: "CommentRequired".</param>
/// <param name="Sentence">What people read: what was refused and what to do.</param>
/// <param name="Basis">The provisions that ask for it in the jurisdiction of the case, when a rule does.</param>
public sealed record Refusal(string Code, string Sentence, LegalBasis? Basis = null)
{
    public ImmutableArray<RefusalDetail> Details { get; init; } = [];
}

/// <summary>The refusals every workflow shares.</summary>
public static class WorkflowRefusals
{
    public static Refusal WrongState(string action, string state) =>
        new("WrongState", $"当前状态是「{state}」，不能{action}。请刷新后查看可以办理的事项。");

    public static Refusal NotPermitted(Permission permission) =>
        new("NotPermitted", $"您没有「{permission.Name}」的权限，或该事项不在您的管辖范围内。如确需办理，请联系本单位安全管理员授权。");

    /// <param name="action">The act by its name. Only what goes back (退回, 退回自评, 验收退回) comes again, so only there something can be asked to be changed.</param>
    public static Refusal CommentRequired(string action) =>
        new("CommentRequired", $"{action}必须填写意见，写明{(action.Contains("退回", StringComparison.Ordinal) ? "需要修改的内容" : "原因")}。");

    public static Refusal CommentTooLong(int limit) =>
        new("CommentTooLong", $"意见超过 {limit} 字，请精简后再提交。");

    public static Refusal OwnSubmission(string action) =>
        new("OwnSubmission", $"本件由您本人提交，不能由您本人{action}。请由其他有权限的人员办理。");
}
