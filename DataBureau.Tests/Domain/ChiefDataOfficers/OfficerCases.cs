using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

/// <summary>Appointments brought into a state by the acts that lead there, never by setting it.</summary>
internal static class OfficerCases
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly Actor Liaison = Actors.Of(Role.Liaison, Actors.Owner);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner);
    public static readonly Actor Officer = Actors.Of(Role.FilingOfficer, Actors.Authority);

    private static readonly FieldRemark[] Notice = [new(OfficerFields.DocumentSlot, "扫描件缺少盖章页。")];
    private static readonly IReadOnlyList<FieldRemark> Extension = new OfficerExtension(new DateOnly(2031, 1, 1), "并民发〔2026〕90号", Today).ToRemarks();

    private static readonly IReadOnlyList<FieldRemark> Removal = new OfficerRemoval(null, "并民免〔2026〕3号", Today).ToRemarks();

    private static readonly (OfficerAction Action, Actor By)[] ToAccepted = [(OfficerAction.Appoint, Head), (OfficerAction.SendForFiling, Liaison), (OfficerAction.Accept, Officer)];

    private static readonly Dictionary<OfficerState, (OfficerAction Action, Actor By)[]> Ways = new()
    {
        [OfficerState.Nominated] = [],
        [OfficerState.Appointed] = [(OfficerAction.Appoint, Head)],
        [OfficerState.PendingFiling] = [(OfficerAction.Appoint, Head), (OfficerAction.SendForFiling, Liaison)],
        [OfficerState.Supplementing] = [(OfficerAction.Appoint, Head), (OfficerAction.SendForFiling, Liaison), (OfficerAction.RequestSupplement, Officer)],
        [OfficerState.Accepted] = ToAccepted,
        [OfficerState.Filed] = [.. ToAccepted, (OfficerAction.Record, Officer)],
        [OfficerState.FilingRefused] = [.. ToAccepted, (OfficerAction.Refuse, Officer)],
        [OfficerState.Removed] = [(OfficerAction.Appoint, Head), (OfficerAction.Remove, Head)],
        [OfficerState.Expired] = [(OfficerAction.Appoint, Head), (OfficerAction.Expire, Liaison)],
        [OfficerState.Discarded] = [(OfficerAction.Discard, Liaison)],
    };

    /// <summary>A term that ends today, so that every act of its end is possible.</summary>
    public static readonly OfficerContent Content = new()
    {
        PersonName = "张明", Office = "副局长", Rank = PersonRank.DeputyHead, Phone = "13803510001",
        DocumentNumber = "并民发〔2025〕15号", DocumentDate = new DateOnly(2025, 11, 1), EffectiveFrom = new DateOnly(2025, 11, 21), TermEndsOn = Today,
    };

    public static OfficerFacts Facts { get; } = new()
    {
        UnitName = "太原市民政局",
        Materials = new HashSet<string>([OfficerFields.DocumentSlot], StringComparer.Ordinal),
        Filing = new FilingFacts(new FilingRule(Responsibilities.LeadingGroupOffice, Above: false), "D01", "太原市", null, new FilingRecipient(Actors.Authority, "太原市大数据应用局", Abolished: false), []),
    };

    public static OfficerAppointment Nomination(OfficerContent? content = null, DataPost post = DataPost.ChiefDataOfficer, string region = Actors.City)
    {
        var appointment = OfficerAppointment.Nominate(Guid.NewGuid(), Actors.Owner, region, post, content ?? Content, Liaison, Entries.Now);
        appointment.Know(Facts);
        return appointment;
    }

    public static OfficerAppointment In(OfficerState state, OfficerContent? content = null)
    {
        if (state == OfficerState.Succeeded)
        {
            var old = In(OfficerState.Filed, content);
            var next = Nomination(Content with { PersonName = "李芳", EffectiveFrom = Today, TermEndsOn = null });
            next.Know(Facts with { Incumbent = old });
            next.Do(OfficerAction.Appoint, Head);
            return old;
        }

        var appointment = Nomination(content);
        foreach (var (action, by) in Ways[state])
            appointment.Do(action, by);
        Assert.Equal(state, appointment.State);
        return appointment;
    }

    public static void Do(this OfficerAppointment appointment, OfficerAction action, Actor by, params FieldRemark[] remarks) => Assert.Null(appointment.Try(action, by, remarks: remarks.Length == 0 ? null : remarks));

    public static Refusal? Try(this OfficerAppointment appointment, OfficerAction action, Actor by, string? comment = "依据核对结果办理。", IReadOnlyList<FieldRemark>? remarks = null) =>
        (appointment.Attempt(action, by, comment, remarks) as Decision<OfficerState>.Refused)?.Refusal;

    /// <summary>Reads the world again as the runner does, and acts.</summary>
    public static Decision<OfficerState> Attempt(this OfficerAppointment appointment, OfficerAction action, Actor by, string? comment = "依据核对结果办理。", IReadOnlyList<FieldRemark>? remarks = null)
    {
        appointment.Know(appointment.Facts with { Filing = appointment.Filing with { Recipient = appointment.RecipientId is null ? null : appointment.Filing.Recipient ?? appointment.Filing.RecipientNow } });
        remarks ??= action switch { OfficerAction.RequestSupplement => Notice, OfficerAction.Extend => Extension, OfficerAction.Remove => Removal, _ => [] };
        return appointment.Act(action, comment, new GuardContext(by, PolicyLibrary.Embedded.For(appointment.RegionCode), Entries.Now) { Remarks = remarks });
    }
}
