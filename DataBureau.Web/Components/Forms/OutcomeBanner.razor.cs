using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>An outcome in words: made once from an <see cref="Outcome{TView}"/>, drawn by <see cref="OutcomeBanner"/>.</summary>
public sealed record Notice(Tone Tone, string Title, LegalBasis? Basis = null)
{
    public IReadOnlyList<RefusalDetail> Details { get; init; } = [];

    public static Notice Done(string sentence) => new(Tone.Success, sentence);

    public static Notice Failed(string sentence) => new(Tone.Danger, sentence);

    /// <summary>A detail that only repeats the sentence, for the field it belongs to, is not said twice.</summary>
    public static Notice Of(Refusal refusal)
    {
        var details = refusal.Details.IsDefault ? [] : refusal.Details.Where(d => d.Sentence != refusal.Sentence).ToList();
        return new(Tone.Danger, refusal.Sentence, details.Count == 0 ? refusal.Basis : null) { Details = details };
    }

    public static Notice Of<TView>(Outcome<TView> outcome) => outcome switch
    {
        Outcome<TView>.Done done => Done(done.Sentence),
        Outcome<TView>.Refused refused => Of(refused.Refusal),
        Outcome<TView>.Conflict conflict => new(Tone.Attention, conflict.Sentence),
        _ => Failed("没有找到该事项，或您无权查看。它可能已被删除，或您的权限刚刚变更。"),
    };
}

/// <summary>The only place where an outcome becomes words on a page.</summary>
public sealed partial class OutcomeBanner
{
    [Parameter] public Notice? Notice { get; set; }

    [Parameter] public EventCallback OnDismiss { get; set; }

    /// <summary>On a long page what was refused may stand where nobody looks: it takes the focus, and with it comes into view.</summary>
    [Parameter] public bool FocusRefusal { get; set; }

    private Banner? _banner;
    private Notice? _seen;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The same refusal once more is said once more.
        if (ReferenceEquals(Notice, _seen))
            return;
        _seen = Notice;
        if (FocusRefusal && Notice is { Tone: Tone.Danger or Tone.Attention } && _banner is not null)
            await _banner.FocusAsync();
    }
}
