using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>One field of the form: a choice, a date, a long text or a line.</summary>
public sealed partial class ProjectFieldEditor
{
    [CascadingParameter] private ProjectEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public string Key { get; set; } = string.Empty;

    [Parameter] public string? Label { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Wide { get; set; }

    [Parameter] public bool Date { get; set; }

    [Parameter] public int Rows { get; set; } = 1;

    [Parameter] public int MaxLength { get; set; } = Domain.Projects.Project.LineLimit;

    [Parameter] public string? Hint { get; set; }

    [Parameter] public IEnumerable<(string Value, string Text)>? Options { get; set; }

    private Task TypedAsync(string? value)
    {
        Editing.Form[Key] = value;
        return Editing.Touched();
    }

    private Task PickedAsync(DateOnly? date) => TypedAsync(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
