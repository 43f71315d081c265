using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Steps that are not acts of the table, and what the audit keeps of a content.</summary>
internal static class OfficerHistory
{
    public static HistoryEntry Created(OfficerAppointment appointment, Actor actor, DateTimeOffset now) => Step(appointment, "提名", null, null, actor, now);

    public static HistoryEntry Imported(OfficerAppointment appointment, RosterMode mode, Actor actor, DateTimeOffset now) =>
        Step(appointment, "导入", null, mode == RosterMode.Nominations ? "由名册导入的提名。" : $"由名册导入，纸质备案号 {appointment.FilingNumber}。", actor, now);

    public static HistoryEntry Edited(OfficerAppointment appointment, string what, Actor actor, DateTimeOffset now) => Step(appointment, "修改", appointment.State.ChineseName(), what, actor, now);

    public static HistoryEntry Succeeded(OfficerAppointment appointment, string from, string successor, Actor actor, DateTimeOffset now) =>
        Step(appointment, "卸任", from, $"由{successor}接任，任职至 {appointment.EndedOn:yyyy-MM-dd}。", actor, now);

    public static HistoryEntry UnitAbolished(OfficerAppointment appointment, string from, Actor actor, DateTimeOffset now) =>
        Step(appointment, "单位撤销", from, "单位撤销，提名、任职和在办的报备随之终止。", actor, now);

    /// <summary>By the fields' own names; the telephone number never in full.</summary>
    public static Dictionary<string, string> ForAudit(OfficerContent content) => Texts(content).Where(t => t.Text.Length > 0).ToDictionary(t => t.Title, t => t.Text, StringComparer.Ordinal);

    /// <summary>The titles of the fields that differ.</summary>
    public static string Changed(OfficerContent a, OfficerContent b) =>
        string.Join('、', Texts(a with { Phone = null }).Zip(Texts(b with { Phone = null })).Where(p => p.First.Text != p.Second.Text).Select(p => p.First.Title).Concat(a.Phone == b.Phone ? [] : [OfficerFields.NameOf(nameof(a.Phone))!]));

    private static (string Title, string Text)[] Texts(OfficerContent content) =>
    [
        Pair(nameof(content.PersonName), content.PersonName),
        Pair(nameof(content.Office), content.Office),
        Pair(nameof(content.Rank), content.Rank),
        Pair(nameof(content.Phone), PhoneNumber.Masked(content.Phone)),
        Pair(nameof(content.Acting), content.Acting),
        Pair(nameof(content.OtherPosts), content.OtherPosts),
        Pair(nameof(content.DocumentNumber), content.DocumentNumber),
        Pair(nameof(content.DocumentDate), content.DocumentDate),
        Pair(nameof(content.EffectiveFrom), content.EffectiveFrom),
        Pair(nameof(content.TermEndsOn), content.TermEndsOn),
    ];

    private static (string Title, string Text) Pair(string key, object? value) => (OfficerFields.NameOf(key)!, CellText.Of(value, ColumnKind.Text));

    private static HistoryEntry Step(OfficerAppointment appointment, string action, string? from, string? comment, Actor actor, DateTimeOffset now) =>
        CaseHistory.Step(OfficerAppointment.CaseKind, appointment.Id, appointment.Version, action, from, appointment.State.ChineseName(), comment, actor, now);
}
