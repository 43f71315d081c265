using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.Plans;

/// <summary>How far a plan has come on the path of its kind; 补正, 不予备案 and the ends stand beside it.</summary>
internal static class PlanSteps
{
    public static IReadOnlyList<Step> Of(PlanDetailView view)
    {
        var line = PlanWorkflow.MainLine(view.Rule).ToList();
        if (view.State == PlanState.Published && !line.Contains(PlanState.Published))
            line.Add(PlanState.Published);
        return CaseSteps.Line(
            line, view.State,
            view.State switch
            {
                PlanState.Supplementing => PlanState.PendingFiling,
                PlanState.FilingRefused => PlanState.Filed,
                _ => view.State,
            },
            view.State == PlanState.FilingRefused,
            view.State switch
            {
                PlanState.InternalReview => view.OrganisationName,
                PlanState.PendingFiling or PlanState.Accepted => view.Recipient?.Name,
                _ => null,
            },
            view.History);
    }
}
