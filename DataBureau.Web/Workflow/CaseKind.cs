namespace DataBureau.Web.Workflow;

/// <summary>A kind of case as other features have to know it: its words and its page. Registered by the feature that owns it.</summary>
/// <param name="Kind">As in history, audit, deadlines and attachments: "plan".</param>
/// <param name="Name">规划备案.</param>
/// <param name="Href">The page of a case.</param>
public sealed record CaseKind(string Kind, string Name, Func<Guid, string> Href);
