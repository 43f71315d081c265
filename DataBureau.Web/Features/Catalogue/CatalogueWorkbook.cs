using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The 目录审核表: an entry with its opinions, as a sheet to be signed.</summary>
internal static class CatalogueWorkbook
{
    public static FormWorkbook Form(CatalogueDetailView view)
    {
        var form = new FormWorkbook("目录审核表");
        form.Title("公共数据目录审核表");
        form.NumberLine(view.Content.Code ?? "（未编代码）", $"第 {view.Revision} 版　{view.State.ChineseName()}");
        form.Section("提供方");
        form.Fields(new FormField("信息资源提供方", view.ProviderName), new FormField("提供方代码", view.ProviderCode), new FormField("审核机关", view.AuthorityName ?? string.Empty), new FormField("送审批次", view.PackageTitle ?? string.Empty));
        foreach (var group in CatalogueFields.All.Where(f => f.Key != nameof(CatalogueContent.Items)).GroupBy(f => f.Group))
        {
            form.Section(group.Key);
            form.Fields([.. group.Select(f => new FormField(f.Title, f.Text(view.Content, view.Policy) ?? string.Empty))]);
        }

        form.Section("信息项");
        form.Table([("序号", 1), ("信息项名称", 3), ("数据类型", 1), ("长度", 1)], view.Content.Items.Select((item, i) => (IReadOnlyList<string?>)[
            CellText.Of(i + 1, ColumnKind.Text), item.Name, item.DataType?.ChineseName(), CellText.Of(item.Length, ColumnKind.Text)]));
        form.Section("审核意见");
        AddOpinion(form, "部门负责人意见", view, CatalogueState.DepartmentReview);
        AddOpinion(form, "数据主管部门意见", view, CatalogueState.UnderReview);
        form.Signatures("填报人", "部门负责人", "审核人");
        return form;
    }

    private static void AddOpinion(FormWorkbook form, string label, CatalogueDetailView view, CatalogueState judgedIn)
    {
        var step = view.History.LastOrDefault(h => h.IsStep && h.FromState == judgedIn.ChineseName());
        CaseForms.Opinion(form, label, step);
    }
}
