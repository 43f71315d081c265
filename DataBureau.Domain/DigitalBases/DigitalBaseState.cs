namespace DataBureau.Domain.DigitalBases;

/// <summary>Where a county's application for a digital base of its own stands, from drafting to the connected base.</summary>
public enum DigitalBaseState
{
    [ChineseName("草稿")] Draft,

    /// <summary>Waits for the head of the applying body, who sends it to the upper authority.</summary>
    [ChineseName("内审")] InternalReview,

    /// <summary>With the authority; waits for it to be taken up.</summary>
    [ChineseName("待受理")] Applied,

    /// <summary>Being argued; the record of it is made here.</summary>
    [ChineseName("论证")] UnderArgument,

    /// <summary>May be built.</summary>
    [ChineseName("已同意")] Consented,

    [ChineseName("不同意")] ConsentRefused,

    /// <summary>Built; waits for its connection to be verified.</summary>
    [ChineseName("已建成")] Built,

    [ChineseName("已连通")] Connected,

    [ChineseName("已办结")] Closed,

    [ChineseName("已撤回")] Withdrawn,

    [ChineseName("已作废")] Discarded,
}

public enum DigitalBaseAction
{
    [ChineseName("提交")] Submit,
    [ChineseName("撤回")] Withdraw,
    [ChineseName("通过")] Approve,
    [ChineseName("退回")] Return,
    [ChineseName("改送")] Redirect,
    [ChineseName("组织论证")] OpenArgument,
    [ChineseName("同意")] Consent,
    [ChineseName("不同意")] RefuseConsent,
    [ChineseName("报告建成")] ReportBuilt,
    [ChineseName("核验连通")] Verify,
    [ChineseName("核验不通过")] FailVerification,
    [ChineseName("办结")] Close,
    [ChineseName("重新申请")] Reapply,
    [ChineseName("作废")] Discard,
}
