using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Domain.DigitalBases.DigitalBaseAction;

namespace DataBureau.Tests.Features.DigitalBases;

/// <summary>Applications of the demo county, taken on their way by the people whose steps they are. A county has one at a time: each begins by clearing the last.</summary>
internal sealed class DigitalBaseKit(BureauFixture bureau)
{
    public const string Applicant = "planner.xiaodian";
    public const string Head = "head.xiaodian";
    public const string Reviewer = "reviewer.taiyuan";
    public const string Lead = "bureaulead.taiyuan";

    public static readonly BaseArgument Argument = new() { Date = new DateOnly(2026, 10, 12), Participants = "市数据局、专家组", Conclusion = "确有必要，连通方案可行。" };
    public static readonly BaseVerification Verification = new() { Date = new DateOnly(2026, 10, 20), Result = "十二个接口全部连通。" };

    private static readonly DigitalBaseAction[] MainLine = [Submit, Approve, OpenArgument, Consent, ReportBuilt, Verify, Close];

    public static DigitalBaseContent Content => new()
    {
        Application = new BaseApplication { Title = "小店区数字底座", Necessity = "区级感知设备需要就近接入。", CapabilityGap = "市级底座没有视频汇聚能力。", ConnectionPlan = "经政务外网与市级底座接口对接。", Budget = 860.25m },
    };

    public static DigitalBaseView Done(Outcome<DigitalBaseView> outcome)
    {
        Assert.True(outcome is Outcome<DigitalBaseView>.Done, outcome.ToString());
        return ((Outcome<DigitalBaseView>.Done)outcome).View;
    }

    public static Refusal Refused(Outcome<DigitalBaseView> outcome) => Assert.IsType<Outcome<DigitalBaseView>.Refused>(outcome).Refusal;

    public Task<Outcome<DigitalBaseView>> CreateAsync(string who = Applicant) => AsAsync(who, s => s.CreateAsync(Content));

    public Task<Outcome<DigitalBaseView>> SaveAsync(DigitalBaseView view, DigitalBaseContent content, string who) => AsAsync(who, s => s.SaveAsync(view.Id, view.Version, content));

    public Task<Outcome<DigitalBaseView>> ActAsync(DigitalBaseView view, DigitalBaseAction action, string? who = null, string? comment = null) =>
        AsAsync(who ?? WhoDoes(action), s => s.ActAsync(view.Id, view.Version, action, comment));

    public async Task<DigitalBaseView> DoAsync(DigitalBaseView view, DigitalBaseAction action, string? comment = null) => Done(await ActAsync(view, action, null, comment));

    public Task<DigitalBaseView?> FindAsync(Guid id, string who = Applicant) => bureau.AsAsync<DigitalBaseService, DigitalBaseView?>(who, s => s.FindAsync(id, default));

    public async Task<DigitalBaseView> BaseAsync(DigitalBaseState until = DigitalBaseState.Draft)
    {
        await using var db = bureau.OpenDb();
        await db.DigitalBases.ExecuteUpdateAsync(b => b.SetProperty(x => x.LiveKey, (string?)null));
        return await GoOnAsync(Done(await CreateAsync()), until);
    }

    /// <summary>On the main line, with the material and the records that the way asks for.</summary>
    public async Task<DigitalBaseView> GoOnAsync(DigitalBaseView view, DigitalBaseState until)
    {
        if (view.State == DigitalBaseState.Draft)
            await AttachAsync(view.Id);
        // Every act of the main line is one step along the path of states.
        foreach (var action in MainLine.Skip(DigitalBaseWorkflow.MainLine.IndexOf(view.State)).TakeWhile(_ => view.State != until))
        {
            if (view.State is DigitalBaseState.UnderArgument or DigitalBaseState.Built)
                view = Done(await SaveAsync(view, view.Content with { Argument = Argument, Verification = Verification }, Reviewer));
            view = await DoAsync(view, action);
        }

        Assert.Equal(until, view.State);
        return view;
    }

    public static string WhoDoes(DigitalBaseAction action) => action switch
    {
        Approve => Head,
        Consent or RefuseConsent => Lead,
        OpenArgument or Verify or FailVerification or Close => Reviewer,
        _ => Applicant,
    };

    /// <summary>The record of a file; its content is nobody's concern here.</summary>
    public async Task AttachAsync(Guid id)
    {
        await using var db = bureau.OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.CreateVersion7(), CaseKind = DigitalBase.CaseKind, CaseId = id, Slot = "application", OrganisationId = db.DigitalBases.Single(b => b.Id == id).OrganisationId, FileName = "申请.pdf", ContentKind = ContentKind.Pdf,
            Size = 1024, Sha256 = new string('0', 64), UploadedById = Guid.Empty, UploadedByName = "某人", UploadedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
    }

    private Task<Outcome<DigitalBaseView>> AsAsync(string who, Func<DigitalBaseService, Task<Outcome<DigitalBaseView>>> call) => bureau.AsAsync(who, call);
}
