using DataBureau.Domain.Numbers;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Numbers;

/// <summary>Which number an act gives: one that was kept back, or the next. Shown only where something was kept back.</summary>
public sealed partial class NumberChoiceField
{
    [Parameter, EditorRequired] public IReadOnlyList<Reservation> Numbers { get; set; } = [];

    /// <summary>备案号, 同意编号.</summary>
    [Parameter] public string Label { get; set; } = "备案号";

    [Parameter] public string? Value { get; set; }

    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>What somebody else has taken meanwhile is no longer chosen.</summary>
    protected override Task OnParametersSetAsync() =>
        Value is not null && Numbers.All(n => n.Text != Value) ? ValueChanged.InvokeAsync(null) : Task.CompletedTask;
}
