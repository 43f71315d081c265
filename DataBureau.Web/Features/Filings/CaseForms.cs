using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Excel;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.Filings;

/// <summary>Parts that the printed forms of cases share.</summary>
internal static class CaseForms
{
    public static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A line of the table of materials.</summary>
    public static IReadOnlyList<string?> Material(int index, CaseMaterial material, IReadOnlyList<AttachmentView> files) =>
        [Number(index), material.Name, string.Join('\n', files.Where(f => f.Slot == material.Key).Select(f => f.FileName)) is { Length: > 0 } names ? names : material.Required ? "未提供" : "—"];

    /// <summary>What an edition changes: the number it goes back to, the reason, and each field before and after.</summary>
    public static void Changes(FormWorkbook form, EditionChanges changes) => form.Section("变更情况")
        .Fields(new("原备案号", changes.FilingNumber ?? "（未备案）"), new("原版本", $"第 {changes.Edition} 版"))
        .TextBlock("变更原因", changes.Reason, 2)
        .Table([("变更项目", 1), ("变更前", 2), ("变更后", 3)], changes.Changes.Select(c => (IReadOnlyList<string?>)[c.Title, c.Before ?? "（空）", c.After ?? "（空）"]));

    /// <summary>The opinion of whoever took a step, in their own words where they said any, with name and date; empty to be written by hand while nobody has.</summary>
    public static void Opinion(FormWorkbook form, string label, HistoryEntry? step) =>
        form.Opinion(label, step is null ? null : string.IsNullOrWhiteSpace(step.Comment) ? $"{step.Action}。" : step.Comment, step?.ActorName, step is null ? null : ChinaTime.DateOf(step.At));

    /// <summary>A notice of supplement.</summary>
    public static FormWorkbook Notice(string title, SupplementRound round, string body, string what, params ReadOnlySpan<FormField> fields) => new FormWorkbook("补正通知")
        .Title(title)
        .NumberLine($"第 {round.Round} 次", Day(round.RequestedAt), "补正告知")
        .Section("报送事项")
        .Fields(fields)
        .TextBlock("通知内容", $"{body}：\n你单位报送备案的《{what}》收悉。经核对，下列材料或内容需要补正，现一次性告知，请补齐后重新报送。{(round.Comment is null ? null : "\n" + round.Comment)}", 4)
        .Section("补正清单")
        .Table([("序号", 1), ("材料或内容", 2), ("补正要求", 3)], round.Items.Select((item, i) => (IReadOnlyList<string?>)[Number(i), item.Title, item.Text]))
        .Opinion("告知机关", round.Office, round.RequestedBy, ChinaTime.DateOf(round.RequestedAt))
        .Opinion("补正说明", round.AnsweredAt is null ? null : round.Answer ?? "（没有填写说明）", round.AnsweredBy, round.AnsweredAt is { } answered ? ChinaTime.DateOf(answered) : null)
        .Note("注：未列入本通知的材料和内容，以后不再要求补正。");
}
