namespace DataBureau.Domain.Projects;

/// <summary>Where an annual construction plan stands. Whether it has been consulted on is read, not kept.</summary>
public enum AnnualPlanState
{
    [ChineseName("草稿")] Draft,
    [ChineseName("内审")] InternalReview,

    /// <summary>Signed off; to be consulted on and then reported to the government.</summary>
    [ChineseName("待报批")] ForReport,

    [ChineseName("已报批")] Reported,
    [ChineseName("已批准")] Approved,
    [ChineseName("已作废")] Discarded,
}

public enum AnnualPlanAction
{
    [ChineseName("提交")] Submit,
    [ChineseName("撤回")] Withdraw,
    [ChineseName("通过")] Approve,
    [ChineseName("退回")] Return,
    [ChineseName("标记已报批")] Report,
    [ChineseName("登记批准")] RecordApproval,
    [ChineseName("未获批准")] NotApproved,
    [ChineseName("作废")] Discard,
}
