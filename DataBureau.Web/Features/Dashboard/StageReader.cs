using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>A case in a stage, as the rows behind an average.</summary>
/// <param name="Number">A case may have come through the same stage twice in a day: only its place tells such stays apart.</param>
public sealed record StageStayRow(int Number, string KindName, string Title, string Href, StageStay Stay);

/// <summary>The stays of an address, and whose they are.</summary>
public sealed record StageStays(DashboardScope Scope, BriefPeriod Period, Page<StageStayRow> Page);

/// <summary>How long projects and consultations stood in each stage, from their histories: the stays that ended in the days averages are taken over.</summary>
internal static class StageReader
{
    public const string KindKey = "kind";
    public const string StageKey = "stage";
    public const string Path = DashboardScope.Path + "/stays";

    public static readonly IReadOnlyList<(string Value, string Text)> KindNames = [(Project.CaseKind, "项目"), (Consultation.CaseKind, "会商")];

    /// <summary>The stages of a kind, in the order in which its workflow goes; of both where none is named.</summary>
    public static IReadOnlyList<string> StagesOf(string kind) => kind switch
    {
        Project.CaseKind => [.. Enum.GetValues<ProjectState>().Select(s => s.ChineseName())],
        Consultation.CaseKind => [.. Enum.GetValues<ConsultationState>().Select(s => s.ChineseName())],
        _ => [.. StagesOf(Project.CaseKind).Union(StagesOf(Consultation.CaseKind))],
    };

    public static async Task<IReadOnlyList<StageRow>> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var rows = new List<StageRow>();
        foreach (var (kind, name, points) in Kinds(r))
        {
            var all = await points.ToListAsync(cancellationToken);
            var before = StageTimes.Average(StageTimes.Stays(all, r.Period.AveragedBefore, r.Calendar)).ToDictionary(time => time.Stage, StringComparer.Ordinal);
            rows.AddRange(StageTimes.Average(StageTimes.Stays(all, r.Period.Averaged, r.Calendar)).OrderBy(time => Place(kind, time.Stage)).Select(time => new StageRow(
                kind, name, time, Of(r.Scope, kind, time.Stage), before.GetValueOrDefault(time.Stage), Of(r.Scope with { Period = Days(r.Period.AveragedBefore) }, kind, time.Stage))));
        }

        return rows;
    }

    /// <summary>The stays themselves, of one kind and stage where the address names them.</summary>
    public static async Task<IReadOnlyList<StageStayRow>> StaysAsync(FigureReading r, ListQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<StageStayRow>();
        foreach (var (kind, name, points) in Kinds(r))
        {
            if (query.Filter(KindKey) is { Length: > 0 } only && only != kind)
                continue;
            var stays = StageTimes.Stays(await points.ToListAsync(cancellationToken), r.Period.Averaged, r.Calendar).Where(s => query.Filter(StageKey) is not { Length: > 0 } stage || s.Stage == stage).ToList();
            var ids = stays.Select(s => s.CaseId).Distinct().ToList();
            var titles = kind == Project.CaseKind
                ? await r.Db.Projects.Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Content.Name, cancellationToken)
                : await r.Db.Consultations.Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Content.Title, cancellationToken);
            rows.AddRange(stays.OrderBy(s => Place(kind, s.Stage)).ThenByDescending(s => s.To).Select((s, i) => new StageStayRow(rows.Count + i, name, titles[s.CaseId], $"/{kind}s/{s.CaseId}", s)));
        }

        return rows;
    }

    /// <summary>A history may name a stage that the workflow no longer has: it comes last.</summary>
    private static int Place(string kind, string stage) => StagesOf(kind).TakeWhile(s => s != stage).Count();

    private static string Of(DashboardScope scope, string kind, string stage) => FigureReading.With(scope.Address, (KindKey, kind), (StageKey, stage)).ToQueryString();

    private static ListQuery Days(Period period) => FigureReading.With(new ListQuery(),
        (BriefPeriod.Key, nameof(PeriodKind.Custom)), (ListNarrowing.FromKey, ListNarrowing.Text(period.From)), (ListNarrowing.ToKey, ListNarrowing.Text(period.To)));

    private static IEnumerable<(string Kind, string Name, IQueryable<StagePoint> Points)> Kinds(FigureReading r)
    {
        if (r.Sees(FigureSources.Projects))
            yield return (Project.CaseKind, "项目", Points(r, Project.CaseKind, r.Db.Projects.VisibleTo(r.Actor, ProjectPermissions.View).Matching(ProjectFilter.Read(r.Scope.Rows), r.Actor, r.Db).Select(p => p.Id)));
        if (r.Sees(FigureSources.Consultations))
            yield return (Consultation.CaseKind, "会商", Points(r, Consultation.CaseKind, r.Db.Consultations.VisibleTo(r.Actor, ConsultationPermissions.View).Matching(ConsultationFilter.Read(r.Scope.Rows), r.Actor, r.Db, r.Today).Select(c => c.Id)));
    }

    /// <summary>The steps of the cases; a note about a case is none.</summary>
    private static IQueryable<StagePoint> Points(FigureReading r, string kind, IQueryable<Guid> cases) => r.Db.History.AsNoTracking()
        .Where(h => h.CaseKind == kind && h.CaseVersion != null && cases.Contains(h.CaseId)).OrderBy(h => h.CaseId).ThenBy(h => h.CaseVersion).Select(h => new StagePoint(h.CaseId, h.FromState, h.ToState, h.At));
}
