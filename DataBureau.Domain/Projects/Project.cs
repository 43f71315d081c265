using System.Globalization;
using System.Text;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>J04: whether a project has 信息化 content, who said so, and why.</summary>
public sealed record ProjectJudgement(bool Informatization, string By, string Organisation, string Why, DateTimeOffset At);

/// <summary>A digital project: brought by its builder, replied to by the regulator of its track, built, and accepted when its data are in the catalogue.</summary>
public sealed class Project : INumberedCase
{
    public const string CaseKind = "project";
    public const int NameLimit = 200;
    public const int TextLimit = 4000;
    public const int LineLimit = 300;
    public const int CodeLimit = 60;

    private Project()
    {
    }

    public Guid Id { get; private set; }

    public ProjectTrack Track { get; private set; }

    public ProjectState State { get; private set; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The builder.</summary>
    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    /// <summary>Who decides on it; null where the region has no such body.</summary>
    public Guid? AuthorityId { get; private set; }

    public Guid? AnnualPlanId { get; private set; }

    public ProjectContent Content { get; private set; } = new();

    /// <summary>Region and code while the project lives: a code names one project.</summary>
    public string? CodeKey { get; private set; }

    public string? ReplyNumber { get; private set; }

    public bool? Informatization { get; private set; }

    public string? JudgedBy { get; private set; }

    public string? JudgedByOrganisation { get; private set; }

    public string? JudgedWhy { get; private set; }

    public DateTimeOffset? JudgedAt { get; private set; }

    public Guid? SubmittedById { get; private set; }

    /// <summary>Who sent it to the authority; nobody decides on what they sent.</summary>
    public Guid? SentById { get; private set; }

    public Guid? AcceptanceAskedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, AuthorityId);

    public ProjectFacts Facts { get; private set; } = ProjectFacts.None;

    NumberChoice INumberedCase.Numbers => Facts.Numbers;

    /// <summary>The reserved number that the reply just given takes; null where the next one is taken.</summary>
    public Guid? ChosenNumber { get; private set; }

    /// <summary>What the builder may change now.</summary>
    public ProjectParts Editable => IsBeforeTheGovernment ? ProjectParts.None : ProjectWorkflow.Editable(State);

    /// <summary>A draft on the list of a plan that the government has before it: what is decided on is what was reported.</summary>
    private bool IsBeforeTheGovernment => State == ProjectState.Draft && Facts.PlanState == AnnualPlanState.Reported;

    public ProjectJudgement? Judgement => Informatization is { } yes ? new ProjectJudgement(yes, JudgedBy!, JudgedByOrganisation!, JudgedWhy!, JudgedAt!.Value) : null;

    /// <param name="plan">The annual plan whose list it is on, and the body that makes it; null for a department's project.</param>
    public static Project Draft(Guid id, Guid organisationId, string regionCode, Guid? authorityId, Guid? plan, ProjectContent content, DateTimeOffset now)
    {
        var project = new Project
        {
            Id = id, Track = plan is null ? ProjectTrack.Department : ProjectTrack.AnnualPlan, State = ProjectState.Draft, Version = 1,
            OrganisationId = organisationId, RegionCode = regionCode, AuthorityId = authorityId, AnnualPlanId = plan, CreatedAt = now,
        };
        project.Take(content, now);
        return project;
    }

    public void Know(ProjectFacts facts) => Facts = facts;

