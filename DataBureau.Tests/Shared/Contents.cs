using DataBureau.Domain.Catalogue;

namespace DataBureau.Tests.Shared;

/// <summary>Contents of entries for tests.</summary>
public static class Contents
{
    /// <summary>Complete in every jurisdiction: nothing stands in the way of submission or publication.</summary>
    public static CatalogueContent Complete(string name = "养老机构基本信息") => new()
    {
        Name = name,
        Abstract = "全市养老机构的名称、地址、床位数等基本信息。",
        Format = new ResourceFormat([new FormatPart(FormatCategory.Database, "mysql")]),
        Items = [new DataItem("机构名称", ItemDataType.Character, 200), new DataItem("床位数", ItemDataType.Integer, 6)],
        Sharing = SharingAttribute.Unconditional,
        SharingMethod = SharingMethod.Interface,
        Opening = OpeningType.Unconditional,
        Preparations = OpeningPreparation.Masked | OpeningPreparation.Declassified | OpeningPreparation.Standardised | OpeningPreparation.MachineReadable,
        UpdateFrequency = UpdateFrequency.Monthly,
        Grade = SecurityGrade.General1,
        ClassificationPath = "部门/民政",
    };
}
