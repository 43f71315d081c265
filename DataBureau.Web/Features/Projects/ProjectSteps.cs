using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Projects;

/// <summary>How far a project or an annual plan has come on its main line; returns and ends stand beside it.</summary>
internal static class ProjectSteps
{
    /// <summary>The step of a history in which content was changed; the gates look for it after a consultation, also in the projects of a plan.</summary>
    public const string Edited = "修改";

    public const string ItemAdded = "增加数据清单项";
    public const string ItemEdited = "修改数据清单项";
    public const string ItemRemoved = "删除数据清单项";
    public const string ItemsImported = "导入数据清单";

    /// <summary>Of a plan: a project was taken off its list.</summary>
    public const string Struck = "移出项目";

    /// <summary>Of the project that was taken off.</summary>
    public const string Unlisted = "移出计划";

    /// <summary>The steps that change what is consulted on. What an item is matched to is no part of it: the catalogue is compiled meanwhile.</summary>
    public static readonly IReadOnlyList<string> Edits = [Edited, ItemAdded, ItemEdited, ItemRemoved, ItemsImported];

    public static IReadOnlyList<Step> Of(ProjectDetailView view) => CaseSteps.Line(
        ProjectWorkflow.MainLine, view.State,
        view.State switch
        {
            ProjectState.Rejected => ProjectState.PendingReply,
            ProjectState.AcceptanceReturned => ProjectState.PendingAcceptance,
            _ => view.State,
        },
        view.State is ProjectState.Rejected or ProjectState.AcceptanceReturned,
        view.State is ProjectState.PendingReply or ProjectState.PendingAcceptance ? view.AuthorityName : null,
        view.History);

    public static IReadOnlyList<Step> Of(AnnualPlanView view) => CaseSteps.Line(AnnualPlanWorkflow.MainLine, view.State, view.State, stopped: false, whose: null, view.History);
}
