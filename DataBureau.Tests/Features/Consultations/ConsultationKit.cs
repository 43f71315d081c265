using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Files;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Consultations;

/// <summary>Consultations of the demo province, convened by its bureau and answered by whoever works in the invited units.</summary>
internal sealed class ConsultationKit(IServiceProvider services)
{
    public const string Convenor = "reviewer";

    private static int _made;

    public BureauDbContext OpenDb() => services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContext();

    public static ConsultationContent Content() => new() { Title = $"省级数据平台对接会商之{Interlocked.Increment(ref _made)}", Matter = "统一接口和交换频率，请各单位研究。", ReplyDays = 5 };

    public static ConsultationView Done(Outcome<ConsultationView> outcome)
    {
        Assert.True(outcome is Outcome<ConsultationView>.Done, outcome.ToString());
        return ((Outcome<ConsultationView>.Done)outcome).View;
    }

    public static string Code<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Refusal.Code;

    public async Task<T> AsAsync<TService, T>(string who, Func<TService, Task<T>> call)
        where TService : notnull
    {
        Guid id;
        await using (var db = OpenDb())
            id = await db.Users.Where(u => u.UserName == who).Select(u => u.Id).SingleAsync();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(id, "127.0.0.1", "test");
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<ConsultationView>> ConveneAsync(Func<ConsultationConvening, Task<Outcome<ConsultationView>>> call, string who = Convenor) => AsAsync(who, call);

    public Task<Outcome<ConsultationView>> ActAsync(ConsultationView view, ConsultationAction action, string? comment = null, string who = Convenor) =>
        AsAsync<ConsultationService, Outcome<ConsultationView>>(who, s => s.ActAsync(view.Id, view.Version, action, comment));

    public async Task<ConsultationView> DoAsync(ConsultationView view, ConsultationAction action, string? comment = null) => Done(await ActAsync(view, action, comment));

    public async Task<ConsultationView> FindAsync(Guid id, string who = Convenor) => (await AsAsync<ConsultationService, ConsultationView?>(who, s => s.FindAsync(id, default)))!;

    public async Task<Outcome<MyOpinions>> AnswerAsync(ConsultationView view, string who, OpinionKind kind, string? text = null, int? round = null, int seen = 0, params Guid[] questions) =>
        await AsAsync<ConsultationAnswers, Outcome<MyOpinions>>(who, s => s.SubmitAsync(view.Id, round ?? view.Round, [.. (questions.Length > 0 ? questions : [.. view.Questions.Select(q => q.Id)]).Select(q => new Answer(q, seen, kind, text))]));

    public async Task<MyOpinions> SaidAsync(ConsultationView view, string who, OpinionKind kind, string? text = null)
    {
        var outcome = await AnswerAsync(view, who, kind, text);
        Assert.True(outcome is Outcome<MyOpinions>.Done, outcome.ToString());
        return ((Outcome<MyOpinions>.Done)outcome).View;
    }

    /// <summary>Prepared, with questions, units and a material.</summary>
    public async Task<ConsultationView> PreparedAsync(IReadOnlyList<Guid> units, int questions = 2)
    {
        var view = Done(await AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(null, null, null, Content())));
        for (var i = 1; i <= questions; i++)
        {
            var text = $"是否同意第 {i} 项安排？";
            view = Done(await ConveneAsync(s => s.AddQuestionAsync(view.Id, view.Version, text)));
        }

        foreach (var unit in units)
            view = Done(await ConveneAsync(s => s.InviteAsync(view.Id, view.Version, unit)));
        await AttachAsync(view);
        return await FindAsync(view.Id);
    }

    public async Task<ConsultationView> SentAsync(params Guid[] units) => await DoAsync(await PreparedAsync(units), ConsultationAction.Send);

    /// <summary>On something, by the province's bureau with its counterpart, who agrees: from beginning to conclusion.</summary>
    public Task<ConsultationView> ConcludedOnAsync(string subjectKind, Guid subjectId) => ConcludedOnAsync(subjectKind, subjectId, Convenor, "govinfo", "山西省行政审批服务管理局");

    /// <summary>The other way round: by the counterpart with the bureau, as on an annual plan.</summary>
    public Task<ConsultationView> ConcludedByCounterpartAsync(string subjectKind, Guid subjectId) => ConcludedOnAsync(subjectKind, subjectId, "govinfo", Convenor, "山西省数据局");

