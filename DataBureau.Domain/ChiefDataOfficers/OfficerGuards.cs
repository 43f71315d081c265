using DataBureau.Domain.Filings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>What has to hold for an appointment to go on; the rank asks the policy in force for the region.</summary>
public static class OfficerGuards
{
    public static readonly Guard<OfficerAppointment> UnitInOffice = new(nameof(UnitInOffice), static (a, _) =>
        a.Facts.UnitAbolished ? OfficerRefusals.UnitAbolished(a.Facts.UnitName) : null);

    public static readonly Guard<OfficerAppointment> Complete = new(nameof(Complete), static (a, _) =>
    {
        var missing = OfficerCheck.Missing(a.Content).ToList();
        return missing.Count == 0 ? null : OfficerRefusals.Incomplete(missing);
    });

    /// <summary>
    /// The chief data officer is chosen among the unit's leaders; other posts are not bound to a rank. That there shall be such
    /// officers says nothing of their rank: only a provision that asks for a leader is cited, elsewhere the bureau asks.
    /// </summary>
    public static readonly Guard<OfficerAppointment> Rank = new(nameof(Rank), static (a, context) =>
        a.Post == DataPost.ChiefDataOfficer && a.Content.Rank is { } rank && context.Policy.ChiefDataOfficers.RankGate is var gate && gate.Count > 0 && !gate.Contains(rank)
            ? OfficerRefusals.RankTooLow(a.Post, gate, context.Policy.BasisOf(OfficerWorkflow.RankMechanism)) : null);

    /// <summary>Number and date of the document, the first day, and a term that is not over.</summary>
    public static readonly Guard<OfficerAppointment> DocumentGiven = new(nameof(DocumentGiven), static (a, context) =>
    {
        var findings = OfficerCheck.Document(a.Content, ChinaTime.DateOf(context.Now)).ToList();
        return findings.Count == 0 ? null : OfficerRefusals.DocumentMissing(findings);
    });

    public static readonly Guard<OfficerAppointment> DocumentAttached = new(nameof(DocumentAttached), static (a, _) =>
        a.Facts.Materials.Contains(OfficerFields.DocumentSlot) ? null : OfficerRefusals.DocumentNotAttached());

    /// <summary>Whoever takes over begins after the one before began, and is not the same person.</summary>
    public static readonly Guard<OfficerAppointment> Succession = new(nameof(Succession), static (a, _) => a.Facts.Incumbent is not { } holder ? null
        : holder.Content.PersonName == a.Content.PersonName ? OfficerRefusals.SamePerson(a.Content.PersonName, a.Post)
        : holder.Content.EffectiveFrom is { } from && a.Content.EffectiveFrom <= from ? OfficerRefusals.SuccessionOrder(holder.Content.PersonName, from) : null);

    /// <summary>Somebody of that name holds such a post elsewhere: allowed, but said.</summary>
    public static readonly Guard<OfficerAppointment> ConcurrentSaid = new(nameof(ConcurrentSaid), static (a, _) =>
        a.Facts.Elsewhere.Count > 0 && string.IsNullOrWhiteSpace(a.Content.OtherPosts) ? OfficerRefusals.ConcurrentUnsaid(a.Facts.Elsewhere[0]) : null);

    public static readonly Guard<OfficerAppointment> NoOtherNomination = new(nameof(NoOtherNomination), static (a, _) =>
        a.Facts.NominationOpen ? OfficerRefusals.NominationOpen(a.Post) : null);

    /// <summary>A later end than the one in force, and the document that says so.</summary>
    public static readonly Guard<OfficerAppointment> ExtensionGiven = new(nameof(ExtensionGiven), static (a, context) =>
    {
        if (context.Remarks is not { } remarks)
            return null;
        var findings = Findings(OfficerExtension.Read(remarks), a, ChinaTime.DateOf(context.Now)).ToList();
        return findings.Count == 0 ? null : OfficerRefusals.ExtensionIncomplete(findings);
    });

    public static readonly Guard<OfficerAppointment> EndInOrder = new(nameof(EndInOrder), static (a, context) =>
    {
        var today = ChinaTime.DateOf(context.Now);
        var last = OfficerRemoval.Read(context.Remarks ?? []).LastDay ?? today;
        return last > today ? OfficerRefusals.EndOutOfOrder("卸任日期在今天之后，请到期再办理免去。")
            : last < a.Content.EffectiveFrom ? OfficerRefusals.EndOutOfOrder($"卸任日期早于任职日期 {a.Content.EffectiveFrom:yyyy-MM-dd}，请核对。") : null;
    });

