using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>One field of the form: a choice, a date or a line.</summary>
public sealed partial class OfficerFieldEditor
{
    [CascadingParameter] private OfficerEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public string Key { get; set; } = string.Empty;

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Wide { get; set; }

    [Parameter] public bool Date { get; set; }

    [Parameter] public int MaxLength { get; set; } = Domain.ChiefDataOfficers.OfficerAppointment.LineLimit;

    [Parameter] public string? Hint { get; set; }

    [Parameter] public IEnumerable<(string Value, string Text)>? Options { get; set; }

    [Parameter] public RenderFragment? Provision { get; set; }

    private string? Message => Editing.Messages.GetValueOrDefault(Key) ?? (Editing.Asked(Key) is { } asked ? $"补正要求：{asked}" : null);

    private Task TypedAsync(string? value)
    {
        Editing.Form[Key] = value;
        return Editing.Touched();
    }

    private Task PickedAsync(DateOnly? date)
    {
        Editing.Form.Put(Key, date);
        return Editing.Touched();
    }
}
