using System.Reflection;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>What any workflow table must be like. A new workflow is one more line in <see cref="Tables"/>.</summary>
public sealed class WorkflowShapeTests
{
    /// <summary>Enums that never reach a page or a file; each has a reason to be silent.</summary>
    private static readonly Type[] NeverShown =
    [
        typeof(CaseSide), // a column of the table for the runner
        typeof(ParsedKind), // what a parser returns to the reader
        typeof(HeaderMatch), // people read HeaderGuess.Why
        typeof(ImportFate), // people read the counts
        typeof(ImportAcceptance), // people read two buttons
        typeof(EditorKind), // which control a field gets
    ];

    private static readonly Shape[] Tables =
    [
        Shape.Of(nameof(CatalogueWorkflow), CatalogueWorkflow.Table, CatalogueState.Draft,
            // Not acts of the table: publishing a newer revision makes the older one a 历史版本.
            elsewhere: [CatalogueState.Superseded], final: [CatalogueState.Retired, CatalogueState.Superseded, CatalogueState.Discarded]),
        Shape.Of(nameof(PlanWorkflow), PlanWorkflow.Table, PlanState.Draft,
            // A later edition that comes into force makes the earlier one a 历史版本.
            elsewhere: [PlanState.Superseded], final: [PlanState.Superseded, PlanState.Repealed, PlanState.Discarded]),
        Shape.Of(nameof(ImplementationPlanWorkflow), ImplementationPlanWorkflow.Table, ImplementationPlanState.Draft,
            // A later edition that is filed makes the earlier one a 历史版本.
            elsewhere: [ImplementationPlanState.Superseded], final: [ImplementationPlanState.Superseded, ImplementationPlanState.Cancelled, ImplementationPlanState.Discarded]),
        // 重新申请 makes another case; the refused one stays what it is.
        Shape.Of(nameof(DigitalBaseWorkflow), DigitalBaseWorkflow.Table, DigitalBaseState.Draft,
            elsewhere: [], final: [DigitalBaseState.ConsentRefused, DigitalBaseState.Closed, DigitalBaseState.Withdrawn, DigitalBaseState.Discarded]),
        Shape.Of(nameof(OfficerWorkflow), OfficerWorkflow.Table, OfficerState.Nominated,
            // The appointment of a successor ends the time of whoever holds the post.
            elsewhere: [OfficerState.Succeeded], final: [OfficerState.Removed, OfficerState.Expired, OfficerState.Succeeded, OfficerState.Discarded]),
        Shape.Of(nameof(ProjectWorkflow), ProjectWorkflow.Table, ProjectState.Draft, elsewhere: [], final: [ProjectState.Archived, ProjectState.Terminated]),
        Shape.Of(nameof(AnnualPlanWorkflow), AnnualPlanWorkflow.Table, AnnualPlanState.Draft, elsewhere: [], final: [AnnualPlanState.Approved, AnnualPlanState.Discarded]),
        Shape.Of(nameof(ConsultationWorkflow), ConsultationWorkflow.Table, ConsultationState.Preparing, elsewhere: [], final: [ConsultationState.Archived, ConsultationState.Terminated]),
        Shape.Of(nameof(EvaluationWorkflow), EvaluationWorkflow.Table, EvaluationState.SelfScoring, elsewhere: [], final: [EvaluationState.FiledWithPersonnel, EvaluationState.Discarded]),
        Shape.Of(nameof(IndicatorWorkflow), IndicatorWorkflow.Table, IndicatorSetState.Draft, elsewhere: [], final: [IndicatorSetState.Retired, IndicatorSetState.Discarded]),
        Shape.Of(nameof(MeetingWorkflow), MeetingWorkflow.Table, MeetingState.Preparing, elsewhere: [], final: [MeetingState.Closed, MeetingState.Cancelled]),
    ];

