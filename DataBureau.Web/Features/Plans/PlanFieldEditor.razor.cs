using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>One field of the form: a choice, a date, a long text or a line.</summary>
public sealed partial class PlanFieldEditor
{
    [CascadingParameter] private PlanEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public string Key { get; set; } = string.Empty;

    [Parameter] public string? Label { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Wide { get; set; }

    [Parameter] public bool Date { get; set; }

    [Parameter] public int Rows { get; set; } = 1;

    [Parameter] public int MaxLength { get; set; } = Domain.Plans.Plan.LineLimit;

    [Parameter] public string? Hint { get; set; }

    [Parameter] public IEnumerable<(string Value, string Text)>? Options { get; set; }

    [Parameter] public string? Placeholder { get; set; } = "请选择";

    [Parameter] public RenderFragment? Provision { get; set; }

    private string? Message => Editing.Messages.GetValueOrDefault(Key) ?? (Editing.Asked(Key) is { } asked ? $"补正要求：{asked}" : null);

    private Task TypedAsync(string? value)
    {
        Editing.Form[Key] = value;
        return Editing.Touched();
    }

    private Task PickedAsync(DateOnly? date) => TypedAsync(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
