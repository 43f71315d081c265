using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Catalogue;

public static class CataloguePermissions
{
    /// <summary>See entries in every state, within the grant's reach.</summary>
    public static readonly Permission View = new("catalogue.view", "查看数据目录");

    /// <summary>Draft, change, import and submit the own organisation's entries.</summary>
    public static readonly Permission Compile = new("catalogue.compile", "编制数据目录");

    /// <summary>Sign off inside the department before anything leaves it.</summary>
    public static readonly Permission SignOff = new("catalogue.sign-off", "部门审核目录");

    /// <summary>Review what departments submitted to the authority.</summary>
    public static readonly Permission Review = new("catalogue.review", "数据局审核目录");

    public static readonly Permission Publish = new("catalogue.publish", "发布数据目录");

    public static readonly Permission Retire = new("catalogue.retire", "停用数据目录");

    /// <summary>Import drafts for any organisation of the grant's region, and create the unknown ones.</summary>
    public static readonly Permission ImportForRegion = new("catalogue.import-for-region", "代辖区单位导入目录");

    public static readonly Permission Export = new("catalogue.export", "导出数据目录");

    /// <summary>Policy of the page for those who judge, inside the department or at the authority.</summary>
    public const string JudgePage = "catalogue.judge";

    /// <summary>Policy of the import page.</summary>
    public const string ImportPage = "catalogue.import";

    /// <summary>Pages that one of several permissions opens.</summary>
    public static readonly IReadOnlyList<(string Policy, Permission[] AnyOf)> Pages = [(JudgePage, [SignOff, Review]), (ImportPage, [Compile, ImportForRegion])];
}