    public static TheoryData<string> Names => [.. Tables.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryState_IsReachedFromTheFirst(string table)
    {
        var shape = Find(table);
        var reached = new HashSet<string>([shape.Initial, .. shape.Elsewhere], StringComparer.Ordinal);
        while (shape.Rows.Any(r => reached.Contains(r.From) && reached.Add(r.To)))
        {
        }

        Assert.Equal(shape.States.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryState_FinalOrWithAWayOut(string table)
    {
        var shape = Find(table);

        Assert.Equal(shape.Final.Order(StringComparer.Ordinal), shape.States.Where(s => shape.Rows.All(r => r.From != s || r.To == s)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void JudgingAndNotOwnSubmission_GoTogether(string table) =>
        Assert.All(Find(table).Rows, r => Assert.True(r.Judges == r.Guards.Contains(nameof(CatalogueGuards.NotOwnSubmission)), $"{r.From} {r.Action}: judges {r.Judges}, guards {string.Join(',', r.Guards)}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void ApprovingReturningAndPublishing_AreJudgements(string table) =>
        Assert.All(Find(table).Rows.Where(r => r.Action is "Consent" or "RefuseConsent" or "Verify" or "Approve" or "Return" or "Settle" or "Accept" or "Refuse" or "Record" || (r.Action == "Publish" && r.Side == CaseSide.Authority)), r => Assert.True(r.Judges, $"{r.From} {r.Action}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Return_EveryOne_NeedsAComment(string table)
    {
        var returns = Find(table).Rows.Where(r => r.Action is "Return" or "Decline" or "Redraft").ToList();

        // Nobody submits a set of indicators or a meeting to somebody else: there is nothing to give back.
        if (table is not (nameof(IndicatorWorkflow) or nameof(MeetingWorkflow)))
            Assert.NotEmpty(returns);
        Assert.All(returns, r => Assert.True(r.NeedsComment, $"{r.From} {r.Action}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Permission_OfEveryRow_IsGrantedByARole(string table) =>
        Assert.All(Find(table).Rows, r => Assert.Contains(r.Permission, Roles.AllPermissions));

    [Fact]
    public void Permissions_Declared_AreGrantedAndHaveKeysOfTheirOwn()
    {
        var declared = typeof(Permission).Assembly.GetTypes().Where(t => t.Name.EndsWith("Permissions", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => f.GetValue(null)).OfType<Permission>().ToList();

        Assert.Equal(declared.Count, declared.Select(p => p.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(declared.Except(Roles.AllPermissions));
        Assert.All(Enum.GetValues<Role>(), r => Assert.NotEmpty(Roles.PermissionsOf(r)));
    }

    [Fact]
    public void EnumMembers_ThatPeopleSee_HaveAChineseNameOfTheirOwn()
    {
        var enums = new[] { typeof(CatalogueEntry).Assembly, typeof(ImportService).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && t.Namespace is { } n && (n.StartsWith("DataBureau.Domain", StringComparison.Ordinal) || n.StartsWith("DataBureau.Web.Features", StringComparison.Ordinal))).Except(NeverShown).ToList();

        Assert.True(enums.Count > 15, $"Only {enums.Count} enums were looked at.");
        Assert.Empty(enums.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => string.IsNullOrWhiteSpace(f.GetCustomAttribute<ChineseNameAttribute>()?.Name)).Select(f => $"{f.DeclaringType!.Name}.{f.Name}"));
        Assert.Empty(enums.SelectMany(t => Enum.GetValues(t).Cast<Enum>().GroupBy(v => v.ChineseName(), StringComparer.Ordinal)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static Shape Find(string name) => Tables.Single(t => t.Name == name);

    private sealed record Row(string From, string Action, string To, Permission Permission, CaseSide Side, bool Judges, bool NeedsComment, IReadOnlyList<string> Guards);

    /// <summary>A table without its types, so that one set of rules reads all of them.</summary>
    private sealed record Shape(string Name, string Initial, IReadOnlyList<string> Elsewhere, IReadOnlyList<string> Final, IReadOnlyList<string> States, IReadOnlyList<Row> Rows)
    {
        public static Shape Of<TState, TAction, TSubject>(string name, WorkflowTable<TState, TAction, TSubject> table, TState initial, TState[] elsewhere, TState[] final)
            where TState : struct, Enum
            where TAction : struct, Enum => new(name, initial.ToString(), [.. elsewhere.Select(s => s.ToString())], [.. final.Select(s => s.ToString())], Enum.GetNames<TState>(),
                [.. table.Transitions.Select(t => new Row(t.From.ToString(), t.Action.ToString(), t.To.ToString(), t.Permission, t.Side, t.Judges, t.NeedsComment, [.. t.Guards.Select(g => g.Name)]))]);
    }
}
