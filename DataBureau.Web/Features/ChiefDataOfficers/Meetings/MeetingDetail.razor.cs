using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>One meeting: written until the minutes are issued, then followed up.</summary>
public sealed partial class MeetingDetail
{
    private string? _comment;
    private string? _number;

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
            (_comment, _number) = (null, null);
    }

    /// <summary>Those of the register that are not on the list yet.</summary>
    private IEnumerable<(string, string)> Uninvited(MeetingView view) => view.Units.Where(u => Form.Participants.All(p => p.Id != u.Id)).Select(u => (u.Id.ToString(), u.Text));

    /// <summary>Takes the place of an empty line, where there is one.</summary>
    private Task InviteAsync(string? unit) => View!.Units.FirstOrDefault(u => u.Id.ToString() == unit) is not { } chosen ? Task.CompletedTask : ChangeAsync(() =>
    {
        var line = Form.Participants.Find(p => p.Id is null && string.IsNullOrWhiteSpace(p.First) && string.IsNullOrWhiteSpace(p.Second));
        if (line is null)
            Form.Participants.Add(line = new MeetingLine());
        (line.Id, line.First, line.Second) = (chosen.Id, chosen.Name, chosen.Holders?[..Math.Min(chosen.Holders.Length, MeetingContent.LineLimit)]);
    });

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
            await RunAsync(() => Meetings.ActAsync(Id, View!.Version, action, _comment, action == MeetingAction.Issue ? _number : null));
    }
}
