namespace DataBureau.Domain.Consultations;

/// <summary>Where a consultation stands, from its preparation to the archive.</summary>
public enum ConsultationState
{
    [ChineseName("筹备")] Preparing,

    /// <summary>A round is open: the invited units answer.</summary>
    [ChineseName("征求意见")] Collecting,

    /// <summary>The round is closed; the convenor sums up, asks again, meets or concludes.</summary>
    [ChineseName("汇总")] Summarising,

    [ChineseName("会议")] Meeting,

    [ChineseName("已有结论")] Concluded,

    /// <summary>The minutes are with the units for their countersignature.</summary>
    [ChineseName("纪要会签")] Minutes,

    [ChineseName("落实中")] FollowUp,

    [ChineseName("已落实")] FollowedUp,

    [ChineseName("已归档")] Archived,

    [ChineseName("已终止")] Terminated,
}

public enum ConsultationAction
{
    [ChineseName("发出")] Send,
    [ChineseName("截止本轮")] CloseRound,
    [ChineseName("再次征求")] AskAgain,
    [ChineseName("开会")] Meet,
    [ChineseName("作出结论")] Conclude,
    [ChineseName("形成纪要")] DrawUpMinutes,
    [ChineseName("重拟纪要")] Redraft,
    [ChineseName("进入落实")] StartFollowUp,
    [ChineseName("完成落实")] FinishFollowUp,
    [ChineseName("归档")] Archive,
    [ChineseName("终止")] Terminate,
}

/// <summary>What a unit says to a question.</summary>
public enum OpinionKind
{
    [ChineseName("同意")] Agree,

    /// <summary>Agrees in principle; the opinion says with what reservation.</summary>
    [ChineseName("原则同意附意见")] AgreeWithRemarks,

    [ChineseName("不同意")] Disagree,
    [ChineseName("无意见")] NoComment,
}

/// <summary>What came of it.</summary>
public enum ConclusionKind
{
    [ChineseName("一致")] Agreed,
    [ChineseName("分歧已协调")] Reconciled,
    [ChineseName("分歧上报")] Escalated,
}

/// <summary>What became of a dissent.</summary>
public enum DissentOutcome
{
    [ChineseName("已协调")] Reconciled,
    [ChineseName("上报")] Escalated,
}
