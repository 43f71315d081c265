using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Dashboard;

internal static class PaceTones
{
    public static Tone Of(Pace pace) => pace switch
    {
        Pace.None => Tone.Neutral,
        Pace.Ahead => Tone.Success,
        Pace.Even => Tone.Info,
        Pace.Behind => Tone.Danger,
    };
}
