namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>Where an appointment stands. The person holds the post from the appointment on, filed or not.</summary>
public enum OfficerState
{
    [ChineseName("提名")] Nominated,

    [ChineseName("已任命")] Appointed,

    /// <summary>Filed; waits for the office to accept it.</summary>
    [ChineseName("待备案")] PendingFiling,

    /// <summary>The office has said, at once, what is missing; its clock stands still.</summary>
    [ChineseName("补正")] Supplementing,

    [ChineseName("已受理")] Accepted,

    [ChineseName("在任（已备案）")] Filed,

    [ChineseName("不予备案")] FilingRefused,

    [ChineseName("已免去")] Removed,

    [ChineseName("已期满")] Expired,

    /// <summary>A successor took over.</summary>
    [ChineseName("已卸任")] Succeeded,

    [ChineseName("已撤销")] Discarded,
}

public enum OfficerAction
{
    [ChineseName("任命")] Appoint,
    [ChineseName("不予任命")] Decline,
    [ChineseName("撤销")] Discard,
    [ChineseName("报备")] SendForFiling,
    [ChineseName("撤回报备")] Recall,
    [ChineseName("改送")] Redirect,
    [ChineseName("受理")] Accept,
    [ChineseName("告知补正")] RequestSupplement,
    [ChineseName("补正报送")] Resubmit,
    [ChineseName("予以备案")] Record,
    [ChineseName("不予备案")] Refuse,
    [ChineseName("重新报备")] Refile,
    [ChineseName("变更")] Replace,
    [ChineseName("延任")] Extend,
    [ChineseName("免去")] Remove,
    [ChineseName("期满")] Expire,

    /// <summary>The office with which the appointment was filed takes note that it has ended.</summary>
    [ChineseName("知悉")] TakeNote,
}
