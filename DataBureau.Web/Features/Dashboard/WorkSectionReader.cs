using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.DigitalBases;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Projects, consultations and digital bases: what is under way, what is late, and how long each step takes.</summary>
internal static class WorkSectionReader
{
    private static readonly ProjectState[] ProjectsUnderWay = [ProjectState.InternalReview, ProjectState.PendingReply, ProjectState.Replied, ProjectState.Building, ProjectState.PendingAcceptance, ProjectState.AcceptanceReturned];
    private static readonly ConsultationState[] ConsultationsOpen = [ConsultationState.Collecting, ConsultationState.Summarising, ConsultationState.Meeting];

    public static async Task<WorkSection?> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        if (!r.Sees(FigureSources.Projects) && !r.Sees(FigureSources.Consultations))
            return null;
        return new WorkSection(
            r.Sees(FigureSources.Projects) ? await r.ReadAsync(Projects(r), cancellationToken) : [],
            r.Sees(FigureSources.Consultations) ? await r.ReadAsync(Consultations(r), cancellationToken) : [],
            r.Sees(FigureSources.DigitalBases) && DigitalBaseModule.Asks(r.Policy) ? await r.ReadAsync(Bases(r), cancellationToken) : [],
            await StageReader.ReadAsync(r, cancellationToken));
    }

    private static IEnumerable<Figure> Projects(FigureReading r) =>
    [
        Of("project-under-way", "在办项目", FigureSources.Projects, In(r, ProjectsUnderWay)),
        .. new[] { ProjectState.PendingReply, ProjectState.Building, ProjectState.PendingAcceptance }.Select(s => Of("project-" + s.ToString(), s.ChineseName(), FigureSources.Projects, In(r, s))),
        Of("project-done", "已验收归档", FigureSources.Projects, In(r, ProjectState.Accepted, ProjectState.Archived)),
        Of("project-overdue", "项目逾期", FigureSources.Projects, r.Overdue()) with { HasNoLimit = !r.HasLimit(ProjectWorkflow.Limits) },
    ];

    private static IEnumerable<Figure> Consultations(FigureReading r) =>
    [
        Of("consultation-open", "会商中", FigureSources.Consultations, In(r, ConsultationsOpen)),
        Of("consultation-minutes", "形成纪要", FigureSources.Consultations, In(r, ConsultationState.Concluded, ConsultationState.Minutes)),
        Of("consultation-follow-up", "落实中", FigureSources.Consultations, In(r, ConsultationState.FollowUp)),
        Of("consultation-overdue", "有单位逾期未反馈", FigureSources.Consultations, r.Overdue()),
    ];

    private static IEnumerable<Figure> Bases(FigureReading r) =>
    [
        Of("base-applied", "数字底座待决定", FigureSources.DigitalBases, In(r, DigitalBaseState.Applied, DigitalBaseState.UnderArgument)),
        Of("base-consented", "已同意在建", FigureSources.DigitalBases, In(r, DigitalBaseState.Consented, DigitalBaseState.Built)),
        Of("base-connected", "已连通", FigureSources.DigitalBases, In(r, DigitalBaseState.Connected, DigitalBaseState.Closed)),
    ];

    private static Figure Of(string key, string title, FigureSource source, ListQuery query) => new(key, title, "件", source, query);

    private static ListQuery In<TState>(FigureReading r, params ReadOnlySpan<TState> states)
        where TState : struct, Enum => r.Rows(("state", string.Join('.', states.ToArray())));
}
