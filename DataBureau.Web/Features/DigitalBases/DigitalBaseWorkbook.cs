using DataBureau.Domain;
using DataBureau.Domain.DigitalBases;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The paper of a consent: 县级数字底座审核意见.</summary>
internal static class DigitalBaseWorkbook
{
    private static readonly string[] Blocks = [nameof(BaseApplication.Necessity), nameof(BaseApplication.CapabilityGap), nameof(BaseApplication.ConnectionPlan)];

    public static FormWorkbook Form(DigitalBaseView view, IReadOnlyList<AttachmentView> files)
    {
        var form = new FormWorkbook(DigitalBaseWords.FormName).Title(DigitalBaseWords.FormName)
            .NumberLine(view.ConsentNumber ?? "（未同意）", $"第 {view.Round} 次申请　{view.State.ChineseName()}")
            .Section("申请情况")
            .Fields([new("申请单位", view.OrganisationName), new("辖区", view.RegionName), .. DigitalBaseFields.Application.Where(f => !Blocks.Contains(f.Key)).Select(f => new FormField(f.Title, f.Text(view.Content)))]);
        foreach (var field in DigitalBaseFields.Application.Where(f => Blocks.Contains(f.Key)))
            form.TextBlock(field.Title, field.Text(view.Content), 2);
        form.Section("材料").Table([("序号", 1), ("材料名称", 3), ("文件", 2)], DigitalBaseFields.Materials.Select((m, i) => CaseForms.Material(i, m, files)))
            .Section("论证")
            .Fields([.. DigitalBaseFields.Argument.Where(f => f.Key != nameof(BaseArgument.Conclusion)).Select(f => new FormField(f.Title, f.Text(view.Content)))])
            .TextBlock("论证结论", view.Content.Argument.Conclusion, 2)
            .Section("意见");
        CaseForms.Opinion(form, "申请单位负责人意见", CaseSteps.Leaving(view.History, DigitalBaseState.InternalReview));
        CaseForms.Opinion(form, "上级数据主管部门审核意见", CaseSteps.Leaving(view.History, DigitalBaseState.UnderArgument));
        form.Fields(new("审核机关（盖章）", view.Authority?.Name), new("决定日期", view.DecidedAt is { } decided ? CaseForms.Day(decided) : null));
        if (view.BuiltAt is { } built)
        {
            form.Section("建成与连通核验")
                .Fields([new("报告建成日期", CaseForms.Day(built)), .. DigitalBaseFields.Verification.Where(f => f.Key == DigitalBaseFields.VerificationDate).Select(f => new FormField(f.Title, f.Text(view.Content)))])
                .TextBlock("核验结果", view.Content.Verification.Result, 2);
        }

        return form.Note($"注：{DigitalBaseWords.ConsentNote}").Signatures("经办人", "审核机关负责人", "日期");
    }
}
