namespace DataBureau.Web.Components.Forms;

/// <summary>The five colours a state may have. The word beside it carries the meaning.</summary>
public enum Tone
{
    Neutral,
    Info,
    Attention,
    Success,
    Danger,
}

internal static class Tones
{
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Neutral => "tone-neutral",
        Tone.Info => "tone-info",
        Tone.Attention => "tone-attention",
        Tone.Success => "tone-success",
        Tone.Danger => "tone-danger",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Neutral or Tone.Info => "info",
        Tone.Attention => "warning",
        Tone.Success => "check_circle",
        Tone.Danger => "error",
    };
}
