using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

public static class EvaluationGuards
{
    /// <summary>A report on every group of duties, a score for every indicator, and the evidence that is asked for.</summary>
    public static readonly Guard<OfficerEvaluation> SelfComplete = new(nameof(SelfComplete), static (e, _) => Incomplete(
    [
        .. e.Facts.Set.Groups.Where(g => string.IsNullOrWhiteSpace(e.Report.FirstOrDefault(r => r.Group == g)?.Text)).Select(g => new RefusalDetail(g, $"「{g}」还没有写述职内容。")),
        .. Unscored(e, Scorer.Self),
        .. e.Facts.Set.Indicators.Where(i => i.EvidenceRequired && !e.Facts.Materials.Contains(i.Key)).Select(i => new RefusalDetail(i.Key, $"「{i.Name}」还没有上传佐证材料。")),
    ]));

    public static readonly Guard<OfficerEvaluation> BureauComplete = new(nameof(BureauComplete), static (e, _) => Incomplete([.. Unscored(e, Scorer.Bureau)]));

    public static readonly Guard<OfficerEvaluation> ThirdPartyNotYet = new(nameof(ThirdPartyNotYet), static (e, _) => e.ThirdPartyName is null ? null : EvaluationRefusals.ThirdPartyDone());

    public static readonly Guard<OfficerEvaluation> ThirdPartyNamed = new(nameof(ThirdPartyNamed), static (_, context) =>
        context.Remarks is { } remarks && EvaluationFields.Text(remarks, EvaluationFields.ThirdParty) is not { Length: <= 100 }
            ? EvaluationRefusals.Field("ThirdPartyName", EvaluationFields.ThirdParty, "请填写第三方机构的名称，不超过 100 字。") : null);

    /// <summary>All scores of the third party, and the report in which it gave them.</summary>
    public static readonly Guard<OfficerEvaluation> ThirdPartyComplete = new(nameof(ThirdPartyComplete), static (e, _) => Incomplete(
    [
        .. Unscored(e, Scorer.ThirdParty),
        .. e.Facts.Materials.Contains(OfficerEvaluation.ThirdPartySlot) ? [] : new RefusalDetail[] { new(OfficerEvaluation.ThirdPartySlot, "还没有上传第三方评分报告。") },
    ]));

    /// <summary>A grade; another than the score's with a reason.</summary>
    public static readonly Guard<OfficerEvaluation> GradeGiven = new(nameof(GradeGiven), static (e, context) =>
        context.Remarks is not { } remarks || e.Result is not { } result ? null
        : EvaluationFields.GradeOf(remarks) is not { } grade ? EvaluationRefusals.Field("GradeMissing", EvaluationFields.Grade, "请选择等次。")
        : e.Facts.Set.Thresholds.GradeOf(result) is var byScore && grade != byScore && EvaluationFields.Text(remarks, EvaluationFields.GradeReason) is null ? EvaluationRefusals.GradeReason(grade, byScore)
        : EvaluationFields.Text(remarks, EvaluationFields.GradeReason)?.Length > 500 ? EvaluationRefusals.Field("TooLong", EvaluationFields.GradeReason, "调整理由超过 500 字，请精简。")
        : null);

    /// <summary>To whom, under which number and when it was filed.</summary>
    public static readonly Guard<OfficerEvaluation> FilingGiven = new(nameof(FilingGiven), static (_, context) =>
    {
        if (context.Remarks is not { } remarks)
            return null;
        var missing = new List<RefusalDetail>();
        if (EvaluationFields.Text(remarks, EvaluationFields.PersonnelOffice) is not { Length: <= 100 })
            missing.Add(new(EvaluationFields.PersonnelOffice, "请填写接收的组织人事部门，不超过 100 字。"));
        if (EvaluationFields.Text(remarks, EvaluationFields.DocumentNumber) is not { Length: <= 100 })
            missing.Add(new(EvaluationFields.DocumentNumber, "请填写报送文件的文号，不超过 100 字。"));
        if (EvaluationFields.Date(remarks, EvaluationFields.DocumentDate) is not { } date)
            missing.Add(new(EvaluationFields.DocumentDate, "请填写报送日期。"));
        else if (date > ChinaTime.DateOf(context.Now))
            missing.Add(new(EvaluationFields.DocumentDate, "报送日期在今天之后，请核对。"));
        return Incomplete(missing);
    });

    /// <summary>Whoever submitted the self-evaluation does not judge it.</summary>
    public static Guard<OfficerEvaluation> NotOwnSubmission(string act) => new(nameof(NotOwnSubmission), (e, context) =>
        e.SubmittedById == context.Actor.UserId ? WorkflowRefusals.OwnSubmission(act) : null) { Excuses = true };

    private static IEnumerable<RefusalDetail> Unscored(OfficerEvaluation e, Scorer scorer) =>
        e.Facts.Set.Indicators.Where(i => e.Scores.FirstOrDefault(s => s.Key == i.Key)?.Of(scorer) is null).Select(i => new RefusalDetail(i.Key, $"「{i.Name}」还没有{scorer.ChineseName()}得分。"));

    private static Refusal? Incomplete(IReadOnlyList<RefusalDetail> missing) => missing.Count == 0 ? null : EvaluationRefusals.Incomplete(missing);
}
