using ClosedXML.Excel;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>The workbook to fill in: the columns the import knows, drop-downs in the jurisdiction's own words, instructions, and a hidden fingerprint.</summary>
internal static class ImportTemplate
{
    private const int RowsWithDropDowns = 2000;

    private static readonly CatalogueField[] Columns =
    [
        CatalogueField.ClassificationPath, CatalogueField.Name, CatalogueField.Code, CatalogueField.ProviderName, CatalogueField.ProviderCode, CatalogueField.ProviderUnit, CatalogueField.Abstract,
        CatalogueField.FormatCategory, CatalogueField.FormatType, CatalogueField.ItemName, CatalogueField.ItemDataType, CatalogueField.ItemLength, CatalogueField.SharingAttribute, CatalogueField.SharingCondition,
        CatalogueField.ConditionalSharing, CatalogueField.SharingReason, CatalogueField.SharingBasisRank, CatalogueField.SharingBasis, CatalogueField.SharingReviewOn, CatalogueField.SharingMethod,
        CatalogueField.OpeningType, CatalogueField.OpeningCondition, CatalogueField.OpeningBasis, CatalogueField.Preparations, CatalogueField.UpdateFrequency,
        CatalogueField.PublicationDate, CatalogueField.RelatedCodes, CatalogueField.Grade, CatalogueField.Ownership, CatalogueField.SourceSystem, CatalogueField.Theme, CatalogueField.ContactUnit, CatalogueField.ContactPhone,
    ];

    public static async Task WriteAsync(Stream output, Organisation organisation, JurisdictionPolicy policy, CancellationToken cancellationToken)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("目录");
        var lists = workbook.AddWorksheet("字典");
        for (var i = 0; i < Columns.Length; i++)
            Column(sheet, lists, i + 1, Columns[i], policy);
        sheet.SheetView.FreezeRows(1);
        sheet.Cell(2, Array.IndexOf(Columns, CatalogueField.ProviderName) + 1).SetValue(organisation.Name);
        Instructions(workbook.AddWorksheet("填写说明"), policy);
        TemplateMark.Put(workbook, TemplateMark.Catalogue, organisation.Code, policy.Region);
        lists.Hide();
        await using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellationToken);
    }

    private static void Column(IXLWorksheet sheet, IXLWorksheet lists, int number, CatalogueField field, JurisdictionPolicy policy)
    {
        var header = sheet.Cell(1, number);
        header.SetValue(field.ChineseName() + (IsRequired(field) ? "（必填）" : string.Empty));
        header.Style.Font.Bold = true;
        header.Style.Fill.BackgroundColor = XLColor.FromHtml(IsRequired(field) ? "#dbe8f8" : "#eef1f5");
        header.Style.Alignment.WrapText = true;
        sheet.Column(number).Width = field is CatalogueField.Abstract or CatalogueField.Name ? 36 : 18;
        // Text: codes keep their leading zeros and their last digits.
        sheet.Column(number).Style.NumberFormat.Format = "@";
        var choices = Choices(field, policy).ToList();
        if (choices.Count == 0)
            return;
        for (var i = 0; i < choices.Count; i++)
            lists.Cell(i + 1, number).SetValue(choices[i]);
        var validation = sheet.Range(2, number, RowsWithDropDowns + 1, number).SetDataValidation();
        validation.List(lists.Range(1, number, choices.Count, number), true);
        validation.ErrorTitle = field.ChineseName();
        validation.ErrorMessage = "请从下拉列表中选择。";
    }

    private static bool IsRequired(CatalogueField field) => field is CatalogueField.OpeningType || (field != CatalogueField.IsOpen && field.IsRequiredByGuide());

    private static IEnumerable<string> Choices(CatalogueField field, JurisdictionPolicy policy) => field switch
    {
        CatalogueField.FormatCategory => Names<FormatCategory>(),
        CatalogueField.ItemDataType => Names<ItemDataType>(),
        CatalogueField.SharingAttribute => policy.Sharing.Options.Select(o => o.Label),
        CatalogueField.ConditionalSharing => policy.Sharing.ConditionalSubTypes ? Names<ConditionalSharing>() : [],
        CatalogueField.SharingBasisRank => policy.Sharing.BasisRanks.Select(r => r.ChineseName()),
        CatalogueField.SharingMethod => Names<SharingMethod>(),
        CatalogueField.OpeningType => policy.Opening.Options.Select(o => o.Label),
        CatalogueField.UpdateFrequency => Names<UpdateFrequency>(),
        CatalogueField.Grade => Names<SecurityGrade>(),
        CatalogueField.Ownership => Names<DataOwnership>(),
        _ => [],
    };

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => v.ChineseName());

    private static void Instructions(IXLWorksheet sheet, JurisdictionPolicy policy)
    {
        string[] lines =
        [
            $"本模板用于{policy.Name}的公共数据目录导入。",
            "1. 每行一条目录，从第 2 行开始填写；表头不要改动，可以隐藏或调整列的顺序。",
            "2. 一条目录有多个信息项时，在下面的行只填信息项的名称、类型和长度，信息资源名称留空即可。",
            "3. 空单元格不会改动系统中已有的内容；再次导入同一个文件不会产生重复。",
            "4. 可以先不填齐：缺少的必填内容会在提交前提示。填了但系统看不懂的内容，会在检查时逐格指出。",
            policy.Opening.Preparations.Count == 0
                ? "5. 向社会开放的数据，可在「开放前处理」一栏写明已完成的处理，多项用顿号分隔。"
                : $"5. 向社会开放的数据，在「开放前处理」一栏写明已完成的处理（{string.Join('、', policy.Opening.Preparations.Select(p => p.ChineseName()))}），多项用顿号分隔；没有完成的不能发布。",
            "6. 代码、日期等列已设为文本格式，请不要改为数字，以免丢失末位或前导零。",
        ];
        for (var i = 0; i < lines.Length; i++)
            sheet.Cell(i + 1, 1).SetValue(lines[i]);
        sheet.Column(1).Width = 100;
    }
}