    /// <summary>Changes what can be changed in this state; the rest of the content must be as it was.</summary>
    public Refusal? Edit(ProjectContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(ProjectPermissions.Compile, Location))
            return WorkflowRefusals.NotPermitted(ProjectPermissions.Compile);
        return Change(content, now);
    }

    /// <summary>The list of the annual plan says something else of it, while it is a draft.</summary>
    public Refusal? Change(ProjectContent content, DateTimeOffset now)
    {
        if (IsBeforeTheGovernment)
            return ProjectRefusals.PlanReported(Facts.PlanTitle);
        var parts = Editable;
        if ((parts & (ProjectParts.Content | ProjectParts.Progress)) == ProjectParts.None)
            return ProjectRefusals.NotEditable(State);
        var allowed = Restrict(content, parts);
        if (ProjectCheck.Limits(allowed) is { } refusal)
            return refusal;
        Take(allowed, now);
        Version++;
        return null;
    }

    /// <summary>The data list has changed: it is part of the case and counts as a version of it.</summary>
    public Refusal? TouchDataList(Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(ProjectPermissions.Compile, Location))
            return WorkflowRefusals.NotPermitted(ProjectPermissions.Compile);
        if (IsBeforeTheGovernment)
            return ProjectRefusals.PlanReported(Facts.PlanTitle);
        if (!Editable.HasFlag(ProjectParts.DataList))
            return ProjectRefusals.DataListClosed(State);
        UpdatedAt = now;
        Version++;
        return null;
    }

    /// <summary>核减: an approved item is left out of the data list; it stays there with who agreed and why.</summary>
    public Refusal? Release(ProjectDataItem item, string? why, GuardContext context)
    {
        if (DataListRules.Release(this, item, why, context) is { } refusal)
            return refusal;
        item.LeaveOut(context.Actor, why!.Trim(), context.Now);
        UpdatedAt = context.Now;
        Version++;
        return null;
    }

    /// <summary>恢复: what was left out is to be made after all, and is asked for at the acceptance again.</summary>
    public Refusal? Restore(ProjectDataItem item, string? why, GuardContext context)
    {
        if (DataListRules.Restore(this, item, why, context) is { } refusal)
            return refusal;
        item.TakeBack();
        UpdatedAt = context.Now;
        Version++;
        return null;
    }

    /// <summary>Off the list of its annual plan it is its builder's draft, to be brought to the data authority or ended.</summary>
    internal void LeavePlan(Guid? dataAuthorityId, DateTimeOffset now)
    {
        (Track, AnnualPlanId, AuthorityId, UpdatedAt) = (ProjectTrack.Department, null, dataAuthorityId, now);
        Version++;
    }

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<ProjectState> Act(ProjectAction action, string? comment, GuardContext context)
    {
        var decision = ProjectWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<ProjectState>.Accepted accepted)
            return decision;
        switch (action)
        {
            case ProjectAction.Submit:
                SubmittedById = context.Actor.UserId;
                break;
            case ProjectAction.Approve:
                SentById = context.Actor.UserId;
                break;
            case ProjectAction.JudgeInformatization or ProjectAction.JudgeOther:
                (Informatization, JudgedBy, JudgedByOrganisation, JudgedWhy, JudgedAt) = (action == ProjectAction.JudgeInformatization, context.Actor.Name, context.Actor.OrganisationName, comment, context.Now);
                break;
            case ProjectAction.Reply:
                (RepliedAt, ChosenNumber) = (context.Now, Facts.Numbers.IdOf(context.Number));
                break;
            case ProjectAction.AskAcceptance:
                AcceptanceAskedById = context.Actor.UserId;
                break;
            case ProjectAction.Accept:
                AcceptedAt = context.Now;
                break;
        }

        State = accepted.To;
        // The judgement is about what was brought; what is brought anew is judged anew.
        if (State == ProjectState.Draft)
            (Informatization, JudgedBy, JudgedByOrganisation, JudgedWhy, JudgedAt, SentById) = (null, null, null, null, null, null);
        if (State == ProjectState.Terminated)
            CodeKey = null;
        UpdatedAt = context.Now;
        Version++;
        return decision;
    }

    public void TakeNumber(string number) => ReplyNumber = number;

    /// <summary>Another body takes over: as the builder, as who decides on it, or both.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, AuthorityId, UpdatedAt) = (succession.OfOwn(OrganisationId), succession.OfReceived(AuthorityId), now);
        Version++;
    }

    /// <summary>The key under which two spellings of a code in a region are the same.</summary>
    public static string? KeyOfCode(string regionCode, string? code) =>
        string.IsNullOrWhiteSpace(code) ? null : $"{regionCode}|{string.Concat(code.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpper(CultureInfo.InvariantCulture)}";

    private ProjectContent Restrict(ProjectContent content, ProjectParts parts) => parts.HasFlag(ProjectParts.Content)
        ? content
        : Content with
        {
            ContactName = content.ContactName,
            ContactPhone = content.ContactPhone,
            Systems = content.Systems,
            // Announced components stay announced: the list only grows once the project is replied to.
            NewComponents = [.. Content.NewComponents, .. content.NewComponents.Where(n => Content.NewComponents.All(o => NameKey.Of(o) != NameKey.Of(n)))],
        };

    private void Take(ProjectContent content, DateTimeOffset now)
    {
        Content = content;
        UpdatedAt = now;
        CodeKey = KeyOfCode(RegionCode, content.Code);
    }
}
