namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>Where the evaluation of a year stands.</summary>
public enum EvaluationState
{
    /// <summary>The unit writes the duty report, scores itself and attaches its evidence.</summary>
    [ChineseName("自评")] SelfScoring,

    [ChineseName("数据局评分")] BureauScoring,

    /// <summary>With a third party; its scores come back as a document that the bureau enters.</summary>
    [ChineseName("第三方评分")] ThirdPartyScoring,

    [ChineseName("已定等次")] Concluded,

    [ChineseName("已报组织人事部门")] FiledWithPersonnel,

    [ChineseName("已撤销")] Discarded,
}

public enum EvaluationAction
{
    [ChineseName("提交自评")] Submit,
    [ChineseName("退回自评")] Return,
    [ChineseName("送第三方")] SendOut,
    [ChineseName("提交第三方评分")] TakeBack,
    [ChineseName("评定")] Conclude,
    [ChineseName("报送组织人事部门")] File,
    [ChineseName("撤销")] Discard,
}

/// <summary>等次, best first.</summary>
public enum EvaluationGrade
{
    [ChineseName("优秀")] Excellent,
    [ChineseName("良好")] Good,
    [ChineseName("合格")] Adequate,
    [ChineseName("不合格")] Inadequate,
}

/// <summary>Where a set of indicators stands. An enabled one is never changed: a revision takes its place.</summary>
public enum IndicatorSetState
{
    [ChineseName("草拟")] Draft,
    [ChineseName("启用")] Enabled,
    [ChineseName("停用")] Retired,
    [ChineseName("已作废")] Discarded,
}

public enum IndicatorSetAction
{
    [ChineseName("启用")] Enable,
    [ChineseName("修订")] Revise,
    [ChineseName("停用")] Retire,
    [ChineseName("作废")] Discard,
}
