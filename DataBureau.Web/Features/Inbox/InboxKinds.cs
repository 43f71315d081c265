using System.Collections.Frozen;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Inbox;

/// <summary>The kinds of cases that the lists of the workbench know: their words, and the pages of their cases.</summary>
public sealed class InboxKinds(IEnumerable<CaseBook> books, IEnumerable<CaseKind> kinds)
{
    private readonly FrozenDictionary<string, CaseKind> _kinds = kinds.Where(k => books.Any(b => b.Kind == k.Kind)).ToFrozenDictionary(k => k.Kind, StringComparer.Ordinal);

    /// <summary>The choices of the filter, as the features were registered.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; } = [.. kinds.Where(k => books.Any(b => b.Kind == k.Kind)).Select(k => (k.Kind, k.Name))];

    public string NameOf(string kind) => _kinds[kind].Name;

    public string HrefOf(string kind, Guid caseId) => _kinds[kind].Href(caseId);
}
