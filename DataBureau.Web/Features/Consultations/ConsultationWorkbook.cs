using System.Globalization;
using DataBureau.Domain;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The papers of a consultation: 会商函, 会商意见汇总表, 会议纪要.</summary>
internal static class ConsultationWorkbook
{
    public static FormWorkbook Letter(ConsultationView view, IReadOnlyList<AttachmentView> files) => new FormWorkbook("会商函")
        .Title("会商函")
        .NumberLine(view.Number ?? "（未发出）", view.SentAt is { } sent ? Day(sent) : "")
        .Section("会商事项")
        .Fields(new("会商名称", view.Content.Title), new("组织单位", view.ConvenorName), new("类型", view.Trigger?.ChineseName() ?? ConsultationWords.ByChoice), new("所涉事项", view.Subject?.Title),
            new("联系人", view.Content.ContactName), new("联系电话", view.Content.ContactPhone))
        .TextBlock("事由", view.Content.Matter, 3)
        .TextBlock("依据", Basis(view), 2)
        .TextBlock("被邀单位", string.Join('、', view.Invited.Select(u => u.Name)), 2)
        .Section("请逐项表态")
        .Table([("序号", 1), ("事项", 5)], view.Questions.Select(q => (IReadOnlyList<string?>)[Number(q.Number), q.Text]))
        .Section("材料")
        .Table([("序号", 1), ("文件", 5)], files.Select((f, i) => (IReadOnlyList<string?>)[Number(i + 1), f.FileName]))
        .Note($"{ReplyBy(view)}（局内时限，不是法规规定的期限）。意见分为同意、原则同意附意见、不同意、无意见；选择附意见或不同意的，请写明理由。{ConsultationWords.Silence(view.SilenceIsNoObjection)}")
        .Fields(new("组织单位（盖章）", view.ConvenorName), new("日期", view.SentAt is { } at ? Day(at) : null));

    /// <summary>The matrix on paper: question by question, a line for each unit.</summary>
    public static FormWorkbook Opinions(ConsultationView view, IReadOnlyList<OpinionView> opinions)
    {
        var form = new FormWorkbook("会商意见汇总表").Title("会商意见汇总表")
            .NumberLine(view.Number ?? "（未发出）", $"第 {view.Round} 轮　{view.State.ChineseName()}")
            .Fields(new("会商名称", view.Content.Title), new("组织单位", view.ConvenorName));
        form.Section("意见统计").Table([("事项", 1), ("同意", 1), ("原则同意", 1), ("不同意", 1), ("无意见", 1), ("未反馈", 1)], view.Questions.Select((q, i) => Tally($"事项 {Number(q.Number)}", [.. view.Invited.Select(u => u.Cells[i])])));
        var latest = opinions.GroupBy(o => (o.QuestionId, o.UnitId)).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Round)!);
        for (var i = 0; i < view.Questions.Count; i++)
        {
            var question = view.Questions[i];
            form.Section($"事项 {question.Number}　{question.Text}").Table([("单位", 2), ("意见", 1), ("具体意见", 2), ("签署", 1)], view.Invited.Select(unit =>
                latest.TryGetValue((question.Id, unit.Id), out var said)
                    ? (IReadOnlyList<string?>)[unit.Name, said.Kind.ChineseName(), said.Text, $"{said.SignedBy}\n{ChinaTime.DateOf(said.SignedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"]
                    : [unit.Name, unit.Cells[i].ChineseName(), unit.SilentNote, unit.SilentBy]));
            if (question.Outcome is { } outcome)
                form.TextBlock("分歧处理", $"{outcome.ChineseName()}：{question.OutcomeNote}", 1);
        }

        return form.Note($"注：{ConsultationWords.Silence(view.SilenceIsNoObjection)}").Signatures("汇总人", "负责人", "日期");
    }

    public static FormWorkbook Minutes(ConsultationView view)
    {
        var form = new FormWorkbook("会议纪要").Title("会商会议纪要")
            .NumberLine(view.MinutesNumber ?? "（未编号）", view.ConcludedAt is { } at ? Day(at) : "")
            .Fields(new("会商名称", view.Content.Title), new("会商编号", view.Number), new("组织单位", view.ConvenorName), new("所涉事项", view.Subject?.Title));
        if (view.Content.MeetingOn is { } day)
            form.Section("会议").Fields(new("日期", CellText.Of(day, ColumnKind.Date)), new("地点", view.Content.MeetingPlace)).TextBlock("参加人员", view.Content.MeetingAttendees, 2);
        form.Section("结论").Fields(new("结论", view.Content.Conclusion?.ChineseName()), new("上报", view.EscalatedTo is null ? null : $"{view.EscalatedTo}　{CellText.Of(view.Content.EscalatedOn, ColumnKind.Date)}"))
            .TextBlock("会商结论", view.Content.ConclusionText, 3);
        if (view.Content.EscalationRecord is { Length: > 0 } record)
            form.TextBlock("上报记录", record, 2);
        form.TextBlock("纪要", view.Content.MinutesText, 6);
        if (view.FollowUps.Count > 0)
            form.Section("落实事项").Table([("序号", 1), ("事项", 3), ("责任单位", 1), ("期限", 1)], view.FollowUps.Select(f => (IReadOnlyList<string?>)[Number(f.Number), f.Text, f.Owner, CellText.Of(f.DueOn, ColumnKind.Date)]));
        return form.Section("会签").Table([("单位", 3), ("会签人", 1), ("会签时间", 2)], view.Invited.Select(u => (IReadOnlyList<string?>)
            [u.Name, u.CountersignedBy, u.UnsignedNote is { } note ? $"未会签：{note}" : CellText.Of(u.CountersignedAt, ColumnKind.DateTime)])).Signatures("拟稿人", "签发人", "日期");
    }

    /// <summary>How many units say what. By the bureau's setting silence is no objection; it is never consent, and the paper says which it was.</summary>
    private static IReadOnlyList<string?> Tally(string question, IReadOnlyList<CellMark> marks)
    {
        var taken = Count(CellMark.TakenAsNoComment);
        return
        [
            question, Number(Count(CellMark.Agree)), Number(Count(CellMark.AgreeWithRemarks)), Number(Count(CellMark.Disagree)),
            taken == 0 ? Number(Count(CellMark.NoComment)) : $"{Number(Count(CellMark.NoComment) + taken)}（含视为 {Number(taken)}）",
            Number(Count(CellMark.NotAsked, CellMark.Awaited, CellMark.Overdue, CellMark.Silent)),
        ];

        int Count(params IReadOnlyList<CellMark> kinds) => marks.Count(m => kinds.Contains(m));
    }

    /// <summary>The provisions that ask for it, nearest first, as the policy in force has them.</summary>
    private static string Basis(ConsultationView view) =>
        view.Rule is { } rule && view.Policy.BasisOf(rule.Mechanism) is { } basis ? string.Join('；', basis.Citations.Select(c => c.Text)) : $"{ConsultationWords.ByChoice}：没有条文要求在此环节会商。";

    /// <summary>The day itself once the clock runs: a unit counts no working days. Of several units, the last one's.</summary>
    private static string ReplyBy(ConsultationView view) => view.ReplyBy is { } due
        ? $"请于 {CellText.Of(due, ColumnKind.Date)} 前（含当日，{view.RoundDays} 个工作日）反馈" : $"请在 {view.RoundDays ?? view.Content.ReplyDays} 个工作日内反馈";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
