using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The papers of an appointment: 首席数据官备案表, 补正通知.</summary>
internal static class OfficerWorkbook
{
    public const string FormName = "首席数据官备案表";

    public static FormWorkbook Form(OfficerDetailView view, IReadOnlyList<AttachmentView> files)
    {
        var content = view.Content;
        var form = new FormWorkbook(FormName).Title(FormName)
            .NumberLine(view.FilingNumber ?? "（未备案）", view.State.ChineseName())
            .Section("单位和岗位")
            .Fields(new("单位", view.OrganisationName), new("辖区", view.RegionName), new("岗位", view.Post.ChineseName()), new("设置要求", view.Demand.ChineseName()))
            .Section("任职人员")
            .Fields(Field(nameof(content.PersonName), content.Acting ? $"{content.PersonName}（代理）" : content.PersonName), Field(nameof(content.Office), content.Office), Field(nameof(content.Rank), content.Rank?.ChineseName()),
                Field(nameof(content.Phone), PhoneNumber.Masked(content.Phone)), Field(nameof(content.OtherPosts), content.OtherPosts))
            .Section("任命情况")
            .Fields(Field(nameof(content.DocumentNumber), content.DocumentNumber), Field(nameof(content.DocumentDate), Day(content.DocumentDate)), Field(nameof(content.EffectiveFrom), Day(content.EffectiveFrom)),
                Field(nameof(content.TermEndsOn), content.TermEndsOn is null ? "未设定" : Day(content.TermEndsOn)), new("原任人员", view.IncumbentName), new("卸任日期", Day(view.EndedOn)),
                new("免职文号", view.RemovalNumber), new("免职发文日期", Day(view.RemovalDate)))
            .Section("材料")
            .Table([("序号", 1), ("材料名称", 3), ("文件", 2)], [["1", OfficerFields.NameOf(OfficerFields.DocumentSlot), string.Join('\n', files.Where(f => f.Slot == OfficerFields.DocumentSlot).Select(f => f.FileName)) is { Length: > 0 } names ? names : "未提供"]])
            .Section("意见");
        CaseForms.Opinion(form, "任职单位意见", CaseSteps.Leaving(view.History, OfficerState.Nominated));
        CaseForms.Opinion(form, "接收机关意见", CaseSteps.Leaving(view.History, OfficerState.Accepted));
        return form.Note($"注：{OfficerWords.FilingNote}联系电话不打印完整号码。").Signatures("填报人", "单位负责人", "填报日期");
    }

    public static FormWorkbook Notice(OfficerDetailView view, SupplementRound round) => new FormWorkbook("补正通知")
        .Title("任职备案补正通知")
        .NumberLine($"第 {round.Round} 次", Day(ChinaTime.DateOf(round.RequestedAt))!, "补正告知")
        .Section("报送事项")
        .Fields(new("报送单位", view.OrganisationName), new("岗位", view.Post.ChineseName()), new("姓名", view.Content.PersonName), new("报送时间", CellText.Of(view.FiledAt, ColumnKind.Date)))
        .TextBlock("通知内容", $"{view.OrganisationName}：\n你单位报送的{view.Post.ChineseName()}任职材料收悉。经核对，下列材料或内容需要补正，现一次性告知，请补齐后重新报送。{(round.Comment is null ? null : "\n" + round.Comment)}", 4)
        .Section("补正清单")
        .Table([("序号", 1), ("材料或内容", 2), ("补正要求", 3)], round.Items.Select((item, i) => (IReadOnlyList<string?>)[(i + 1).ToString(CultureInfo.InvariantCulture), item.Title, item.Text]))
        .Opinion("告知机关", round.Office, round.RequestedBy, ChinaTime.DateOf(round.RequestedAt))
        .Opinion("补正说明", round.AnsweredAt is null ? null : round.Answer ?? "（没有填写说明）", round.AnsweredBy, round.AnsweredAt is { } answered ? ChinaTime.DateOf(answered) : null)
        .Note("注：未列入本通知的材料和内容，以后不再要求补正。");

    private static FormField Field(string key, string? value) => new(OfficerFields.NameOf(key)!, value);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
