using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Filings;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>The plans that one of this kind rests on: a row for each that its rule names.</summary>
public sealed partial class PlanUpstreamEditor
{
    [CascadingParameter] private CaseEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public PlanForm Form { get; set; } = default!;

    [Parameter, EditorRequired] public PlanRule Rule { get; set; } = default!;

    [Parameter, EditorRequired] public IReadOnlyList<UpstreamChoice> Choices { get; set; } = [];

    [Parameter] public LegalBasis? Basis { get; set; }

    private string? Message => Editing.Messages.GetValueOrDefault(nameof(PlanContent.Upstream)) ?? (Editing.Asked(nameof(PlanContent.Upstream)) is { } asked ? $"补正要求：{asked}" : null);

    private Task ChooseAsync(UpstreamForm row, string? id)
    {
        var choice = Choices.FirstOrDefault(c => c.Id.ToString() == id);
        row.PlanId = choice?.Id;
        if (choice is not null)
            (row.Name, row.Version) = (choice.Title, choice.Version);
        return Editing.Touched();
    }

    private Task NamedAsync(UpstreamForm row, string? name)
    {
        // A name that was typed is no longer the plan that was chosen.
        if (row.PlanId is not null && name != row.Name)
            row.PlanId = null;
        row.Name = name;
        return Editing.Touched();
    }

    private Task VersionedAsync(UpstreamForm row, string? version)
    {
        row.Version = version;
        return Editing.Touched();
    }
}
