using DataBureau.Domain;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Web.Features.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>J05: needed capabilities, compared one by one with the register.</summary>
public sealed partial class ProjectReuseEditor
{
    private static readonly IReadOnlyList<(string, string)> Conclusions = [.. Enum.GetValues<ReuseConclusion>().Select(c => (c.ToString(), c.ChineseName()))];

    private readonly Dictionary<ReuseForm, IReadOnlyList<ComponentSuggestion>> _suggestions = [];

    [CascadingParameter] private CaseEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public ProjectForm Form { get; set; } = default!;

    [Parameter] public LegalBasis? Basis { get; set; }

    [Inject] private ComponentService Components { get; set; } = default!;

    private Task AddAsync() => TypedAsync(() => Form.Reuse.Add(new ReuseForm()));

    private Task RemoveAsync(ReuseForm row) => TypedAsync(() => Form.Reuse.Remove(row));

    private Task TypedAsync(Action change)
    {
        change();
        return Editing.Touched();
    }

    private async Task SuggestAsync(ReuseForm row, string? capability)
    {
        row.Capability = capability;
        await Editing.Touched();
        _suggestions[row] = string.IsNullOrWhiteSpace(capability) ? [] : await Components.SuggestAsync(capability, default);
    }

    private Task TakeAsync(ReuseForm row, ComponentSuggestion found) =>
        TypedAsync(() => (row.Conclusion, row.ComponentId, row.ComponentName, row.Unregistered, row.Owner) = (ReuseConclusion.Reusable, found.Id, found.Name, false, null));
}
