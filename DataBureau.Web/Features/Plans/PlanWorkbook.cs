using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.Plans;

/// <summary>The papers of a filing: 备案表, 补正通知, 备案回执.</summary>
internal static class PlanWorkbook
{
    /// <summary>规划备案表, 变更备案表 for a later edition, 规划登记表 where nothing is filed.</summary>
    public static FormWorkbook Form(PlanDetailView view, IReadOnlyList<AttachmentView> files)
    {
        var name = PlanWords.FormName(view);
        var form = new FormWorkbook(name).Title(view is { IsFiled: true, Edition: > 1 } ? "规划变更备案表" : name)
            .NumberLine(view.FilingNumber ?? "（未备案）", $"第 {view.Edition} 版　{view.State.ChineseName()}");
        if (view.Changes is { } changes)
            CaseForms.Changes(form, changes);
        form.Section("基本情况")
            .Fields([new("规划名称", view.Content.Title), new("规划种类", view.KindName), new("规划期", PlanWords.Period(view.Content.PeriodFrom, view.Content.PeriodTo)), new("辖区", view.RegionName), new("编制单位", view.OrganisationName),
                .. PlanFields.All.Where(f => f.Part == PlanParts.Content && f.Key is not (nameof(PlanContent.Title) or nameof(PlanContent.PeriodFrom) or nameof(PlanContent.PeriodTo) or nameof(PlanContent.Upstream) or nameof(PlanContent.Summary))).Select(f => Field(view, f))])
            .TextBlock("主要内容", view.Content.Summary, 2);
        if (view.Content.Upstream.Count > 0)
            form.Section("上级规划").Table([("序号", 1), ("规划名称", 3), ("文号或版本", 2)], view.Content.Upstream.Select((u, i) => (IReadOnlyList<string?>)[Number(i), u.Name, u.Version]));
        if (view.Rule?.Approver != PlanApprover.None)
            form.Section("批准情况").Fields([.. PlanFields.All.Where(f => f.Part == PlanParts.Approval).Select(f => Field(view, f))]);
        form.Section("材料").Table([("序号", 1), ("材料名称", 3), ("文件", 2)], (view.Rule?.Materials ?? []).Select((m, i) =>
            (IReadOnlyList<string?>)[Number(i), m.Name, string.Join('\n', files.Where(f => f.Slot == m.Key).Select(f => f.FileName)) is { Length: > 0 } names ? names : m.Required ? "未提供" : "—"]));
        form.Section("意见");
        CaseForms.Opinion(form, "编制单位负责人意见", CaseSteps.Leaving(view.History, PlanState.InternalReview));
        if (view.IsFiled)
        {
            CaseForms.Opinion(form, "接收机关意见", CaseSteps.Leaving(view.History, PlanState.Accepted));
            form.Note($"注：{PlanWords.FiledWith(view)}{PlanWords.FilingNote}");
        }

        return form.Signatures("填报人", "单位负责人", "填报日期");
    }

    public static FormWorkbook Notice(PlanDetailView view, SupplementRound round) => new FormWorkbook("补正通知")
        .Title("规划备案补正通知")
        .NumberLine($"第 {round.Round} 次", Day(round.RequestedAt), "补正告知")
        .Section("报送事项")
        .Fields(new("报送单位", view.OrganisationName), new("规划名称", view.Content.Title), new("批准文号", view.Content.Approval.Number), new("报送时间", CellText.Of(view.FiledAt, ColumnKind.Date)))
        .TextBlock("通知内容", $"{view.OrganisationName}：\n你单位报送备案的《{view.Content.Title}》收悉。经核对，下列材料或内容需要补正，现一次性告知，请补齐后重新报送。{(round.Comment is null ? null : "\n" + round.Comment)}", 4)
        .Section("补正清单")
        .Table([("序号", 1), ("材料或内容", 2), ("补正要求", 3)], round.Items.Select((item, i) => (IReadOnlyList<string?>)[Number(i), item.Title, item.Text]))
        .Opinion("告知机关", round.Office, round.RequestedBy, ChinaTime.DateOf(round.RequestedAt))
        .Opinion("补正说明", round.AnsweredAt is null ? null : round.Answer ?? "（没有填写说明）", round.AnsweredBy, round.AnsweredAt is { } answered ? ChinaTime.DateOf(answered) : null)
        .Note("注：未列入本通知的材料和内容，以后不再要求补正。");

    /// <summary>Only for a plan that is recorded.</summary>
    public static FormWorkbook Receipt(PlanDetailView view)
    {
        var decision = view.History.LastOrDefault(h => h.IsStep && h.ToState == PlanState.Filed.ChineseName() && h.FromState == PlanState.Accepted.ChineseName());
        return new FormWorkbook("备案回执")
            .Title("规划备案回执")
            .NumberLine(view.FilingNumber!, Day(view.RecordedAt!.Value))
            .Section("备案事项")
            .Fields(new("报送单位", view.OrganisationName), new("规划名称", view.Content.Title), new("规划种类", view.KindName), new("规划期", PlanWords.Period(view.Content.PeriodFrom, view.Content.PeriodTo)),
                new("批准机关", view.ApprovingOrganName), new("批准文号", view.Content.Approval.Number), new("版本", $"第 {view.Edition} 版"), new("报送时间", CellText.Of(view.FiledAt, ColumnKind.Date)))
            .TextBlock("回执", $"{view.OrganisationName}：\n你单位报送的《{view.Content.Title}》及有关材料收悉，予以备案，备案号 {view.FilingNumber}。", 4)
            .Opinion("备案意见", decision?.Comment ?? "予以备案。", decision?.ActorName, ChinaTime.DateOf(view.RecordedAt.Value))
            .Fields(new("接收机关（盖章）", view.Recipient?.Name), new("备案日期", Day(view.RecordedAt.Value)))
            .Note($"注：{(view.State == PlanState.Repealed ? "本规划已废止，本回执仅供查考。" : null)}{PlanWords.FilingNote}");
    }

    private static FormField Field(PlanDetailView view, PlanFieldInfo field) => new(field.Title, field.Text(view.Content, view.OrganName));

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
