namespace DataBureau.Domain.Plans;

/// <summary>Where a plan stands, from drafting to its filing and publication.</summary>
public enum PlanState
{
    [ChineseName("草稿")] Draft,

    /// <summary>Waits for the sign-off inside the drafting body.</summary>
    [ChineseName("内审")] InternalReview,

    /// <summary>With the government for approval; what comes back is registered here.</summary>
    [ChineseName("报批")] ForApproval,

    /// <summary>Finished where the rule names no approval.</summary>
    [ChineseName("已定稿")] Settled,

    [ChineseName("已批准")] Approved,

    /// <summary>Filed upward; waits for the office to accept it.</summary>
    [ChineseName("待备案")] PendingFiling,

    /// <summary>The office has said, at once, what is missing; its clock stands still.</summary>
    [ChineseName("补正")] Supplementing,

    [ChineseName("已受理")] Accepted,

    [ChineseName("已备案")] Filed,

    [ChineseName("不予备案")] FilingRefused,

    /// <summary>Approved or settled, and being carried out; no rule asks for filing or publication.</summary>
    [ChineseName("组织实施")] InForce,

    [ChineseName("已公布")] Published,

    /// <summary>An edition whose place a later one has taken.</summary>
    [ChineseName("历史版本")] Superseded,

    [ChineseName("已废止")] Repealed,

    [ChineseName("已作废")] Discarded,
}

public enum PlanAction
{
    [ChineseName("提交")] Submit,
    [ChineseName("撤回")] Withdraw,
    [ChineseName("通过")] Approve,
    [ChineseName("退回")] Return,
    [ChineseName("定稿")] Settle,
    [ChineseName("登记批准")] RecordApproval,
    [ChineseName("未获批准")] NotApproved,
    [ChineseName("报备")] SendForFiling,
    [ChineseName("撤回报备")] Recall,
    [ChineseName("改送")] Redirect,
    [ChineseName("受理")] Accept,
    [ChineseName("告知补正")] RequestSupplement,
    [ChineseName("补正报送")] Resubmit,
    [ChineseName("予以备案")] Record,
    [ChineseName("不予备案")] Refuse,
    [ChineseName("重新报备")] Refile,
    [ChineseName("实施")] PutIntoEffect,
    [ChineseName("公布")] Publish,
    [ChineseName("变更")] Amend,
    [ChineseName("废止")] Repeal,
    [ChineseName("作废")] Discard,
}
