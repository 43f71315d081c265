using DataBureau.Domain.Access;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;
using static DataBureau.Domain.DigitalBases.DigitalBaseAction;

namespace DataBureau.Tests.Domain.DigitalBases;

/// <summary>Applications of a county brought into a state by the acts that lead there, never by setting it.</summary>
internal static class DigitalBaseCases
{
    public const string County = "140105";

    public static readonly Actor Applicant = Actors.Of(Role.Liaison, Actors.Owner, County);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner, County);
    public static readonly Actor Lead = Actors.Of(Role.BureauLead, Actors.Authority);

    public static readonly BaseApplication Application = new()
    {
        Title = "小店区数字底座",
        Necessity = "区级感知设备需要就近接入。",
        CapabilityGap = "市级底座没有视频汇聚能力。",
        ConnectionPlan = "经政务外网与市级底座接口对接。",
    };

    public static readonly BaseArgument Argument = new() { Date = new DateOnly(2026, 10, 12), Participants = "市数据局、专家组", Conclusion = "确有必要，连通方案可行。" };

    public static readonly BaseVerification Verification = new() { Date = new DateOnly(2026, 10, 20), Result = "十二个接口全部连通。" };

    private static readonly Dictionary<DigitalBaseState, DigitalBaseAction[]> Ways = new()
    {
        [DigitalBaseState.Draft] = [],
        [DigitalBaseState.InternalReview] = [Submit],
        [DigitalBaseState.Applied] = [Submit, Approve],
        [DigitalBaseState.UnderArgument] = [Submit, Approve, OpenArgument],
        [DigitalBaseState.Consented] = [Submit, Approve, OpenArgument, Consent],
        [DigitalBaseState.ConsentRefused] = [Submit, Approve, OpenArgument, RefuseConsent],
        [DigitalBaseState.Built] = [Submit, Approve, OpenArgument, Consent, ReportBuilt],
        [DigitalBaseState.Connected] = [Submit, Approve, OpenArgument, Consent, ReportBuilt, Verify],
        [DigitalBaseState.Closed] = [Submit, Approve, OpenArgument, Consent, ReportBuilt, Verify, Close],
        [DigitalBaseState.Withdrawn] = [Submit, Approve, Withdraw],
        [DigitalBaseState.Discarded] = [Discard],
    };

    public static DigitalBase Draft(string region = County, BaseApplication? application = null)
    {
        var draft = DigitalBase.Draft(Guid.NewGuid(), Actors.Owner, region, application ?? Application, Entries.Now);
        draft.Know(new DigitalBaseFacts(
            new FilingFacts(new FilingRule(Responsibilities.DataAuthority, Above: true), "J02", "太原市", null, new FilingRecipient(Actors.Authority, "太原市大数据应用局", Abolished: false), []),
            MayApply: true, new HashSet<string>(["application"], StringComparer.Ordinal), AppliedAgain: false));
        return draft;
    }

    public static DigitalBase In(DigitalBaseState state)
    {
        var found = Draft();
        foreach (var action in Ways[state])
        {
            found.Prepare();
            Assert.IsType<Decision<DigitalBaseState>.Accepted>(found.Attempt(action, WhoDoes(action)));
        }

        Assert.Equal(state, found.State);
        return found;
    }

    /// <summary>The authority keeps the record that the state leaves open.</summary>
    public static DigitalBase Prepare(this DigitalBase subject)
    {
        if (DigitalBaseWorkflow.Editable(subject.State) is DigitalBasePart.Argument or DigitalBasePart.Verification)
            Assert.Null(subject.Edit(subject.Content with { Argument = Argument, Verification = Verification }, Lead, Entries.Now));
        return subject;
    }

    public static Refusal? Try(this DigitalBase subject, DigitalBaseAction action, Actor? by = null, string? comment = "依据核对结果办理。") =>
        (subject.Attempt(action, by ?? WhoDoes(action), comment) as Decision<DigitalBaseState>.Refused)?.Refusal;

    /// <summary>Reads the world again as the runner does, and acts.</summary>
    public static Decision<DigitalBaseState> Attempt(this DigitalBase subject, DigitalBaseAction action, Actor actor, string? comment = "依据核对结果办理。")
    {
        var consent = subject.Facts.Consent;
        subject.Know(subject.Facts with { Consent = consent with { Recipient = subject.RecipientId is null ? null : consent.Recipient ?? consent.RecipientNow } });
        return subject.Act(action, comment, new GuardContext(actor, PolicyLibrary.Embedded.For(subject.RegionCode), Entries.Now));
    }

    public static Actor WhoDoes(DigitalBaseAction action) => action switch
    {
        Approve => Head,
        OpenArgument or Consent or RefuseConsent or Verify or FailVerification or Close => Lead,
        _ => Applicant,
    };
}
