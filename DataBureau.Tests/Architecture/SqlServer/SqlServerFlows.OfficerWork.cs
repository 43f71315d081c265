using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.ChiefDataOfficers;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.ChiefDataOfficers.Training;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task RosterAsync(SqlServerWorkbench w)
    {
        w.Become(Role.Reviewer, GrantScope.Region);
        var import = w.Get<RosterImportService>();
        Assert.NotEmpty(await import.TargetsAsync(default));
        foreach (var mode in Enum.GetValues<RosterMode>())
        {
            var request = new RosterRequest(RosterKit.Csv(RosterKit.Row(w.Organisation.Name, "某人")), "名册.csv", w.Organisation.Id, mode);
            Assert.NotNull((await import.CheckAsync(request, null, default)).Report);
            Assert.NotNull((await import.ImportAsync(request, ImportAcceptance.Good, null, default)).Report);
        }
    }

    private static async Task IndicatorsAsync(SqlServerWorkbench w)
    {
        var sets = w.Get<IndicatorSetService>();
        var set = IndicatorSet.Draft(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, IndicatorTemplate.Content, DateTimeOffset.UnixEpoch);
        w.Samples.Put(set);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var address in new[] { "", "?q=评价%_[&state=Draft" })
            {
                await sets.ListAsync(ListQuery.Parse(address), default);
                await sets.StreamAsync(ListQuery.Parse(address), default).ToListAsync();
            }
        }

        await sets.FindAsync(set.Id, default);
        await sets.CreateAsync();
        await sets.SaveAsync(set.Id, set.Version, set.Content);
        await sets.ActAsync(set.Id, set.Version, IndicatorSetAction.Enable, null);
    }

    private static async Task EvaluationsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<EvaluationService>();
        var officer = PutOfficer(w, OfficerAction.Appoint);
        var set = IndicatorSet.Draft(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, IndicatorTemplate.Content, DateTimeOffset.UnixEpoch);
        var evaluation = OfficerEvaluation.Begin(Guid.NewGuid(), officer, w.Organisation.Id, 2026, set.Id, DateTimeOffset.UnixEpoch);
        w.Samples.Put(set);
        w.Samples.Put(evaluation);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var address in new[] { "", "?q=张%_[", "?state=Concluded", "?year=2026", "?grade=Good", "?waiting=1" })
            {
                await service.ListAsync(ListQuery.Parse(address), default);
                await service.StreamAsync(ListQuery.Parse(address), default).ToListAsync();
            }
        }

        await service.OptionsAsync(default);
        await service.StartAsync(set.Id, 2026);
        w.Become(Role.Liaison);
        await service.FindAsync(evaluation.Id, default);
        await service.SaveAsync(evaluation.Id, evaluation.Version, [], new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["plan"] = 90 });
        await service.ActAsync(evaluation.Id, evaluation.Version, EvaluationAction.Submit, null);
    }

    private static async Task MeetingsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<MeetingService>();
        var meeting = JointMeeting.Prepare(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, "某次会议", DateTimeOffset.UnixEpoch);
        w.Samples.Put(meeting);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var address in new[] { "", "?q=会%_[&state=Held" })
            {
                await service.ListAsync(ListQuery.Parse(address), default);
                await service.StreamAsync(ListQuery.Parse(address), default).ToListAsync();
            }
        }

        await service.FindAsync(meeting.Id, default);
        await service.CreateAsync();
        await service.SaveAsync(meeting.Id, meeting.Version, new MeetingContent("会议", null, null, [], [], [new FollowUpContent(null, "某事", w.Organisation.Id, null)]));
        await service.ActAsync(meeting.Id, meeting.Version, MeetingAction.Cancel, "改期。");
        await service.ReportAsync(meeting.Id, meeting.Version, Guid.NewGuid(), "已办。");
    }

    private static async Task TrainingsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<TrainingService>();
        var officer = PutOfficer(w, OfficerAction.Appoint);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Leader, scope);
            foreach (var address in new[] { "", $"?q=训%_[&year=2026&officer={Guid.NewGuid()}&unit={Guid.NewGuid()}" })
            {
                await service.ListAsync(ListQuery.Parse(address), default);
                await service.StreamAsync(ListQuery.Parse(address), default).ToListAsync();
            }
        }

        w.Become(Role.Liaison);
        await service.OptionsAsync(default);
        var actor = new Actor(w.UserId, "某人", w.Organisation.Id, "某单位", [new Grant(TrainingPermissions.Keep, w.Organisation.Id, SqlServerWorkbench.Region, GrantScope.Organisation)]);
        var content = new TrainingContent("某培训", null, 8, new DateOnly(2020, 1, 1));
        Assert.Null((await service.RecordAsync(officer.Id, content)).Refusal);
        var record = TrainingRecord.Record(Guid.NewGuid(), officer, content, actor, DateTimeOffset.UnixEpoch.AddYears(55)).Record!;
        w.Samples.Put(record);
        await service.FindAsync(record.Id, default);
        await service.RemoveAsync(record.Id);
    }
}
