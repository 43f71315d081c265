namespace DataBureau.Domain.ChiefDataOfficers.Import;

/// <summary>The columns that the roster import knows.</summary>
public enum RosterField
{
    [ChineseName("单位名称")] UnitName,
    [ChineseName("统一社会信用代码")] UnitCode,
    [ChineseName("岗位")] Post,
    [ChineseName("姓名")] PersonName,
    [ChineseName("职务")] Office,
    [ChineseName("任职级别")] Rank,
    [ChineseName("联系电话")] Phone,
    [ChineseName("是否代理")] Acting,
    [ChineseName("兼任情况")] OtherPosts,
    [ChineseName("任命文号")] DocumentNumber,
    [ChineseName("发文日期")] DocumentDate,
    [ChineseName("任职日期")] EffectiveFrom,
    [ChineseName("任期截止")] TermEndsOn,
    [ChineseName("备案号")] FilingNumber,
    [ChineseName("备案日期")] FiledOn,
}

/// <summary>What a roster file holds.</summary>
public enum RosterMode
{
    /// <summary>Candidates, who go the whole way of an appointment.</summary>
    [ChineseName("提名人选")] Nominations,

    /// <summary>People appointed and filed on paper, with document and number; those whose term is over enter the post's history.</summary>
    [ChineseName("已备案的任职")] Holders,
}
