using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>履职评价表.</summary>
internal static class EvaluationWorkbook
{
    public const string FormName = "首席数据官履职评价表";
    public const string IndicatorsName = "首席数据官履职评价指标表";

    public static FormWorkbook Form(EvaluationView view)
    {
        var form = new FormWorkbook(FormName).Title(FormName)
            .NumberLine($"{view.Year} 年", view.State.ChineseName(), "评价年度")
            .Section("评价对象")
            .Fields(new("姓名", view.PersonName), new("单位", view.OrganisationName), new("岗位", view.Post.ChineseName()), new("职务", view.Office), new("评价单位", view.AuthorityName), new("指标体系", view.SetTitle))
            .Section("年度述职");
        foreach (var report in view.Report)
            form.TextBlock(report.Group, report.Text, 3);
        form.Section("评分")
            .Table([("指标", 2), ("权重", 1), ("自评", 1), ("数据局", 1), ("第三方", 1)],
            [
                .. view.Set.Indicators.Select(i => (IReadOnlyList<string?>)[$"{i.Group}：{i.Name}", Text(i.Weight), Text(view.ScoreOf(i.Key).Self), Text(view.ScoreOf(i.Key).Bureau), view.ThirdPartyName is null ? "—" : Text(view.ScoreOf(i.Key).ThirdParty)]),
                ["加权合计", Text(view.Set.TotalWeight), Text(view.Total(Scorer.Self)), Text(view.Total(Scorer.Bureau)), view.ThirdPartyName is null ? "—" : Text(view.Total(Scorer.ThirdParty))],
            ])
            .Section("结果")
            .Fields(new("得分", Text(view.Result)), new("等次", view.Grade?.ChineseName()), new("第三方", view.ThirdPartyName ?? "没有第三方评分"), new("调整理由", view.GradeReason),
                new("报送部门", view.PersonnelOffice), new("报送文号", view.DocumentNumber), new("报送日期", view.DocumentDate?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)));
        CaseForms.Opinion(form, "单位意见", CaseSteps.Leaving(view.History, EvaluationState.SelfScoring));
        CaseForms.Opinion(form, "数据局意见", CaseSteps.Leaving(view.History, EvaluationState.BureauScoring));
        return form.Note($"注：{EvaluationScores.Formula}等次分数线由本局设定：优秀 {Text(view.Set.Thresholds.Excellent)} 分，良好 {Text(view.Set.Thresholds.Good)} 分，合格 {Text(view.Set.Thresholds.Adequate)} 分。").Signatures("填表人", "审核人", "日期");
    }

    /// <summary>The indicators of a set, as they are decided on and handed out.</summary>
    public static FormWorkbook Indicators(IndicatorSetView view) => new FormWorkbook(IndicatorsName).Title(IndicatorsName)
        .NumberLine(view.Title, view.State.ChineseName(), "名称")
        .Section("指标")
        .Table([("职责类别", 1), ("指标", 2), ("权重", 1), ("须有佐证", 1), ("评分说明", 1)],
            [.. view.Content.Indicators.Select(i => (IReadOnlyList<string?>)[i.Group, i.Name, Text(i.Weight), i.EvidenceRequired ? "是" : "否", i.Note]), ["合计", null, Text(view.Content.TotalWeight), null, null]])
        .Note($"注：{EvaluationScores.Formula}等次分数线由本局设定：优秀 {Text(view.Content.Thresholds.Excellent)} 分，良好 {Text(view.Content.Thresholds.Good)} 分，合格 {Text(view.Content.Thresholds.Adequate)} 分。")
        .Signatures("填表人", "审核人", "日期");

    private static string? Text(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);
}
