using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>One version of a set: written while a draft, afterwards only looked at. What is typed is kept on the server as it is typed.</summary>
public sealed partial class IndicatorSetDetail
{
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private string? _comment;

    [Inject] private IndicatorSetService Sets { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override string Subject => IndicatorSet.CaseKind;

    protected override Task<IndicatorSetView?> FindAsync(Guid id, CancellationToken cancellationToken) => Sets.FindAsync(id, cancellationToken);

    protected override int VersionOf(IndicatorSetView view) => view.Version;

    protected override bool MayWrite(IndicatorSetView view) => view.Editable;

    protected override IndicatorForm FormOf(IndicatorSetView view) => IndicatorForm.Of(view.Content);

    protected override Task<Outcome<IndicatorSetView>> SendAsync(int version, IndicatorForm form) => Sets.SaveAsync(Id, version, form.Read());

    protected override IReadOnlyList<CaseDifference> Differences(IndicatorSetView theirs, IndicatorForm mine) => theirs.Editable ? IndicatorForm.Differences(theirs.Content, mine) : [];

    protected override void Take(Outcome<IndicatorSetView> outcome, IndicatorSetView before)
    {
        _wrong = outcome is Outcome<IndicatorSetView>.Refused { Refusal.Details: { IsDefault: false } details } ? details : [];
        if (outcome is Outcome<IndicatorSetView>.Done done && done.View.State != before.State)
            _comment = null;
    }

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private async Task ActAsync(IndicatorSetAction action)
    {
        // What is thrown away needs no saving.
        if (View is { Editable: true } && action != IndicatorSetAction.Discard && !await SavedAsync())
            return;
        await RunAsync(() => Sets.ActAsync(Id, View!.Version, action, _comment));
        if (action == IndicatorSetAction.Revise && View?.NextId is { } next)
            Navigation.NavigateTo($"/chief-data-officers/indicators/{next}");
    }
}
