namespace DataBureau.Domain.ImplementationPlans;

/// <summary>Where a project's implementation plan stands, from drafting to its filing.</summary>
public enum ImplementationPlanState
{
    [ChineseName("草稿")] Draft,

    /// <summary>Waits for the head of the department, who files it.</summary>
    [ChineseName("内审")] InternalReview,

    /// <summary>Filed; waits for the office to accept it.</summary>
    [ChineseName("待备案")] PendingFiling,

    /// <summary>The office has said, at once, what is missing; its clock stands still.</summary>
    [ChineseName("补正")] Supplementing,

    [ChineseName("已受理")] Accepted,

    [ChineseName("已备案")] Filed,

    [ChineseName("不予备案")] FilingRefused,

    /// <summary>An edition whose place a later one has taken.</summary>
    [ChineseName("历史版本")] Superseded,

    /// <summary>The project is given up, or goes another way.</summary>
    [ChineseName("已撤销")] Cancelled,

    [ChineseName("已作废")] Discarded,
}

public enum ImplementationPlanAction
{
    [ChineseName("提交")] Submit,
    [ChineseName("撤回")] Withdraw,
    [ChineseName("通过")] Approve,
    [ChineseName("退回")] Return,
    [ChineseName("撤回报备")] Recall,
    [ChineseName("改送")] Redirect,
    [ChineseName("受理")] Accept,
    [ChineseName("告知补正")] RequestSupplement,
    [ChineseName("补正报送")] Resubmit,
    [ChineseName("予以备案")] Record,
    [ChineseName("不予备案")] Refuse,
    [ChineseName("重新报备")] Refile,
    [ChineseName("变更")] Amend,
    [ChineseName("撤销")] Cancel,
    [ChineseName("作废")] Discard,
}
