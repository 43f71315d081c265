using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Meetings;

/// <summary>Where a joint meeting stands.</summary>
public enum MeetingState
{
    [ChineseName("筹备")] Preparing,
    [ChineseName("已召开")] Held,
    [ChineseName("纪要签发")] MinutesIssued,
    [ChineseName("落实中")] FollowingUp,
    [ChineseName("已办结")] Closed,
    [ChineseName("已取消")] Cancelled,
}

public enum MeetingAction
{
    [ChineseName("召开")] Hold,
    [ChineseName("签发纪要")] Issue,
    [ChineseName("交办落实")] Assign,
    [ChineseName("办结")] Close,
    [ChineseName("取消会议")] Cancel,

    /// <summary>The units of the register that take part are told day, place and agenda.</summary>
    [ChineseName("发会议通知")] Notify,
}

public static class MeetingPermissions
{
    public static readonly Permission View = new("joint-meeting.view", "查看联席会议");

    /// <summary>Prepare, hold and follow up meetings of the own body.</summary>
    public static readonly Permission Convene = new("joint-meeting.convene", "组织联席会议");

    /// <summary>Report that what the own body was given to do is done.</summary>
    public static readonly Permission Report = new("joint-meeting.report", "汇报议定事项落实");

    public static readonly Permission Export = new("joint-meeting.export", "导出联席会议");
}
