using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>How far one region or department is with its catalogue.</summary>
/// <param name="Key">Region code or id.</param>
/// <param name="ScopeHref">Its own dashboard; null for the region's own level, which is no scope of its own.</param>
public sealed record ProgressRow(string Key, string Name, string? ScopeHref, Pace Pace, FigureView Total, FigureView Published, FigureView NotSubmitted, FigureView UnderReview)
{
    public decimal? Share => FigureText.Share(Published.Value, Total.Value);

    public string ShareText => FigureText.Percent(Published.Value, Total.Value);
}

/// <summary>Within the time limits and late, of what ended in the period; whether any limit is set here.</summary>
/// <param name="InTimeBefore">Of the period before; null where nothing has a limit.</param>
/// <param name="LateBefore">Likewise.</param>
public sealed record TimelyView(bool LimitSet, FigureView InTime, FigureView Late, FigureView? InTimeBefore, FigureView? LateBefore)
{
    public int Ended => InTime.Value + Late.Value;

    public int EndedBefore => (InTimeBefore?.Value ?? 0) + (LateBefore?.Value ?? 0);

    public IEnumerable<FigureView> Figures => new[] { InTime, Late, InTimeBefore, LateBefore }.OfType<FigureView>();
}

public sealed record CatalogueSection(
    FigureView Total, FigureView Published, FigureView NotSubmitted, FigureView UnderReview, FigureView Overdue,
    IReadOnlyList<FigureView> States, IReadOnlyList<FigureView> Sharing, IReadOnlyList<FigureView> Opening, TimelyView Timely,
    IReadOnlyList<ProgressRow> Regions, IReadOnlyList<ProgressRow> Departments)
{
    public const int Ranked = 5;

    /// <summary>How many there are, also where only the ranked ones are kept.</summary>
    public int DepartmentCount { get; init; } = Departments.Count;

    /// <summary>Without the departments that no page shows: a province has sixty, and a page that stays open all day should not hold them.</summary>
    public CatalogueSection ForPage() => Departments.Count <= 2 * Ranked ? this : this with { Departments = [.. Departments.Take(Ranked), .. Departments.TakeLast(Ranked)] };

    public IReadOnlyList<ProgressRow> Best => [.. Departments.Take(Ranked)];

    /// <summary>The last of all, the very last first; none that is among the best.</summary>
    public IReadOnlyList<ProgressRow> Last => [.. Departments.Skip(Ranked).TakeLast(Ranked).Reverse()];
}

/// <param name="Matrix">Cells of the matrix; empty for an organisation, which has no line of its own.</param>
public sealed record PlanSection(IReadOnlyList<FigureView> Figures, IReadOnlyList<FigureView> Matrix);

public sealed record OfficerSection(IReadOnlyList<FigureView> Figures, FigureView Required, FigureView Vacant)
{
    /// <summary>Of the units that are asked for one, those that have one. Who is not asked may have one as well: the figure of all who have is larger.</summary>
    public int Held => Required.Value - Vacant.Value;
}

/// <summary>How long cases of a kind stood in a stage.</summary>
/// <param name="Query">Of its stays, as the address of their list ends.</param>
/// <param name="Before">The same of the period before; null where no stay ended in it.</param>
/// <param name="BeforeQuery">Of those stays.</param>
public sealed record StageRow(string Kind, string KindName, StageTime Time, string Query, StageTime? Before, string BeforeQuery);

/// <param name="Bases">Empty where no rule asks for consent.</param>
public sealed record WorkSection(IReadOnlyList<FigureView> Projects, IReadOnlyList<FigureView> Consultations, IReadOnlyList<FigureView> Bases, IReadOnlyList<StageRow> Stages);

/// <summary>A kind of filing that is counted month by month.</summary>
public sealed record FilingKind(string Key, string Title, FigureSource Source);

/// <summary>What was filed in one month.</summary>
/// <param name="Rows">Of the month, in the list of any kind.</param>
/// <param name="Counts">As the kinds are ordered.</param>
public sealed record FilingMonth(Period Month, ListQuery Rows, IReadOnlyList<FilingKind> Kinds, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();

    /// <summary>Made when asked for: a page shows a year of them only when somebody opens the table.</summary>
    public IEnumerable<FigureView> Figures => Kinds.Zip(Counts, (kind, count) => FigureReading.View(new Figure($"filed-{kind.Key}-{ListNarrowing.Text(Month.From)}", kind.Title, "件", kind.Source, Rows), count));

    public string Name => Month.From.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What happened in a period, beside what happened in the one before.</summary>
public sealed record ComparisonRow(FigureView Now, FigureView Before)
{
    public string Change => FigureText.Change(Now.Value, Before.Value);
}

public sealed record ComparisonView(BriefPeriod Period, IReadOnlyList<ComparisonRow> Rows)
{
    public Period Now => Period.Period;

    public Period Before => Period.Before;
}

/// <summary>Everything the page shows, as of one moment. A section that the reader may not see is null.</summary>
public sealed record DashboardView(ScopeView Place, DateTimeOffset AsOf, CatalogueSection? Catalogue, PlanSection? Plans, OfficerSection? Officers, WorkSection? Work, IReadOnlyList<FilingMonth> Filings, ComparisonView Comparison)
{
    public DashboardScope Scope => Place.Scope;

    public BriefPeriod Period => Comparison.Period;

    /// <summary>The figures at the top.</summary>
    public IReadOnlyList<HeadlineView> Headlines => Dashboard.Headlines.Of(this);
}

/// <summary>A figure as a line of the sheet: a sheet has no headings around it, and is read on another day.</summary>
/// <param name="Section">The part of the page.</param>
/// <param name="Of">Region, department or month that it is of.</param>
public sealed record FigureLine(string Scope, DateTimeOffset AsOf, string Section, string Of, FigureView Figure);

/// <summary>A figure at the top, with what stands beside it.</summary>
public sealed record HeadlineView(FigureView Figure, string? Beside = null, FigureView? Before = null);
