namespace DataBureau.Domain.ChiefDataOfficers.Import;

/// <summary>The rules for one row of a roster by itself.</summary>
public static class RosterCheck
{
    /// <param name="row">What the file says.</param>
    /// <param name="mode">What the file holds.</param>
    /// <param name="policy">Of the unit's jurisdiction; null while the unit is unknown.</param>
    /// <param name="today">In China.</param>
    public static IEnumerable<RosterFinding> Findings(RosterRow row, RosterMode mode, ChiefDataOfficerPolicy? policy, DateOnly today)
    {
        var content = row.Content;
        if (content.PersonName.Length == 0)
            yield return new(RosterField.PersonName, "NameMissing", "没有填写姓名。请填写任职人员的姓名。");
        if (row.Post is null)
            yield return new(RosterField.Post, "PostMissing", "没有填写岗位。请从下拉列表中选择。");
        if (OfficerCheck.Limits(content with { TermEndsOn = null }) is { Details: [var detail, ..] } limit)
            yield return new(Of(detail.Field), limit.Code, limit.Sentence);
        if (row.Term is { IsBackwards: true } term)
            yield return new(RosterField.TermEndsOn, "OfficerTermBackwards", $"任期截止 {term.To:yyyy-MM-dd} 早于任职日期 {term.From:yyyy-MM-dd}。请核对。");
        if (row is { Post: DataPost.ChiefDataOfficer, Content.Rank: { } rank } && policy is { RankGate: { Count: > 0 } gate } && !gate.Contains(rank))
            yield return new(RosterField.Rank, "OfficerRank", $"首席数据官应当由{string.Join('或', gate.Select(r => r.ChineseName()))}担任。请核对任职级别，或另提人选。");
        if (mode == RosterMode.Nominations)
        {
            if (content.TermEndsOn < today)
                yield return new(RosterField.TermEndsOn, "TermOver", "任期已经届满，不能再提名。请核对任期截止，或选择按「已备案的任职」导入。");
            yield break;
        }

        if (string.IsNullOrEmpty(content.DocumentNumber))
            yield return new(RosterField.DocumentNumber, "DocumentMissing", "没有填写任命文号。已备案的任职须写明任命文件的文号。");
        if (content.DocumentDate is null)
            yield return new(RosterField.DocumentDate, "DocumentMissing", "没有填写发文日期。已备案的任职须写明任命文件的日期。");
        if (content.DocumentDate > today)
            yield return new(RosterField.DocumentDate, "FutureDate", "发文日期在今天之后。请核对。");
        if (content.EffectiveFrom is null)
            yield return new(RosterField.EffectiveFrom, "StartMissing", "没有填写任职日期。已备案的任职须写明自哪一天起任职。");
        if (content.EffectiveFrom > today)
            yield return new(RosterField.EffectiveFrom, "FutureDate", "任职日期在今天之后。请到任后再导入，或按「提名人选」导入。");
        if (string.IsNullOrEmpty(row.FilingNumber))
            yield return new(RosterField.FilingNumber, "FilingNumberMissing", "没有填写备案号。请填写纸质备案的编号；还没有备案的，按「提名人选」导入。");
        else if (row.FilingNumber.Length > OfficerAppointment.FilingNumberLimit)
            yield return new(RosterField.FilingNumber, "TooLong", $"备案号超过 {OfficerAppointment.FilingNumberLimit} 字。请精简。");
        if (row.FiledOn > today)
            yield return new(RosterField.FiledOn, "FutureDate", "备案日期在今天之后。请核对。");
        if (row.FiledOn < content.DocumentDate)
            yield return new(RosterField.FiledOn, "FiledBeforeAppointed", $"备案日期早于任命文件的日期 {content.DocumentDate:yyyy-MM-dd}。请核对。");
    }

    private static RosterField Of(string? field) => Enum.TryParse<RosterField>(field, out var found) ? found : RosterField.PersonName;
}
