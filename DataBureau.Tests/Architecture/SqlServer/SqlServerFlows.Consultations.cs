using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly string[] ConsultationAddresses =
    [
        "", "?q=会商%_[", "?state=Collecting.Minutes", "?region=140100", "?trigger=rule", "?trigger=choice", "?view=answer", "?view=act", "?view=convened", "?q=会商&state=Collecting&region=140000&trigger=choice&view=act",
        .. from sort in new[] { nameof(ConsultationContent.Title), nameof(Consultation.Number), nameof(Consultation.SentAt), nameof(Consultation.UpdatedAt) } from down in new[] { "", "&desc=1" } select $"?sort={sort}{down}",
    ];

    private static SqlServerWorkbench Convening(SqlServerWorkbench w)
    {
        w.Become(Role.Reviewer, GrantScope.Region);
        return w;
    }

    private static async Task ConsultationsAsync(SqlServerWorkbench w)
    {
        var consultation = PutConsultation(w, ConsultationState.Summarising);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var filter in ConsultationAddresses.Select(a => ConsultationFilter.Read(ListQuery.Parse(a))))
            {
                Assert.Single((await w.Get<ConsultationService>().ListAsync(filter, default)).Rows);
                Assert.Single(await w.Get<ConsultationService>().StreamAsync(filter, default).ToListAsync());
            }

            Assert.NotEmpty((await w.Get<ConsultationService>().ListOptionsAsync(default)).Regions);
        }

        var service = Convening(w).Get<ConsultationService>();
        Assert.Equal(consultation.Id, (await service.FindAsync(consultation.Id, default))?.Id);
        Assert.IsType<Outcome<ConsultationStart>.Done>(await service.StartAsync(null, null, default));
        Assert.IsType<Outcome<ConsultationView>.Refused>(await service.CreateAsync(null, "plan", Guid.NewGuid(), new ConsultationContent { Title = "会商" }));
        Assert.IsType<Outcome<ConsultationView>.Done>(await service.CreateAsync(null, null, null, new ConsultationContent { Title = "会商" }));
        foreach (var (state, act) in new[] { (ConsultationState.Preparing, ConsultationAction.Terminate), (ConsultationState.Collecting, ConsultationAction.CloseRound), (ConsultationState.Concluded, ConsultationAction.DrawUpMinutes) })
        {
            consultation = PutConsultation(w, state);
            Assert.IsType<Outcome<ConsultationView>.Done>(await service.ActAsync(consultation.Id, consultation.Version, act, "办理。"));
        }

        await using var db = w.OpenDb();
        Assert.IsType<ConsultationStanding.Concluded>(await ConsultationReader.StateForAsync(db, "plan", Guid.NewGuid()));
    }

    private static async Task ReadingsAsync(SqlServerWorkbench w)
    {
        var consultation = PutConsultation(w, ConsultationState.Collecting);
        Assert.Equal(consultation.Id, (await w.Get<ConsultationReadings>().FindAsync(consultation.Id, default))?.Consultation.Id);
    }

    private static async Task ConveningAsync(SqlServerWorkbench w)
    {
        var service = Convening(w).Get<ConsultationConvening>();
        var consultation = PutConsultation(w, ConsultationState.Preparing);
        Assert.IsType<Outcome<ConsultationView>.Done>(await service.AddQuestionAsync(consultation.Id, consultation.Version, "是否同意？"));
        Assert.IsType<Outcome<ConsultationView>.Conflict>(await service.AddQuestionAsync(consultation.Id, consultation.Version + 1, "是否同意？"));
        Assert.IsType<Outcome<ConsultationView>.Done>(await service.InviteAsync(consultation.Id, consultation.Version, Guid.NewGuid()));
        consultation = PutConsultation(w, ConsultationState.Collecting);
        Assert.IsType<Outcome<ConsultationView>.Done>(await service.UrgeAsync(consultation.Id));
        consultation = PutConsultation(w, ConsultationState.Concluded);
        Assert.IsType<Outcome<ConsultationView>.Done>(await service.AddFollowUpAsync(consultation.Id, consultation.Version, "落实", w.Organisation.Id, new DateOnly(2027, 1, 1)));
    }

    private static async Task AnswersAsync(SqlServerWorkbench w)
    {
        w.Become(Role.Liaison);
        var service = w.Get<ConsultationAnswers>();
        var consultation = PutConsultation(w, ConsultationState.Collecting);
        Assert.NotNull(await service.MineAsync(consultation.Id, default));
        Assert.IsType<Outcome<MyOpinions>.Done>(await service.SubmitAsync(consultation.Id, 1, [new Answer(consultation.Questions[0].Id, 1, OpinionKind.Disagree, "不同意。")]));
        w.Samples.Remove<ConsultationOpinion>();
        Assert.IsType<Outcome<MyOpinions>.Done>(await service.SubmitAsync(consultation.Id, 1, [new Answer(consultation.Questions[0].Id, 0, OpinionKind.Agree, null)]));
        consultation = PutConsultation(w, ConsultationState.Minutes);
        Assert.IsType<Outcome<MyOpinions>.Done>(await service.CountersignAsync(consultation.Id));
    }

    private static async Task OpinionsAsync(SqlServerWorkbench w)
    {
        var consultation = PutConsultation(w, ConsultationState.Summarising);
        var service = Convening(w).Get<OpinionService>();
        Assert.Single(await service.ReadAsync(consultation.Id, null, null, default));
        Assert.Single(await service.ReadAsync(consultation.Id, consultation.Questions[0].Id, consultation.Units[0].Id, default));
        Assert.Single(await service.StreamAsync(null, default).ToListAsync());
    }

    private static async Task SilenceAsync(SqlServerWorkbench w)
    {
        w.Become(Role.SystemAdmin, GrantScope.Region);
        var service = w.Get<ConsultationSettingService>();
        Assert.IsType<Outcome<SilenceView>.Done>(await service.SaveAsync(SqlServerWorkbench.Region, 0, true));
        w.Samples.Put(new ConsultationSetting { RegionCode = SqlServerWorkbench.Region, SilenceIsNoObjection = true });
        Assert.True((await service.FindAsync(null, default))?.Effective);
        Assert.IsType<Outcome<SilenceView>.Done>(await service.SaveAsync(SqlServerWorkbench.Region, 1, false));
        Assert.IsType<Outcome<SilenceView>.Done>(await service.SaveAsync(SqlServerWorkbench.Region, 1, null));
        Assert.IsType<Outcome<SilenceView>.Conflict>(await service.SaveAsync(SqlServerWorkbench.Region, 2, null));
    }

    /// <summary>Convened by the workbench's own body, which is also the one that is asked.</summary>
    private static Consultation PutConsultation(SqlServerWorkbench w, ConsultationState state)
    {
        var now = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var made = Consultation.Prepare(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, null, null, new ConsultationContent { Title = "会商", Matter = "事由", ReplyDays = 5 }, now);
        made.Know(new ConsultationFacts { Materials = 1, Bodies = new Dictionary<Guid, InvitedBody> { [w.Organisation.Id] = new(w.Organisation.Name, Responsibilities.DataAuthority, false) } });
        var question = made.AddQuestion(Guid.NewGuid(), "是否同意？");
        var unit = made.AddUnit(Guid.NewGuid(), w.Organisation.Id);
        ConsultationAction[] way = [ConsultationAction.Send, ConsultationAction.CloseRound, ConsultationAction.Conclude, ConsultationAction.DrawUpMinutes];
        foreach (var action in way.TakeWhile(_ => made.State != state))
        {
            if (made.State == ConsultationState.Collecting)
                made.Know(made.Facts with { Opinions = [new OpinionFact(unit.Id, question.Id, 1, OpinionKind.Agree)] });
            if (ConsultationWorkflow.Editable(made.State) is ConsultationParts.Conclusion or ConsultationParts.Minutes)
                Assert.Null(made.Edit(made.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "一致。", MinutesText = "纪要。" }, Somebody(w), now));
            Assert.IsType<Decision<ConsultationState>.Accepted>(made.Act(action, null, new GuardContext(Somebody(w), PolicyLibrary.Embedded.For(SqlServerWorkbench.Region), now)));
        }

        if (made.State == ConsultationState.Concluded)
            Assert.Null(made.Edit(made.Content with { MinutesText = "纪要。" }, Somebody(w), now));
        if (made.State != ConsultationState.Preparing)
            made.TakeNumber("140000-HS-2026-0001");
        Assert.Equal(state, made.State);
        w.Samples.Put(made, question, unit, ConsultationOpinion.Give(Guid.NewGuid(), unit, 1, question.Id, OpinionKind.Agree, null, Somebody(w), now),
            Deadline.Start(Guid.NewGuid(), ConsultationWorkflow.ReplyLimit.Key, new DeadlineSubject(ConsultationUnit.CaseKind, unit.Id, "会商", "征求意见", SqlServerWorkbench.Region, w.Organisation.Id, CaseSide.Owner), new DateOnly(2026, 11, 1), 5, []),
            new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = ConsultationCase.MinutesNumbers.Code, Year = 2026 });
        return made;
    }
}