    private async Task<ConsultationView> ConcludedOnAsync(string subjectKind, Guid subjectId, string who, string answerer, string answering)
    {
        var start = Assert.IsType<Outcome<ConsultationStart>.Done>(await AsAsync<ConsultationService, Outcome<ConsultationStart>>(who, s => s.StartAsync(subjectKind, subjectId, default))).View;
        var view = Done(await AsAsync<ConsultationService, Outcome<ConsultationView>>(who, s => s.CreateAsync(start.Trigger, subjectKind, subjectId, Content())));
        view = Done(await ConveneAsync(s => s.AddQuestionAsync(view.Id, view.Version, "是否同意？"), who));
        var counterpart = await BodyAsync(answering);
        if (view.Units.All(u => u.OrganisationId != counterpart))
            view = Done(await ConveneAsync(s => s.InviteAsync(view.Id, view.Version, counterpart), who));
        await AttachAsync(view);
        view = Done(await ActAsync(await FindAsync(view.Id, who), ConsultationAction.Send, who: who));
        await SaidAsync(view, answerer, OpinionKind.Agree);
        view = Done(await ActAsync(await FindAsync(view.Id, who), ConsultationAction.CloseRound, who: who));
        view = Done(await ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "同意。" }), who));
        return Done(await ActAsync(view, ConsultationAction.Conclude, who: who));
    }

    /// <summary>Agreed to by the liaison's unit, whose countersignature the minutes wait for.</summary>
    public async Task<ConsultationView> MinutedAsync()
    {
        var view = await ConcludedAsync();
        view = Done(await ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { MinutesText = "会商议定统一接口。" })));
        return await DoAsync(view, ConsultationAction.DrawUpMinutes);
    }

    /// <summary>Concluded, and the liaison's unit has been given something to do, with the minutes signed.</summary>
    public async Task<ConsultationView> FollowedAsync(string text, DateOnly dueOn)
    {
        var view = await ConcludedAsync();
        view = Done(await ConveneAsync(s => s.AddFollowUpAsync(view.Id, view.Version, text, view.Units[0].OrganisationId, dueOn)));
        view = Done(await ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { MinutesText = "会商议定统一接口。" })));
        view = await DoAsync(view, ConsultationAction.DrawUpMinutes);
        Assert.IsType<Outcome<MyOpinions>.Done>(await AsAsync<ConsultationAnswers, Outcome<MyOpinions>>("liaison", s => s.CountersignAsync(view.Id)));
        return await DoAsync(await FindAsync(view.Id), ConsultationAction.StartFollowUp);
    }

    /// <summary>Agreed to by the liaison's unit and concluded.</summary>
    public async Task<ConsultationView> ConcludedAsync()
    {
        var view = await SentAsync(await BodyAsync("山西省民政厅"));
        await SaidAsync(view, "liaison", OpinionKind.Agree);
        view = await DoAsync(await FindAsync(view.Id), ConsultationAction.CloseRound);
        view = Done(await ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "一致同意。" })));
        return await DoAsync(view, ConsultationAction.Conclude);
    }

    public async Task AttachAsync(ConsultationView view)
    {
        await using var db = OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(), CaseKind = Consultation.CaseKind, CaseId = view.Id, OrganisationId = view.ConvenorId, FileName = "方案.pdf", ContentKind = ContentKind.Pdf,
            Size = 1024, Sha256 = new string('0', 64), UploadedById = Guid.Empty, UploadedByName = "某人", UploadedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
    }

    public async Task<Guid> BodyAsync(string name)
    {
        await using var db = OpenDb();
        return await db.Organisations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync();
    }

    /// <summary>Departments of the province with somebody in each who answers for it.</summary>
    public async Task<IReadOnlyList<(Guid Unit, string Person)>> DepartmentsAsync(int count)
    {
        await using var db = OpenDb();
        var bodies = await db.Organisations.Where(o => o.RegionCode == "140000" && o.AbolishedAt == null && o.Responsibilities == DataBureau.Domain.Organisations.Responsibilities.None && o.Name.StartsWith("山西省")
            && !db.Users.Any(u => u.OrganisationId == o.Id)).OrderBy(o => o.Code).Take(count).Select(o => o.Id).ToListAsync();
        var made = new List<(Guid, string)>();
        foreach (var body in bodies)
        {
            var user = new BureauUser { Id = Guid.CreateVersion7(), UserName = $"unit{body:N}", NormalizedUserName = $"UNIT{body:N}".ToUpperInvariant(), DisplayName = "联络员", OrganisationId = body, CreatedAt = DateTimeOffset.UnixEpoch, SecurityStamp = "s" };
            user.Grants.Add(new UserGrant { Id = Guid.CreateVersion7(), UserId = user.Id, OrganisationId = body, Role = Role.Liaison, Scope = GrantScope.Organisation });
            db.Users.Add(user);
            made.Add((body, user.UserName));
        }

        await db.SaveChangesAsync();
        Assert.Equal(count, made.Count);
        return made;
    }
}
