using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public enum StepState
{
    Upcoming,
    Current,
    Done,
    /// <summary>Ended here: returned for good, withdrawn.</summary>
    Stopped,
}

/// <summary>One step of a case; <paramref name="Detail"/> says who and when, or what is awaited.</summary>
public sealed record Step(string Title, StepState State, string? Detail = null);

/// <summary>How far a case has come.</summary>
public sealed partial class Stepper
{
    [Parameter, EditorRequired] public IReadOnlyList<Step> Steps { get; set; } = [];
    [Parameter] public string Label { get; set; } = "办理进度";

    private static string WordOf(StepState state) => state switch
    {
        StepState.Upcoming => "未到",
        StepState.Current => "正在进行",
        StepState.Done => "已完成",
        StepState.Stopped => "已终止",
    };
}
