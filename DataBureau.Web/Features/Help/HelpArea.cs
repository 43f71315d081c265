using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Web.Features.Help.Areas;

namespace DataBureau.Web.Features.Help;

/// <summary>One page of the help.</summary>
/// <param name="Key">In the address: /help/{key}.</param>
/// <param name="Title">数据目录.</param>
/// <param name="Lead">What it answers, in one line.</param>
/// <param name="Icon">A name listed in eng/icons.txt.</param>
/// <param name="Content">The component that holds its text.</param>
/// <param name="Pages">The addresses it belongs to, each with all below it.</param>
public sealed record HelpArea(string Key, string Title, string Lead, string Icon, Type Content, params IReadOnlyList<string> Pages)
{
    private readonly Lazy<IReadOnlyList<HelpWorkflow>> _workflows = new([]);

    public static readonly IReadOnlyList<HelpArea> All =
    [
        new("start", "入门与工作台", "登录、菜单、待办、通知，丢线和冲突时怎么办。", "home", typeof(StartHelp), "/", "/notifications", "/account"),
        new("catalogue", "数据目录", "目录怎样编制、导入、审签、审核、发布、变更和停用。", "library_books", typeof(CatalogueHelp), "/catalogue", "/reviews")
        {
            Workflows = () => [HelpWorkflow.Of("目录的编制、审核与发布", CatalogueWorkflow.Table)],
        },
        new("plans", "规划与备案", "规划的编制、批准、备案和公布；项目实施方案备案；县级数字底座的同意。", "description", typeof(PlansHelp), "/plans", "/numbers", "/admin/filing-recipients")
        {
            Workflows = () =>
            [
                HelpWorkflow.Of("规划的编制、备案与公布", PlanWorkflow.Table),
                HelpWorkflow.Of("项目实施方案备案", ImplementationPlanWorkflow.Table, ImplementationPlanWorkflow.Mechanism),
                HelpWorkflow.Of("县级数字底座的同意", DigitalBaseWorkflow.Table, DigitalBaseWorkflow.Mechanism),
            ],
        },
        new("officers", "首席数据官", "岗位、提名、任命、报备、换任；履职评价、联席会议和培训。", "badge", typeof(OfficersHelp), "/chief-data-officers", "/admin/officer-scheme")
        {
            Workflows = () =>
            [
                HelpWorkflow.Of("首席数据官的提名、任命与报备", OfficerWorkflow.Table, OfficerWorkflow.Mechanism),
                HelpWorkflow.Of("履职评价", EvaluationWorkflow.Table),
                HelpWorkflow.Of("评价指标体系", IndicatorWorkflow.Table),
                HelpWorkflow.Of("联席会议", MeetingWorkflow.Table),
            ],
        },
        new("projects", "项目", "年度建设计划、项目立项、复用优先、批复、验收。", "work", typeof(ProjectsHelp), "/projects")
        {
            Workflows = () => [HelpWorkflow.Of("项目的立项、批复与验收", ProjectWorkflow.Table), HelpWorkflow.Of("年度建设计划", AnnualPlanWorkflow.Table)],
        },
        new("consultations", "会商", "发起会商、征求意见、结论、纪要和落实。", "forum", typeof(ConsultationsHelp), "/consultations", "/admin/consultations")
        {
            Workflows = () => [HelpWorkflow.Of("会商", ConsultationWorkflow.Table)],
        },
        new("dashboard", "看板与简报", "看进展、点数字看明细、导出，以及周一的简报。", "monitoring", typeof(DashboardHelp), "/dashboard"),
        new("excel", "Excel 导入与导出", "模板、检查、错误工作簿、再导入；清单和表单的导出。", "table_view", typeof(ExcelHelp), "/catalogue/import", "/exports"),
        new("administration", "系统管理", "三员分立、组织机构、用户与权限、日历与时限、编号、审计。", "settings", typeof(AdministrationHelp), "/admin", "/audit"),
        new("keyboard", "键盘操作", "不用鼠标走完一件事。", "list_alt", typeof(KeyboardHelp)),
    ];

    /// <summary>Made when first asked for: tables do not change while the program runs.</summary>
    public Func<IReadOnlyList<HelpWorkflow>> Workflows { init => _workflows = new Lazy<IReadOnlyList<HelpWorkflow>>(value); }

    public IReadOnlyList<HelpWorkflow> Tables => _workflows.Value;

    public string Href => $"/help/{Key}";

    public static HelpArea? Find(string? key) => All.FirstOrDefault(a => a.Key == key);

    /// <summary>The area a page belongs to: the longest address that is the path or above it; the help's first page where none is.</summary>
    public static string HrefFor(string path) =>
        path == "/" ? All[0].Href
        : All.SelectMany(a => a.Pages.Select(p => (Area: a, Page: p))).Where(x => x.Page != "/" && (path == x.Page || path.StartsWith(x.Page + "/", StringComparison.Ordinal)))
            .OrderByDescending(x => x.Page.Length).Select(x => x.Area.Href).FirstOrDefault() ?? "/help";
}
