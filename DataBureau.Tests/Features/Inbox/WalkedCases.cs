using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>An act as it is offered to a person.</summary>
internal sealed record WalkedAct(string Name, bool IsDue, bool IsPossible, Func<IServiceProvider, Task> DoAsync);

/// <summary>A loaded case: what it offers to whom.</summary>
/// <param name="State">In Chinese.</param>
/// <param name="Group">Under which line of the inbox it falls, where lines are groups.</param>
/// <param name="Writes">Something else than an act is awaited of the person: a record to be written, an opinion, a report.</param>
internal sealed record WalkedCase(string Kind, Guid Id, string State, string Group, Func<Actor, bool> IsVisible, Func<Actor, IReadOnlyList<WalkedAct>> ActsOf, Func<Actor, bool> Writes);

/// <summary>All workflows, as a walk over them sees them.</summary>
internal static class WalkedCases
{
    /// <summary>Loads a case of each kind by its feature's own rules, and asks the table what it offers.</summary>
    public static readonly IReadOnlyList<(string Kind, Func<BureauDbContext, IQueryable<Guid>> Ids, Func<IServiceProvider, BureauDbContext, Guid, DateTimeOffset, Task<WalkedCase>> Load)> All =
    [
        (CatalogueEntry.Kind, db => db.CatalogueEntries.Select(e => e.Id), (s, db, id, now) => LoadAsync<CatalogueCase, CatalogueEntry, CatalogueState, CatalogueAction>(s, db, id, now, (c, g) => CatalogueWorkflow.Table.Permitted(c, g),
            (p, e, a) => p.GetRequiredService<CatalogueService>().ActAsync(id, e.Version, a, Said), group: GroupOf)),
        (Plan.CaseKind, db => db.Plans.Select(p => p.Id), (s, db, id, now) => LoadAsync<PlanCase, Plan, PlanState, PlanAction>(s, db, id, now, (c, g) => PlanWorkflow.Offered(c, g),
            (p, e, a) => p.GetRequiredService<PlanService>().ActAsync(id, e.Version, a, Said))),
        (ImplementationPlan.CaseKind, db => db.ImplementationPlans.Select(p => p.Id), (s, db, id, now) => LoadAsync<ImplementationPlanCase, ImplementationPlan, ImplementationPlanState, ImplementationPlanAction>(s, db, id, now, (c, g) => ImplementationPlanWorkflow.Offered(c, g),
            (p, e, a) => p.GetRequiredService<ImplementationPlanService>().ActAsync(id, e.Version, a, Said))),
        (DigitalBase.CaseKind, db => db.DigitalBases.Select(b => b.Id), (s, db, id, now) => LoadAsync<DigitalBaseCase, DigitalBase, DigitalBaseState, DigitalBaseAction>(s, db, id, now, (c, g) => DigitalBaseWorkflow.Offered(c, g),
            (p, e, a) => p.GetRequiredService<DigitalBaseService>().ActAsync(id, e.Version, a, Said),
            (b, actor) => b.State == DigitalBaseState.UnderArgument && b.MayEdit(actor) && DigitalBaseFields.Argument.Any(f => f.Required && string.IsNullOrEmpty(f.Text(b.Content))))),
        (OfficerAppointment.CaseKind, db => db.Officers.Select(a => a.Id), (s, db, id, now) => LoadAsync<OfficerCase, OfficerAppointment, OfficerState, OfficerAction>(s, db, id, now, (c, g) => OfficerWorkflow.Offered(c, g),
            (p, e, a) => p.GetRequiredService<OfficerService>().ActAsync(id, e.Version, a, Said),
            (a, actor) => a.State == OfficerState.Nominated && a.Content.PersonName.Length == 0 && actor.IsChargedWith(OfficerPermissions.Nominate, CaseSide.Owner, a.Location))),
        (OfficerEvaluation.CaseKind, db => db.OfficerEvaluations.Select(e => e.Id), (s, db, id, now) => LoadAsync<EvaluationCase, OfficerEvaluation, EvaluationState, EvaluationAction>(s, db, id, now, (c, g) => EvaluationWorkflow.Table.Permitted(c, g),
            (p, e, a) => p.GetRequiredService<EvaluationService>().ActAsync(id, e.Version, a, Said))),
        (JointMeeting.CaseKind, db => db.JointMeetings.Select(m => m.Id), (s, db, id, now) => LoadAsync<MeetingCase, JointMeeting, MeetingState, MeetingAction>(s, db, id, now, (c, g) => MeetingWorkflow.Table.Permitted(c, g),
            (p, e, a) => p.GetRequiredService<MeetingService>().ActAsync(id, e.Version, a, Said), (m, actor) => m.FollowUps.Any(f => m.MayReport(f, actor)))),
        (Project.CaseKind, db => db.Projects.Select(p => p.Id), (s, db, id, now) => LoadAsync<ProjectCase, Project, ProjectState, ProjectAction>(s, db, id, now, (c, g) => ProjectWorkflow.Offered(c, g),
            (p, e, a) => p.GetRequiredService<ProjectService>().ActAsync(id, e.Version, a, Said))),
        (AnnualPlan.CaseKind, db => db.AnnualPlans.Select(p => p.Id), (s, db, id, now) => LoadAsync<AnnualPlanCase, AnnualPlan, AnnualPlanState, AnnualPlanAction>(s, db, id, now, (c, g) => AnnualPlanWorkflow.Table.Permitted(c, g),
            (p, e, a) => p.GetRequiredService<AnnualPlanService>().ActAsync(id, e.Version, a, Said))),
        (Consultation.CaseKind, db => db.Consultations.Select(c => c.Id), (s, db, id, now) => LoadAsync<ConsultationCase, Consultation, ConsultationState, ConsultationAction>(s, db, id, now, (c, g) => ConsultationWorkflow.Table.Permitted(c, g),
            (p, e, a) => p.GetRequiredService<ConsultationService>().ActAsync(id, e.Version, a, Said), IsAwaited)),
    ];

