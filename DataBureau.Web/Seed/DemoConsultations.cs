using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Files;
using static DataBureau.Domain.Consultations.ConsultationAction;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>Demo consultations in every state, brought there by the same acts that people use, with opinions, dissent, minutes and numbers.</summary>
internal sealed class DemoConsultations(BureauDbContext db, PolicyLibrary policies, ContentStore store, NumberLedger ledger, ReplyClocks replies, DateTimeOffset now)
{
    private const int ReplyDays = 7;

    private IReadOnlyList<Organisation> _organisations = [];
    private IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> _people = new Dictionary<(Guid, Role), Actor>();

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        (_organisations, _people) = (organisations, people);
        foreach (var region in new[] { "140000", "350000", "130100" })
            db.TimeLimits.Add(new TimeLimitSetting { Id = Guid.CreateVersion7(), Limit = ConsultationWorkflow.ReplyLimit.Key, RegionCode = region, WorkingDays = ReplyDays });
        await ClockSource.TouchAsync(db, ClockVersion.TimeLimits);
        await db.SaveChangesAsync();
        var subjects = new DemoConsultationSubjects(db, policies, Person);
        foreach (var life in DemoConsultationLives.All)
            await LiveAsync(life, subjects);
    }

    private async Task LiveAsync(DemoConsultationLife life, DemoConsultationSubjects subjects)
    {
        var data = Body(life.Region, Responsibilities.DataAuthority);
        var info = Body(life.Region, Responsibilities.GovInfoAuthority);
        var (convenorBody, first) = life.Trigger == ConsultationTrigger.AnnualPlan ? (info, data) : (data, info);
        var convenor = Person(convenorBody, life.Trigger == ConsultationTrigger.AnnualPlan ? Role.GovInfoOfficer : Role.Reviewer);
        var at = OfficeHours(now.AddDays(-life.Days));
        var departments = _organisations.Where(o => o.RegionCode == life.Region && o.Kind == OrganisationKind.GovernmentDepartment && o.Id != first.Id && o.Id != convenorBody.Id).ToList();
        var subject = await subjects.ForAsync(life, convenorBody, departments[^1], at);
        var title = subject?.Kind == AnnualPlan.CaseKind ? $"{subject.Title}会商" : life.Title;
        var made = Consultation.Prepare(Guid.CreateVersion7(at), convenorBody.Id, life.Region, life.Trigger, subject,
            new ConsultationContent { Title = title, Matter = life.Matter, ContactName = convenor.Name, ContactPhone = "0351-0000000" }, at);
        db.Consultations.Add(made);
        foreach (var question in life.Questions)
            made.AddQuestion(Guid.CreateVersion7(at), question);
        foreach (var body in departments.Skip(1).Take(life.Others).Prepend(first))
            made.AddUnit(Guid.CreateVersion7(at), body.Id);
        await AttachAsync(made, convenor, at);
        db.History.Add(ConsultationHistory.Created(made, convenor, at));
        Know(made);
        await db.SaveChangesAsync();
        foreach (var act in life.Acts)
        {
            at = OfficeHours(at.AddDays(Math.Max(1, life.Days / (life.Acts.Length + 1))));
            await PrepareAsync(made, act, convenor, at);
            await ActAsync(made, act, convenor, at);
        }

        if (made.State == ConsultationState.Collecting)
            await SpeakAsync(made, made.Invited.SkipLast(1), OpinionKind.Agree, at);
        await replies.FollowAsync(db, made, at);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>What people do before the convenor's next act.</summary>
    private async Task PrepareAsync(Consultation made, ConsultationAction act, Actor convenor, DateTimeOffset at)
    {
        if (act == CloseRound)
            await SpeakAsync(made, made.Invited, made.Round == 1 && made.Questions.Count > 2 ? OpinionKind.Disagree : OpinionKind.Agree, at);
        if (act == Conclude)
        {
            foreach (var question in made.Questions.Where(q => made.Board.HasDissent(q) && q.Outcome is null).ToList())
                Check(made.SettleDissent(question.Id, DissentOutcome.Reconciled, "双方面商，按修改后的方案执行。", convenor, at), made);
            Check(made.Edit(made.Content with
            {
                MeetingOn = made.State == ConsultationState.Meeting ? ChinaTime.DateOf(at) : null, MeetingPlace = "三楼会议室", MeetingAttendees = "各单位分管负责人",
                Conclusion = ConsultationGuards.Found(made), ConclusionText = "各单位同意方案，按反馈意见修改后报批。",
            }, convenor, at), made);
            Step(made, "修改", convenor, at);
        }

        if (act == DrawUpMinutes)
        {
            Check(made.Edit(made.Content with { MinutesText = "会商议定：一、同意方案；二、牵头单位按意见修改完善；三、各单位按分工抓好落实。" }, convenor, at), made);
            Step(made, "修改", convenor, at);
        }

        if (act is StartFollowUp or Archive && made.State == ConsultationState.Minutes)
            foreach (var unit in made.Invited)
                unit.Countersign(Person(Organisation(unit), Role.Liaison), at);
        if (act == StartFollowUp)
        {
            Check(made.PutFollowUp(Guid.CreateVersion7(at), "按会商意见修改方案并重新印发", made.ConvenorId, ChinaTime.DateOf(at).AddDays(30), convenor, at), made);
            Step(made, "增加落实事项", convenor, at);
        }

        if (act == FinishFollowUp)
            foreach (var item in made.FollowUps.Where(f => f.IsOpen).ToList())
            {
                Check(made.FinishFollowUp(item.Id, "已修改印发。", convenor, at), made);
                Step(made, "办结落实事项", convenor, at);
            }
    }

    private async Task ActAsync(Consultation made, ConsultationAction act, Actor convenor, DateTimeOffset at)
    {
        var (from, comment) = (made.State, act == Terminate ? "事项调整，不再会商。" : null);
        if (made.Act(act, comment, new GuardContext(convenor, policies.For(made.RegionCode), at)) is Decision<ConsultationState>.Refused refused)
            throw new InvalidOperationException($"Demo consultation {made.Content.Title}: {act} was refused: {refused.Refusal.Code}.");
        if (act is Send or DrawUpMinutes)
            await NumberAsync(made, act == Send ? ConsultationCase.Numbers : ConsultationCase.MinutesNumbers, convenor, at);
        db.History.Add(CaseHistory.Step(Consultation.CaseKind, made.Id, made.Version, act.ChineseName(), from.ChineseName(), made.State.ChineseName(), comment, convenor, at));
        await db.SaveChangesAsync();
        await replies.FollowAsync(db, made, at);
        Remember(made);
    }

    private async Task NumberAsync(Consultation made, NumberMatter matter, Actor convenor, DateTimeOffset at)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = (await ledger.IssueAsync(db, matter, made.RegionCode, Consultation.CaseKind, made.Id, made.Content.Title, convenor, at)).Text;
        await transaction.CommitAsync();
        if (matter == ConsultationCase.Numbers)
            made.TakeNumber(number);
        else
            made.TakeMinutesNumber(number);
    }

    /// <summary>Each unit agrees, but for the first, which says something of its own on the last question.</summary>
    private async Task SpeakAsync(Consultation made, IEnumerable<ConsultationUnit> units, OpinionKind dissent, DateTimeOffset at)
    {
        foreach (var (unit, i) in units.Select((u, i) => (u, i)).ToList())
        {
            var actor = Person(Organisation(unit), Role.Liaison);
            foreach (var question in made.Questions.Where(q => made.Board.MayAnswer(unit, q)))
            {
                var kind = i == 0 && question.Number == made.Questions.Count ? dissent : (i + question.Number) % 4 == 0 ? OpinionKind.AgreeWithRemarks : OpinionKind.Agree;
                db.ConsultationOpinions.Add(ConsultationOpinion.Give(Guid.CreateVersion7(at), unit, made.Round, question.Id, kind, ConsultationOpinion.NeedsText(kind) ? "建议明确责任分工和完成时限。" : null, actor, at));
            }

            db.History.Add(ConsultationHistory.Note(made, "反馈意见", $"第 {made.Round} 轮", actor, actor.OrganisationName, at));
        }

        await db.SaveChangesAsync();
        Remember(made);
    }

    /// <summary>What was said so far, as this unit of work has it.</summary>
    private void Remember(Consultation made) => made.Know(made.Facts with { Opinions = [.. db.ConsultationOpinions.Local.Where(o => o.ConsultationId == made.Id).Select(o => new OpinionFact(o.UnitId, o.QuestionId, o.Round, o.Kind))] });

    private void Know(Consultation made) => made.Know(new ConsultationFacts
    {
        ConvenorHolds = _organisations.First(o => o.Id == made.ConvenorId).Responsibilities,
        Bodies = made.Units.Select(u => u.OrganisationId).Append(made.ConvenorId).ToDictionary(id => id, id => _organisations.First(o => o.Id == id) is var o ? new InvitedBody(o.Name, o.Responsibilities, false) : null!),
        Materials = 1,
        SettingDays = ReplyDays,
    });

    private void Step(Consultation made, string action, Actor actor, DateTimeOffset at) => db.History.Add(ConsultationHistory.Step(made, action, null, actor, at));

    private static void Check(Refusal? refusal, Consultation made)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"Demo consultation {made.Content.Title}: {refusal.Code}.");
    }

    private async Task AttachAsync(Consultation made, Actor convenor, DateTimeOffset at)
    {
        var bytes = DemoPdf.Of(made.Content.Title, "会商材料", convenor.OrganisationName, "演示材料，内容为虚构。");
        await using var content = store.Open();
        await content.ReceiveAsync(new MemoryStream(bytes), bytes.Length, default);
        content.Keep();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(at), CaseKind = Consultation.CaseKind, CaseId = made.Id, OrganisationId = made.ConvenorId, FileName = "会商材料.pdf", ContentKind = ContentKind.Pdf,
            Size = bytes.Length, Sha256 = content.Sha256, UploadedById = convenor.UserId, UploadedByName = convenor.Name, UploadedAt = at,
        });
    }

    private Organisation Body(string region, Responsibilities responsibility) => _organisations.First(o => o.RegionCode == region && o.Responsibilities.HasFlag(responsibility));

    private Organisation Organisation(ConsultationUnit unit) => _organisations.First(o => o.Id == unit.OrganisationId);

    /// <summary>Bodies without demo people of their own get fictitious ones that cannot sign in.</summary>
    private Actor Person(Organisation body, Role role) => _people.TryGetValue((body.Id, role), out var known)
        ? known
        : new Actor(Guid.CreateVersion7(), DemoNames.Of(body.Code.Sum(c => c) + (int)role), body.Id, body.Name, [.. Roles.PermissionsOf(role).Select(p => new Grant(p, body.Id, body.RegionCode, GrantScope.Organisation))]);

    private static DateTimeOffset OfficeHours(DateTimeOffset day) => new DateTimeOffset(ChinaTime.DateOf(day).ToDateTime(new TimeOnly(9, 20)), ChinaTime.Offset).AddMinutes(ChinaTime.DateOf(day).DayNumber * 37 % 480);
}
