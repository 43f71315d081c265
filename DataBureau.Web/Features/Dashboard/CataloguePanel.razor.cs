using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The catalogue on the dashboard.</summary>
public sealed partial class CataloguePanel
{
    /// <summary>草稿 grey, 退回 red, 已发布 green … in the order of the states.</summary>
    private static readonly IReadOnlyList<int> StateSeries = [7, 6, 4, 1, 5, 3, 2];

    [Parameter, EditorRequired] public CatalogueSection View { get; set; } = default!;

    [Parameter, EditorRequired] public DashboardScope Scope { get; set; } = default!;

    [Parameter, EditorRequired] public BriefPeriod Period { get; set; } = default!;

    /// <summary>A rate needs a limit: where the bureau has set none, that is said instead.</summary>
    private RenderFragment Timely() => builder =>
    {
        var timely = View.Timely;
        if (!timely.LimitSet && timely.Ended == 0)
        {
            builder.AddContent(0, "本辖区没有设置目录办理的局内时限，不计算按时率。");
            return;
        }

        if (timely.Ended == 0)
        {
            builder.AddContent(0, $"{Period.Word}没有按局内时限办结的目录。");
            Before(builder, timely);
            return;
        }

        builder.AddContent(1, $"{Period.Word}按局内时限办结的目录按时率 {FigureText.Percent(timely.InTime.Value, timely.Ended)}：按时 ");
        builder.AddContent(2, FigureLink.Of(timely.InTime));
        builder.AddContent(3, " 条，超时 ");
        builder.AddContent(4, FigureLink.Of(timely.Late));
        builder.AddContent(5, " 条。");
        Before(builder, timely);
    };

    private void Before(RenderTreeBuilder builder, TimelyView timely)
    {
        if (timely is not { EndedBefore: > 0, InTimeBefore: { } inTime, LateBefore: { } late })
            return;
        builder.AddContent(6, $"{Period.BeforeWord}按时率 {FigureText.Percent(inTime.Value, timely.EndedBefore)}：按时 ");
        builder.AddContent(7, FigureLink.Of(inTime));
        builder.AddContent(8, " 条，超时 ");
        builder.AddContent(9, FigureLink.Of(late));
        builder.AddContent(10, " 条。");
    }
}