    private const string Said = "按规定办理。";

    /// <summary>An opinion or a countersignature of the person's unit, or its report.</summary>
    private static bool IsAwaited(Consultation c, Actor actor) =>
        c.FollowUps.Any(f => c.AwaitsReport(f, actor))
        || (c.Invited.FirstOrDefault(u => actor.BodiesWith(ConsultationPermissions.Answer).Contains(u.OrganisationId)) is { } unit
            && (c.State == ConsultationState.Collecting ? c.Board.Owes(unit) : c.State == ConsultationState.Minutes && !unit.IsSettledForMinutes));

    private static string GroupOf(CatalogueEntry e) => e.State is CatalogueState.Draft or CatalogueState.Returned
        ? $"/catalogue?state={e.State}&provider={e.ProviderId}" : $"/reviews?package={e.PackageId?.ToString() ?? CatalogueFilterQuery.NoPackage}&state={e.State}";

    private static async Task<WalkedCase> LoadAsync<TRules, TCase, TState, TAction>(
        IServiceProvider services, BureauDbContext db, Guid id, DateTimeOffset now, Func<TCase, GuardContext, IReadOnlyList<PermittedAct<TAction>>> offered,
        Func<IServiceProvider, TCase, TAction, Task> act, Func<TCase, Actor, bool>? writes = null, Func<TCase, string>? group = null)
        where TRules : CaseRules<TCase, TState, TAction>
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var rules = services.GetRequiredService<TRules>();
        var found = (await rules.LoadAsync(db, id, default))!;
        var policy = PolicyLibrary.Embedded.For(rules.LocationOf(found).RegionCode);
        return new WalkedCase(rules.Kind, id, rules.StateOf(found).ChineseName(), group?.Invoke(found) ?? string.Empty, actor => rules.IsVisible(found, actor),
            actor => [.. offered(found, new GuardContext(actor, policy, now)).Select(p => new WalkedAct(p.Name, p.IsDue, p.WhyNot is null, s => act(s, found, p.Action)))],
            actor => writes?.Invoke(found, actor) == true);
    }
}
