using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>A workflow as a picture. The table of its steps beside it says the same to whoever cannot see it.</summary>
public sealed partial class StateDiagram
{
    private StateDiagramLayout _layout = new([], []);

    /// <summary>规划备案的状态图.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = string.Empty;

    /// <summary>In the order of the work.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> States { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<StateArrow> Arrows { get; set; } = [];

    private string ArrowId => "arrow-" + States.Count.ToString(CultureInfo.InvariantCulture) + "-" + Arrows.Count.ToString(CultureInfo.InvariantCulture);

    private string Spoken => $"{Title}：{string.Join("、", States)}。各步办理见图后的表。";

    private double MiddleX => _layout.BoxX + (StateDiagramLayout.BoxWidth / 2);

    protected override void OnParametersSet() => _layout = new StateDiagramLayout(States, Arrows);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Razor keeps the element text for itself.</summary>
    private static RenderFragment Word(string @class, double x, double y, string text) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", @class);
        builder.AddAttribute(2, "x", Number(x));
        builder.AddAttribute(3, "y", Number(y));
        builder.AddAttribute(4, "text-anchor", "middle");
        builder.AddAttribute(5, "dominant-baseline", "central");
        builder.AddContent(6, text);
        builder.CloseElement();
    };
}
