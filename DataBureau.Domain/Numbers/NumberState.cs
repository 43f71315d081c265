namespace DataBureau.Domain.Numbers;

public enum NumberState
{
    /// <summary>Kept back for papers that are under way outside the system.</summary>
    [ChineseName("预留")] Reserved,

    [ChineseName("已发")] Issued,

    /// <summary>Stays in the ledger with its reason; the number is never given again.</summary>
    [ChineseName("作废")] Voided,
}

public enum NumberAction
{
    [ChineseName("预留编号")] Reserve,
    [ChineseName("发放编号")] Issue,
    [ChineseName("作废编号")] Void,
}
