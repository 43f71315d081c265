using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Appointments in the department of 太原 in which the demo people work, taken on their way by the people whose steps they are.</summary>
internal sealed class OfficerKit(BureauFixture bureau)
{
    public const string Liaison = "liaison.taiyuan";
    public const string Head = "head.taiyuan";
    public const string Officer = "reviewer.taiyuan";

    private static readonly (OfficerAction Action, OfficerState To)[] MainLine =
        [(OfficerAction.Appoint, OfficerState.Appointed), (OfficerAction.SendForFiling, OfficerState.PendingFiling), (OfficerAction.Accept, OfficerState.Accepted), (OfficerAction.Record, OfficerState.Filed)];

    private static int _made;

    public static OfficerContent Content(string? name = null, string from = "2026-03-01", string? to = "2029-02-28") => new()
    {
        PersonName = name ?? $"人员{Interlocked.Increment(ref _made)}", Office = "副局长", Rank = PersonRank.DeputyHead, Phone = "13803511234",
        DocumentNumber = "并民发〔2026〕15号", DocumentDate = new DateOnly(2026, 3, 1), EffectiveFrom = DateOnly.Parse(from, null), TermEndsOn = to is null ? null : DateOnly.Parse(to, null),
    };

    public static OfficerDetailView Done(Outcome<OfficerDetailView> outcome)
    {
        Assert.True(outcome is Outcome<OfficerDetailView>.Done, outcome.ToString());
        return ((Outcome<OfficerDetailView>.Done)outcome).View;
    }

    public static string Refused(Outcome<OfficerDetailView> outcome) => Assert.IsType<Outcome<OfficerDetailView>.Refused>(outcome).Refusal.Code;

    /// <summary>A unit of its own for a test: with an IT office, so that 太原 asks it for a chief and a steward.</summary>
    public async Task<Guid> UnitAsync(string region = "140100", bool it = true, OrganisationKind kind = OrganisationKind.GovernmentDepartment, string? grantTo = Liaison)
    {
        await using var db = bureau.OpenDb();
        var n = Interlocked.Increment(ref _made);
        var unit = new Organisation { Id = Guid.NewGuid(), Code = $"{region}LS9{n:00000}", Name = $"测试单位{n}", NameKey = $"测试单位{n}", Kind = kind, RegionCode = region, HasItOffice = it };
        db.Organisations.Add(unit);
        foreach (var (who, role) in grantTo is null ? [] : new[] { (grantTo, DataBureau.Domain.Access.Role.Liaison), (Head, DataBureau.Domain.Access.Role.DepartmentHead) })
            db.Grants.Add(new DataBureau.Web.Identity.UserGrant { Id = Guid.NewGuid(), UserId = await db.Users.Where(u => u.UserName == who).Select(u => u.Id).SingleAsync(), OrganisationId = unit.Id, Role = role, Scope = GrantScope.Organisation });
        await db.SaveChangesAsync();
        return unit.Id;
    }

    public Task<Outcome<OfficerDetailView>> CreateAsync(Guid unit, OfficerContent? content = null, DataPost post = DataPost.ChiefDataOfficer, string who = Liaison) =>
        bureau.AsAsync<OfficerService, Outcome<OfficerDetailView>>(who, s => s.CreateAsync(unit, post, content ?? Content()));

    public Task<Outcome<OfficerDetailView>> SaveAsync(OfficerDetailView view, OfficerContent content, string who = Liaison) =>
        bureau.AsAsync<OfficerService, Outcome<OfficerDetailView>>(who, s => s.SaveAsync(view.Id, view.Version, content));

    /// <summary>The document that removes.</summary>
    public static FieldRemark[] Removal(DateOnly? lastDay = null) => [.. new OfficerRemoval(lastDay, "并民免〔2026〕3号", new DateOnly(2026, 6, 30)).ToRemarks()];

    public Task<Outcome<OfficerDetailView>> ActAsync(OfficerDetailView view, OfficerAction action, string? who = null, string? comment = null, params FieldRemark[] remarks) =>
        bureau.AsAsync<OfficerService, Outcome<OfficerDetailView>>(who ?? WhoDoes(action), s => s.ActAsync(view.Id, view.Version, action, comment, action == OfficerAction.Remove && remarks.Length == 0 ? Removal() : remarks));

    public async Task<OfficerDetailView> DoAsync(OfficerDetailView view, OfficerAction action, string? comment = null, params FieldRemark[] remarks) => Done(await ActAsync(view, action, null, comment, remarks));

    /// <summary>On the main line, with the appointment document attached.</summary>
    public async Task<OfficerDetailView> AtAsync(OfficerState until, Guid? unit = null, OfficerContent? content = null, DataPost post = DataPost.ChiefDataOfficer)
    {
        var view = Done(await CreateAsync(unit ?? await UnitAsync(), content, post));
        await AttachAsync(view);
        foreach (var (action, to) in MainLine.TakeWhile(_ => view.State != until))
        {
            view = await DoAsync(view, action);
            Assert.Equal(to, view.State);
        }

        return view;
    }

    public async Task AttachAsync(OfficerDetailView view)
    {
        await using var db = bureau.OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.NewGuid(), CaseKind = OfficerAppointment.CaseKind, CaseId = view.Id, Slot = OfficerFields.DocumentSlot, OrganisationId = view.OrganisationId, FileName = "任命文件.pdf", ContentKind = ContentKind.Pdf, Size = 1,
            Sha256 = new string('0', 64), UploadedById = Guid.NewGuid(), UploadedByName = "某人", UploadedAt = bureau.Clock.Now,
        });
        await db.SaveChangesAsync();
    }

    private static string WhoDoes(OfficerAction action) => action switch
    {
        OfficerAction.Appoint or OfficerAction.Decline or OfficerAction.Extend or OfficerAction.Remove => Head,
        OfficerAction.Accept or OfficerAction.RequestSupplement or OfficerAction.Record or OfficerAction.Refuse or OfficerAction.TakeNote => Officer,
        _ => Liaison,
    };
}
