using System.Globalization;
using DataBureau.Domain.Calendar;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Calendar;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>How much of a bureau's own time limit is left, in words and in a colour.</summary>
public sealed partial class DeadlineBadge
{
    /// <summary>So few working days left are marked.</summary>
    private const int Soon = 3;

    [Parameter, EditorRequired] public DeadlineView Deadline { get; set; } = default!;

    /// <summary>With the name of the time limit in front, where nothing else says which it is.</summary>
    [Parameter] public bool Named { get; set; }

    private string Text => Named ? $"{Deadline.Name}：{Deadline.Reading.Words}" : Deadline.Reading.Words;

    private Tone Tone => ToneOf(Deadline.Reading);

    private string Title => string.Create(CultureInfo.InvariantCulture,
        $"局内时限「{Deadline.Name}」{Deadline.BudgetDays} 个工作日，{Deadline.StartedOn:yyyy-MM-dd} 起（当日不计）{(Deadline.Reading.DueOn is { } due ? $"，{due:yyyy-MM-dd} 到期" : null)}");

    public static Tone ToneOf(DeadlineReading reading) => reading.Standing switch
    {
        DeadlineStanding.Overdue => Tone.Danger,
        DeadlineStanding.DueToday or DeadlineStanding.Unknown => Tone.Attention,
        DeadlineStanding.Running => reading.DaysLeft <= Soon ? Tone.Attention : Tone.Info,
        DeadlineStanding.Paused or DeadlineStanding.Finished => Tone.Neutral,
    };

    /// <summary>The same without a component, for cells of long lists. Nothing where there is no deadline.</summary>
    public static RenderFragment Of(DeadlineView? deadline) => Of(deadline?.Reading);

    public static RenderFragment Of(DeadlineReading? reading) => builder =>
    {
        if (reading is null)
            return;
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "badge " + ToneOf(reading).CssClass());
        builder.AddContent(2, reading.Words);
        builder.CloseElement();
    };
}
