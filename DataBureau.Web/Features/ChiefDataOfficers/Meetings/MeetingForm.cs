using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>A line of a meeting while it is typed.</summary>
public sealed class MeetingLine
{
    /// <summary>Of the task, or of the unit that was chosen from the register.</summary>
    public Guid? Id { get; set; }

    public string? First { get; set; }

    public string? Second { get; set; }

    public DateOnly? Day { get; set; }
}

/// <summary>A meeting while it is typed, and what the bodies that were given something write about it.</summary>
public sealed class MeetingForm
{
    public string? Title { get; set; }

    public DateOnly? HeldOn { get; set; }

    public string? Place { get; set; }

    public List<MeetingLine> Agenda { get; set; } = [];

    public List<MeetingLine> Participants { get; set; } = [];

    public List<MeetingLine> FollowUps { get; set; } = [];

    /// <summary>By task: how it was done.</summary>
    public Dictionary<Guid, string?> How { get; set; } = [];

    public static MeetingForm Of(MeetingView view) => new()
    {
        Title = view.Title,
        HeldOn = view.HeldOn,
        Place = view.Place,
        Agenda = [.. view.Agenda.Select(a => new MeetingLine { First = a.Title, Second = a.Decision })],
        Participants = [.. view.Participants.Select(p => new MeetingLine { Id = p.OrganisationId, First = p.Organisation, Second = p.Names })],
        FollowUps = [.. view.FollowUps.Select(f => new MeetingLine { Id = f.Id, First = f.What, Second = f.OwnerId?.ToString(), Day = f.DueOn })],
    };

    /// <summary>A line whose first field is empty is not there.</summary>
    public MeetingContent Read() => new(
        Blank(Title) ?? string.Empty, HeldOn, Blank(Place),
        [.. Agenda.Where(l => Blank(l.First) is not null).Select(l => new AgendaItem(l.First!.Trim(), Blank(l.Second)))],
        [.. Participants.Where(l => Blank(l.First) is not null).Select(l => new Participant(l.First!.Trim(), Blank(l.Second), l.Id))],
        [.. FollowUps.Where(l => Blank(l.First) is not null).Select(l => new FollowUpContent(l.Id, l.First!.Trim(), Guid.TryParse(l.Second, out var owner) ? owner : null, l.Day))]);

    public static IReadOnlyList<CaseDifference> Differences(MeetingView theirs, MeetingForm mine)
    {
        var names = theirs.Units.ToDictionary(o => o.Id.ToString(), o => o.Name, StringComparer.OrdinalIgnoreCase);
        var (standing, typed) = (Texts(Of(theirs), names), Texts(mine, names));
        return [.. standing.Zip(typed).Where(p => p.First.Text != p.Second.Text).Select(p => new CaseDifference(p.First.Title, p.First.Text, p.Second.Text))];
    }

    private static (string Title, string? Text)[] Texts(MeetingForm form, Dictionary<string, string> names) =>
    [
        ("会议名称", Blank(form.Title)), ("会议日期", CellText.Of(form.HeldOn, ColumnKind.Date)), ("地点", Blank(form.Place)),
        ("议题和议定意见", Lines(form.Agenda, l => l.Second)), ("参会单位和人员", Lines(form.Participants, l => l.Second)),
        ("议定事项", Lines(form.FollowUps, l => $"{names.GetValueOrDefault(l.Second ?? string.Empty)} {CellText.Of(l.Day, ColumnKind.Date)}")),
    ];

    private static string Lines(IEnumerable<MeetingLine> lines, Func<MeetingLine, string?> rest) => string.Join("；", lines.Where(l => Blank(l.First) is not null).Select(l => $"{l.First!.Trim()} {rest(l)?.Trim()}".Trim()));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
