using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>One meeting: written until the minutes are issued, then followed up.</summary>
public sealed partial class MeetingDetail
{
    private string? _comment;

    [Inject] private MeetingService Meetings { get; set; } = default!;

    protected override string Subject => JointMeeting.CaseKind;

    protected override Task<MeetingView?> FindAsync(Guid id, CancellationToken cancellationToken) => Meetings.FindAsync(id, cancellationToken);

    protected override int VersionOf(MeetingView view) => view.Version;

    protected override bool MayWrite(MeetingView view) => view.Editable || view.FollowUps.Any(f => f.MayReport);

    protected override MeetingForm FormOf(MeetingView view) => MeetingForm.Of(view);

    protected override Task<Outcome<MeetingView>> SendAsync(int version, MeetingForm form) => Meetings.SaveAsync(Id, version, form.Read());

    protected override IReadOnlyList<CaseDifference> Differences(MeetingView theirs, MeetingForm mine) => theirs.Editable ? MeetingForm.Differences(theirs, mine) : [];

    protected override void Take(Outcome<MeetingView> outcome, MeetingView before)
    {
        if (outcome is Outcome<MeetingView>.Done done && done.View.State != before.State)
            _comment = null;
    }

    private async Task ReportAsync(Guid followUp)
    {
        var written = Form.How;
        await RunAsync(() => Meetings.ReportAsync(Id, View!.Version, followUp, written.GetValueOrDefault(followUp)));
        // What was written on the other tasks is still to be reported.
        if (written != Form.How && written.Remove(followUp) && written.Count > 0)
            await ChangeAsync(() => Form.How = written);
    }

    private async Task ActAsync(MeetingAction action)
    {
        if (View is { Editable: false } || await SavedAsync())
            await RunAsync(() => Meetings.ActAsync(Id, View!.Version, action, _comment));
    }
}
