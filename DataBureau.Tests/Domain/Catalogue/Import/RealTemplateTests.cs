using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>The workbooks that bureaux really use: where their header is, and what every column is proposed to be.</summary>
public sealed class RealTemplateTests
{
    private const string Vendor = "数据资源目录导入模板.xlsx";

    public static TheoryData<string, string, SheetKind> Sheets => new()
    {
        { "templates/excelTemplate.xlsx", "Sheet1", SheetKind.Entries },
        { "templates/excelTemplate.xlsx", "字典", SheetKind.Dictionary },
        { "templates/excelTemplateWithOutDir.xlsx", "Sheet1", SheetKind.Entries },
        { "templates/info_catalog.xlsx", "信息资源目录", SheetKind.Entries },
        { "templates/info_catalog.xlsx", "信息项", SheetKind.Items },
        { "templates/" + Vendor, "数据资源目录导入", SheetKind.Entries },
        { "templates/" + Vendor, "信息项导入", SheetKind.Items },
        { "templates/resource-templet.xls", "Sheet1", SheetKind.Unknown },
        { "listings/yancheng-2023.xlsx", "Sheet1", SheetKind.Entries },
        { "listings/yinchuan-2023.xlsx", "Sheet1", SheetKind.Entries },
    };

    [ListingFact]
    public void Sheet_OfEachWorkbook_IsClassified()
    {
        foreach (var row in Sheets)
        {
            var sheet = Sheet((string)row[0], (string)row[1]);
            Assert.Equal((row[0], row[1], row[2]), (row[0], row[1], sheet.Kind()));
        }
    }

    [ListingFact]
    public void NationalTemplate_TwoRowHeaderUnderTitle_EveryColumnIsReadOrExplained()
    {
        var layout = Sheet("templates/excelTemplate.xlsx", "Sheet1").Layout();
        Assert.Equal([1, 2], layout.HeaderRows);
        Assert.Equal(3, layout.FirstDataRow);
        Assert.Equal(53, layout.Columns.Count);
        Assert.Equal(22, layout.Mapping.ColumnsOf(CatalogueField.ClassLevelDeeper).Count);
        Assert.Equal("共享方式/共享方式类型 （必填项）", layout.Find(CatalogueField.SharingMethod)!.Title);
        Assert.Equal(42, layout.Mapping.ColumnOf(CatalogueField.ItemDataType));
        Assert.All(layout.Unmapped, c => Assert.Equal("信息资源大普查", c.Group));
        Assert.Equal(6, layout.Unmapped.Count());
        Assert.Empty(layout.Mapping.Validate());
    }

    [ListingFact]
    public void VendorTemplate_InstructionAndGroupRow_HeaderIsBelow()
    {
        var layout = Sheet("templates/" + Vendor, "数据资源目录导入").Layout();
        Assert.Equal([1, 2], layout.HeaderRows);
        Assert.Equal("基本属性", layout.Find(CatalogueField.Name)!.Group);
        Assert.Equal("*目录提供方", layout.Find(CatalogueField.ProviderName)!.Text);
        Assert.Contains("不予共享的依据", layout.Find(CatalogueField.SharingCondition)!.Why, StringComparison.Ordinal);
        Assert.Contains(layout.Unmapped, c => c.Text == "数据资源来源部门" && c.Why.Contains("第 D 列「*目录提供方」更合适", StringComparison.Ordinal));
    }

    [ListingFact]
    public void ItemSheets_OfTwoTools_NameTheirEntry()
    {
        foreach (var (file, name) in new[] { ("info_catalog.xlsx", "信息项"), (Vendor, "信息项导入") })
        {
            var layout = Sheet("templates/" + file, name).Layout();
            Assert.Equal([CatalogueField.Name, CatalogueField.ItemName, CatalogueField.ItemDataType, CatalogueField.ItemLength], layout.Mapping.Columns.Select(c => c.Field));
            Assert.Empty(layout.Mapping.Validate(layout.Kind));
        }
    }

    [ListingFact]
    public void OldForm_LabelsBelowOneAnother_IsRefusedAsForm()
    {
        var form = Assert.IsType<HeaderDetection.Form>(Sheet("templates/resource-templet.xls", "Sheet1").Detect());
        Assert.Contains("「资源目录名称」", form.Sentence, StringComparison.Ordinal);
    }

    [ListingFact]
    public void NationalDictionary_AsCatalogue_IsRefusedWithItsHeaders()
    {
        var refusal = Assert.IsType<HeaderDetection.NotACatalogue>(Sheet("templates/excelTemplate.xlsx", "字典").Detect());
        Assert.Contains("电子表格", refusal.Headers);
        Assert.Equal(["信息资源提供方"], refusal.Recognised);
    }

    [ListingFact]
    public void Yancheng_TypeAndConditionCells_AreReadTogether()
    {
        var sheet = Sheet("listings/yancheng-2023.xlsx", "Sheet1");
        var mapping = sheet.Layout().Mapping;
        var parser = new OpeningTypeParser();
        var readings = sheet.Rows.Skip(1)
            .Select(r => OpeningReading.Combine(null, r[mapping.ColumnOf(CatalogueField.OpeningType)!.Value], r[mapping.ColumnOf(CatalogueField.OpeningCondition)!.Value], parser)).ToList();
        Assert.All(readings, r => Assert.Empty(r.Problems));
        Assert.Equal([("无条件开放", 2330), ("有条件开放", 97)], readings.GroupBy(r => r.Type.Value.ChineseName()).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2));
    }

    [ListingFact]
    public void PortalListing_PlainHeader_IsMappedWithoutQuestions()
    {
        var layout = Assert.IsType<HeaderDetection.Found>(HeaderDetector.Detect([.. RealSheets.Listing().Take(HeaderDetector.RowsLookedAt)], [])).Header;
        Assert.Equal(
            [CatalogueField.Name, CatalogueField.ProviderName, CatalogueField.Abstract, CatalogueField.OpeningType, CatalogueField.UpdateFrequency, CatalogueField.Theme, CatalogueField.FormatType],
            layout.Mapping.Columns.Select(c => c.Field));
        Assert.Equal(["来源地区", "更新时间", "数据量"], layout.Unmapped.Select(c => c.Text));
    }

    [ListingFact]
    public void EveryLayout_Detected_HasItsOwnFingerprint()
    {
        var prints = Sheets.Select(s => Sheet((string)s[0], (string)s[1]).Detect().Layout?.Fingerprint).OfType<string>().ToList();
        Assert.Equal(8, prints.Distinct().Count());
        Assert.All(prints, p => Assert.Matches("^[0-9a-f]{64}$", p));
    }

    private static RealSheet Sheet(string file, string name) => RealSheets.Of(file.Split('/')).Single(s => s.Name == name);
}
