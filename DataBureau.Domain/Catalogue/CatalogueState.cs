namespace DataBureau.Domain.Catalogue;

/// <summary>Where a revision of an entry stands.</summary>
public enum CatalogueState
{
    /// <summary>Being compiled by the department; may be incomplete.</summary>
    [ChineseName("草稿")] Draft,

    /// <summary>Submitted; waits for the sign-off inside the department.</summary>
    [ChineseName("部门审核")] DepartmentReview,

    /// <summary>Signed off; waits for the data authority.</summary>
    [ChineseName("待数据局审核")] UnderReview,

    /// <summary>Sent back by the department head or the authority, with a reason.</summary>
    [ChineseName("退回修改")] Returned,

    /// <summary>Approved by the authority; counts for sharing, opening and project acceptance, and may be published.</summary>
    [ChineseName("审核通过")] Approved,

    /// <summary>In the published catalogue. A change is compiled as a new revision beside it.</summary>
    [ChineseName("已发布")] Published,

    /// <summary>No longer in use; kept for the record.</summary>
    [ChineseName("已停用")] Retired,

    /// <summary>A published revision whose place a newer one has taken.</summary>
    [ChineseName("历史版本")] Superseded,

    /// <summary>A draft its compiler threw away.</summary>
    [ChineseName("已作废")] Discarded,
}

/// <summary>What can be done to an entry. 部门与数据局两级的通过、退回 are different acts with the same everyday word.</summary>
public enum CatalogueAction
{
    [ChineseName("提交")] Submit,
    [ChineseName("撤回")] Withdraw,
    [ChineseName("通过")] Approve,
    [ChineseName("退回")] Return,
    [ChineseName("发布")] Publish,
    [ChineseName("变更")] Revise,
    [ChineseName("停用")] Retire,
    [ChineseName("作废")] Discard,
}
