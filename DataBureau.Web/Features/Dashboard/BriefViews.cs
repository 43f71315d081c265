using DataBureau.Domain.Consultations;
using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Why the days of an address are no period.</summary>
/// <param name="Key">The day that has to be put right.</param>
public sealed record PeriodProblem(string Key, string Sentence);

/// <summary>The period that an address asks the dashboard or the brief for; this month so far unless it says otherwise.</summary>
public sealed record BriefPeriod(PeriodKind Kind, Period Period)
{
    public const string Key = "period";

    /// <summary>The choices beside this month.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Choices = [.. FilterSelect.Of<PeriodKind>().Where(p => p.Value != nameof(PeriodKind.ThisMonth))];

    public Period Before => Period.Before(Kind);

    /// <summary>What the period before it is called.</summary>
    public string BeforeWord => Kind == PeriodKind.ThisMonth ? "上月同期" : "上期";

    /// <summary>Over which days averages are taken: a month that has just begun has too few cases for any, so this month looks back a year.</summary>
    public Period Averaged => Kind == PeriodKind.ThisMonth ? new(Period.To.AddYears(-1).AddDays(1), Period.To) : Period;

    public Period AveragedBefore => Kind == PeriodKind.ThisMonth ? new(Averaged.From.AddYears(-1), Averaged.From.AddDays(-1)) : Before;

    public string AveragedWord => Kind == PeriodKind.ThisMonth ? "最近 12 个月" : Word;

    /// <summary>What of an address asks for a period: every address of the same reading carries it.</summary>
    public static ListQuery AddressOf(ListQuery query) =>
        new[] { Key, ListNarrowing.FromKey, ListNarrowing.ToKey }.Aggregate(new ListQuery(), (address, key) => address.WithFilter(key, query.Filter(key)));

    public string Word => Kind == PeriodKind.Custom ? "本期" : DataBureau.Domain.ChineseNames.ChineseName(Kind);

    public static BriefPeriod Read(ListQuery query, DateOnly today)
    {
        var (kind, asked) = (KindOf(query), ListNarrowing.Read(query));
        return new BriefPeriod(kind, Period.Of(kind, today, asked is { From: { } from, To: { } to } ? new Period(from, to) : null));
    }

    /// <summary>Days alone ask for these days.</summary>
    public static PeriodKind KindOf(ListQuery query) => Enum.GetNames<PeriodKind>().Contains(query.Filter(Key), StringComparer.Ordinal) ? Enum.Parse<PeriodKind>(query.Filter(Key))
        : query.Filter(Key).Length == 0 && query.Filter(ListNarrowing.FromKey).Length + query.Filter(ListNarrowing.ToKey).Length > 0 ? PeriodKind.Custom : PeriodKind.ThisMonth;

    /// <summary>Null when the address asks for a period that there is: no other may be shown in its place.</summary>
    public static PeriodProblem? Problem(ListQuery query)
    {
        if (KindOf(query) != PeriodKind.Custom)
            return null;
        var asked = ListNarrowing.Read(query);
        return Day(ListNarrowing.FromKey, "起始日期", asked.From) ?? Day(ListNarrowing.ToKey, "截止日期", asked.To)
            ?? (asked.From > asked.To ? new PeriodProblem(ListNarrowing.ToKey, "截止日期早于起始日期，请改正") : null);

        PeriodProblem? Day(string key, string name, DateOnly? day) => day is not null ? null
            : new PeriodProblem(key, query.Filter(key) is { Length: > 0 } text ? $"{name}「{text}」不是有效的日期，请按“年-月-日”填写，例如 2026-11-03" : $"请填写{name}");
    }
}

/// <summary>A case whose time limit has run out.</summary>
/// <param name="WorkingDays">How long ago; null where the calendar does not reach.</param>
public sealed record OverdueRow(string KindName, string Title, string State, string OrganisationName, DateOnly DueOn, int? WorkingDays);

/// <summary>An entry that was published, a case that was filed, or a project that was replied to, in the period.</summary>
public sealed record BriefRow(string KindName, string Title, string OrganisationName, string? Number, DateTimeOffset At);

/// <summary>A consultation that came to its conclusion in the period.</summary>
public sealed record ConcludedRow(string Title, string ConvenorName, string? Number, ConclusionKind? Conclusion, DateTimeOffset At);

/// <summary>The first rows of a list, and how many there are.</summary>
public sealed record BriefList<TRow>(IReadOnlyList<TRow> Rows, int Total)
{
    /// <summary>More than this many rows are no brief; the sheet says where the rest is.</summary>
    public const int Most = 500;

    public bool IsCut => Total > Rows.Count;
}

/// <summary>A report to be printed: the dashboard of one moment, what the period brought, and the lists behind it.</summary>
public sealed record BriefView(
    DashboardView Dashboard, BriefPeriod Period, string MadeBy, BriefList<OverdueRow> Overdue, BriefList<BriefRow> Published, BriefList<BriefRow> Filed, BriefList<BriefRow> Replied, BriefList<ConcludedRow> Concluded)
{
    /// <summary>Rows in the lists of the workbook, for the audit.</summary>
    public int Rows => Overdue.Rows.Count + Published.Rows.Count + Filed.Rows.Count + Replied.Rows.Count + Concluded.Rows.Count;

    public ComparisonView Comparison => Dashboard.Comparison;

    public DashboardScope Scope => Dashboard.Scope;

    /// <summary>Where things stand, beside what the period brought.</summary>
    public IReadOnlyList<FigureView> Standing =>
    [
        .. Dashboard.Catalogue is { } c ? [c.Total, c.Published, c.NotSubmitted, c.UnderReview, c.Overdue] : Array.Empty<FigureView>(),
        .. Dashboard.Plans is { } p ? p.Figures.Select(f => f with { Title = "规划" + f.Title }) : [],
        .. Dashboard.Officers is { } o ? o.Figures.Select(f => f with { Title = "首席数据官" + f.Title }) : [],
        .. Dashboard.Work is { } w ? [.. Named(w.Projects, "项目"), .. Named(w.Consultations, "会商"), .. Named(w.Bases, "数字底座")] : Array.Empty<FigureView>(),
    ];

    /// <summary>A word that stands under its heading on the dashboard stands alone here.</summary>
    private static IEnumerable<FigureView> Named(IEnumerable<FigureView> figures, string of) => figures.Select(f => f.Title.Contains(of, StringComparison.Ordinal) ? f : f with { Title = of + f.Title });
}
