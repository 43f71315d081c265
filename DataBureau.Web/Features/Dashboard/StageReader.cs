using DataBureau.Domain.Consultations;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>A case in a stage, as the rows behind an average: they are taken away as a sheet.</summary>
public sealed record StageStayRow(string KindName, string Title, StageStay Stay);

/// <summary>How long projects and consultations stood in each stage, from their histories: the stays that ended in the last twelve months.</summary>
internal static class StageReader
{
    public const string KindKey = "kind";
    public const string StageKey = "stage";

    public static async Task<IReadOnlyList<StageRow>> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var rows = new List<StageRow>();
        foreach (var (kind, name, points) in Kinds(r))
            rows.AddRange(StageTimes.Average(StageTimes.Stays(await points.ToListAsync(cancellationToken), Window(r.Today), r.Calendar))
                .Select(time => new StageRow(kind, name, time, FigureReading.With(r.Scope.Address, (KindKey, kind), (StageKey, time.Stage)).ToQueryString())));
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
            var stays = StageTimes.Stays(await points.ToListAsync(cancellationToken), Window(r.Today), r.Calendar).Where(s => query.Filter(StageKey) is not { Length: > 0 } stage || s.Stage == stage).ToList();
            var ids = stays.Select(s => s.CaseId).Distinct().ToList();
            var titles = kind == Project.CaseKind
                ? await r.Db.Projects.Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Content.Name, cancellationToken)
                : await r.Db.Consultations.Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Content.Title, cancellationToken);
            rows.AddRange(stays.Select(s => new StageStayRow(name, titles[s.CaseId], s)));
        }

        return rows;
    }

    private static Period Window(DateOnly today) => new(today.AddYears(-1).AddDays(1), today);

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
