using DataBureau.Domain;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>The papers of a filing: 项目实施方案备案表, 补正通知.</summary>
internal static class ImplementationPlanWorkbook
{
    public static FormWorkbook Form(ImplementationPlanView view, IReadOnlyList<AttachmentView> files)
    {
        var name = ImplementationPlanWords.FormName(view);
        var form = new FormWorkbook(name).Title(name)
            .NumberLine(view.FilingNumber ?? "（未备案）", $"第 {view.Edition} 版　{view.State.ChineseName()}");
        if (view.Changes is { } changes)
            CaseForms.Changes(form, changes);
        form.Section("基本情况")
            .Fields([new("建设单位", view.OrganisationName), new("辖区", view.RegionName), .. ImplementationPlanFields.All.Where(f => f.Key != nameof(ImplementationPlanContent.Summary)).Select(f => new FormField(f.Title, f.Text(view.Content)))])
            .TextBlock("建设内容", view.Content.Summary)
            .Section("材料").Table([("序号", 1), ("材料名称", 3), ("文件", 2)], ImplementationPlanFields.Materials.Select((m, i) => CaseForms.Material(i, m, files)))
            .Section("意见");
        CaseForms.Opinion(form, "建设单位负责人意见", CaseSteps.Leaving(view.History, ImplementationPlanState.InternalReview));
        CaseForms.Opinion(form, "接收机关意见", CaseSteps.Leaving(view.History, ImplementationPlanState.Accepted));
        return form
            .Fields(new("接收机关（盖章）", view.Recipient?.Name), new("备案日期", view.RecordedAt is { } at ? CaseForms.Day(at) : null))
            .Note($"注：{ImplementationPlanWords.FilingNote}{view.Rule?.Note}")
            .Signatures("填报人", "单位负责人", "填报日期");
    }

    public static FormWorkbook Notice(ImplementationPlanView view, SupplementRound round) => CaseForms.Notice("项目实施方案备案补正通知", round, view.OrganisationName, view.Content.Title,
        new("报送单位", view.OrganisationName), new("项目名称", view.Content.Title), new("总投资（万元）", CaseText.Amount(view.Content.Budget)), new("报送时间", CellText.Of(view.FiledAt, ColumnKind.Date)));
}