    /// <summary>The document that removes, as one appointed.</summary>
    public static readonly Guard<OfficerAppointment> RemovalGiven = new(nameof(RemovalGiven), static (a, context) =>
    {
        if (context.Remarks is not { } remarks)
            return null;
        var (_, number, date) = OfficerRemoval.Read(remarks);
        List<RefusalDetail> findings = [.. Document(number, date, "免职文件", OfficerFields.RemovalNumber, OfficerFields.RemovalDate, ChinaTime.DateOf(context.Now))];
        if (date < a.Content.EffectiveFrom)
            findings.Add(new(OfficerFields.RemovalDate, $"发文日期早于任职日期 {a.Content.EffectiveFrom:yyyy-MM-dd}，请核对。"));
        return findings.Count == 0 ? null : OfficerRefusals.RemovalIncomplete(findings);
    });

    /// <summary>The appointment was filed, its end is not noted there yet.</summary>
    public static readonly Guard<OfficerAppointment> RemovalUnnoted = new(nameof(RemovalUnnoted), static (a, _) => a.RemovalToNote ? null : OfficerRefusals.NothingToNote()) { Excuses = true };

    public static readonly Guard<OfficerAppointment> TermOver = new(nameof(TermOver), static (a, context) =>
        a.Content.TermEndsOn <= ChinaTime.DateOf(context.Now) ? null : OfficerRefusals.TermNotOver(a.Content.TermEndsOn)) { Excuses = true };

    public static readonly Guard<OfficerAppointment> RecipientKnown = FilingGuards.RecipientKnown<OfficerAppointment>();

    public static readonly Guard<OfficerAppointment> RecipientInOffice = FilingGuards.RecipientInOffice<OfficerAppointment>();

    public static readonly Guard<OfficerAppointment> RecipientGone = FilingGuards.RecipientGone<OfficerAppointment>();

    public static readonly Guard<OfficerAppointment> SupplementAtOnce = FilingGuards.SupplementAtOnce<OfficerAppointment>(static (_, _, key) => OfficerFields.Askable.Any(f => f.Key == key) ? OfficerFields.NameOf(key) : null);

    public static readonly Guard<OfficerAppointment> SupplementAnswered = FilingGuards.SupplementAnswered<OfficerAppointment>(static (a, key) => OfficerFields.TextOf(key, a.Content));

    public static readonly Guard<OfficerAppointment> NumberFree = NumberGuards.NumberFree<OfficerAppointment>();

    public static Guard<OfficerAppointment> NotOwn(string act) => FilingGuards.NotOwnSubmission<OfficerAppointment>(act);

    private static IEnumerable<RefusalDetail> Findings(OfficerExtension extension, OfficerAppointment a, DateOnly today)
    {
        if (extension.To is not { } to)
            yield return new(nameof(OfficerContent.TermEndsOn), "请填写延任后的任期截止日期。");
        else if (to <= a.Content.TermEndsOn)
            yield return new(nameof(OfficerContent.TermEndsOn), $"延任后的截止日期应当晚于原截止日期 {a.Content.TermEndsOn:yyyy-MM-dd}。");
        else if (to <= today)
            yield return new(nameof(OfficerContent.TermEndsOn), "延任后的截止日期应当在今天之后。");
        foreach (var finding in Document(extension.DocumentNumber, extension.DocumentDate, "延任文件", nameof(OfficerContent.DocumentNumber), nameof(OfficerContent.DocumentDate), today))
            yield return finding;
    }

    /// <summary>What is missing or wrong in a document that is given with an act.</summary>
    private static IEnumerable<RefusalDetail> Document(string? number, DateOnly? date, string name, string numberField, string dateField, DateOnly today)
    {
        if (number is null)
            yield return new(numberField, $"请填写{name}的文号。");
        else if (number.Length > OfficerAppointment.DocumentNumberLimit)
            yield return new(numberField, $"文号超过 {OfficerAppointment.DocumentNumberLimit} 字，请精简。");
        if (date is null)
            yield return new(dateField, $"请填写{name}的发文日期。");
        else if (date > today)
            yield return new(dateField, "发文日期在今天之后，请核对。");
    }
}
