namespace DataBureau.Domain.Projects;

/// <summary>Where a project stands, from drafting to its archive.</summary>
public enum ProjectState
{
    [ChineseName("草稿")] Draft,

    /// <summary>Waits for the sign-off inside the building body.</summary>
    [ChineseName("内审")] InternalReview,

    /// <summary>With the authority that decides on it.</summary>
    [ChineseName("待批复")] PendingReply,

    [ChineseName("已批复")] Replied,

    [ChineseName("不予批复")] Rejected,

    [ChineseName("建设中")] Building,

    [ChineseName("待验收")] PendingAcceptance,

    [ChineseName("验收退回")] AcceptanceReturned,

    [ChineseName("已验收")] Accepted,

    [ChineseName("已归档")] Archived,

    [ChineseName("已终止")] Terminated,
}

public enum ProjectAction
{
    [ChineseName("提交")] Submit,
    [ChineseName("撤回")] Withdraw,
    [ChineseName("通过")] Approve,
    [ChineseName("退回")] Return,

    /// <summary>J04: the project has 信息化 content; who said so and why stands in the history.</summary>
    [ChineseName("判定涉及信息化")] JudgeInformatization,

    [ChineseName("判定不涉及信息化")] JudgeOther,
    [ChineseName("批复")] Reply,
    [ChineseName("不予批复")] Reject,
    [ChineseName("重新编报")] Redraft,
    [ChineseName("开工建设")] Start,
    [ChineseName("申请验收")] AskAcceptance,
    [ChineseName("通过验收")] Accept,
    [ChineseName("验收退回")] ReturnAcceptance,
    [ChineseName("归档")] Archive,
    [ChineseName("终止")] Terminate,
}

/// <summary>By which way a project comes to its decision; each has a regulator of its own.</summary>
public enum ProjectTrack
{
    /// <summary>On the project list of an annual construction plan: the 政务信息管理部门 decides once the plan is approved.</summary>
    [ChineseName("年度建设计划项目")] AnnualPlan,

    /// <summary>Brought by a department: the data authority replies.</summary>
    [ChineseName("部门数字化项目")] Department,
}

/// <summary>What the builder may change.</summary>
[Flags]
public enum ProjectParts
{
    [ChineseName("不可修改")] None = 0,
    [ChineseName("项目内容")] Content = 1,

    /// <summary>What becomes known while building: contact, systems, new shared components.</summary>
    [ChineseName("建设情况")] Progress = 2,

    [ChineseName("数据清单")] DataList = 4,
}
