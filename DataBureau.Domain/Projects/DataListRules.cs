using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>
/// J07: from the reply on the data list is the one that was replied to, where a rule makes it a matter of acceptance. It may grow;
/// what was approved is neither taken out nor renamed by the builder, and is left out only with the authority's consent.
/// </summary>
public static class DataListRules
{
    /// <summary>Whether the reply covers the item.</summary>
    public static bool IsSettled(ProjectState state, ProjectDataItem item, JurisdictionPolicy policy) =>
        policy.Projects.AcceptanceGate && ProjectWorkflow.GateMatters(state) && !item.AddedLater;

    public static Refusal? Remove(Project project, ProjectDataItem item, JurisdictionPolicy policy) =>
        IsSettled(project.State, item, policy) ? ProjectRefusals.ItemSettled(item.Name, "删除", policy.BasisOf("J07")) : null;

    /// <summary>The name and the planned entry are what was replied to; the description is a remark.</summary>
    public static Refusal? Rewrite(Project project, ProjectDataItem item, DataItemRow row, JurisdictionPolicy policy)
    {
        if (item.Release is not null)
            return ProjectRefusals.ItemReleased(item.Name);
        var renamed = row.Name.Trim() != item.Name || (!string.IsNullOrWhiteSpace(row.PlannedEntry) && row.PlannedEntry.Trim() != item.EntryName);
        return renamed && IsSettled(project.State, item, policy) ? ProjectRefusals.ItemSettled(item.Name, "改名", policy.BasisOf("J07")) : null;
    }

    /// <param name="item">The item to be matched.</param>
    /// <param name="holder">The name of another item of the project that has the entry already.</param>
    /// <param name="policy">The policy in force.</param>
    public static Refusal? Match(ProjectDataItem item, string? holder, JurisdictionPolicy policy) =>
        item.Release is not null ? ProjectRefusals.ItemReleased(item.Name) : holder is not null ? ProjectRefusals.EntryTaken(item.Name, holder, policy.BasisOf("J07")) : null;

    /// <summary>Whether this person decides on what is left out of the list, as far as the project and its state say.</summary>
    public static Refusal? MayRelease(Project project, GuardContext context, string act = "核减") =>
        !context.Actor.Holds(ProjectPermissions.Reply, CaseSide.Authority, project.Location) ? WorkflowRefusals.NotPermitted(ProjectPermissions.Reply)
        : !context.Policy.Projects.AcceptanceGate || !ProjectWorkflow.GateMatters(project.State) ? ProjectRefusals.NothingToRelease(project.State)
        : ProjectGuards.NotOwnSubmission(act).Check(project, context);

    /// <summary>核减: the authority that replied agrees that the item is no longer made.</summary>
    public static Refusal? Release(Project project, ProjectDataItem item, string? why, GuardContext context)
    {
        if (MayRelease(project, context) is { } refusal)
            return refusal;
        if (item.Release is not null)
            return ProjectRefusals.ItemReleased(item.Name);
        if (item.AddedLater)
            return ProjectRefusals.ItemNotSettled(item.Name);
        if (string.IsNullOrWhiteSpace(why))
            return ProjectRefusals.ReleaseWhy(item.Name);
        return TooLong(why);
    }

    /// <summary>恢复: the authority that agreed to leave it out asks for it again, as long as nothing has been accepted.</summary>
    public static Refusal? Restore(Project project, ProjectDataItem item, string? why, GuardContext context)
    {
        if (MayRelease(project, context, "恢复") is { } refusal)
            return refusal;
        if (item.Release is null)
            return ProjectRefusals.ItemNotReleased(item.Name);
        return string.IsNullOrWhiteSpace(why) ? ProjectRefusals.RestoreWhy(item.Name) : TooLong(why);
    }

    private static Refusal? TooLong(string why) => why.Trim().Length > HistoryEntry.CommentLimit ? WorkflowRefusals.CommentTooLong(HistoryEntry.CommentLimit) : null;
}
