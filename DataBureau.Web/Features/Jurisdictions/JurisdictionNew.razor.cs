using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>What is to be switched, where and by which document; what would change is seen before it is proposed.</summary>
public sealed partial class JurisdictionNew : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private JurisdictionOptions _options = JurisdictionOptions.None;
    private PolicySwitchPreview? _preview;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private Notice? _notice;
    private string? _region;
    private string? _section;
    private string? _from;
    private string? _document;
    private string? _remark;
    private DateOnly? _effective;
    private bool _busy;

    [Inject] private JurisdictionService Jurisdictions { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private PolicySwitchContent Content => new(_region, Enum.TryParse<PolicySection>(_section, out var section) ? section : null, _from, _effective, _document, _remark);

    protected override async Task OnInitializedAsync() => _options = await Jurisdictions.OptionsAsync(_leaving.Token);

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    /// <summary>What was previewed is no longer what stands here.</summary>
    private void Change(Action set)
    {
        set();
        _preview = null;
    }

    private async Task PreviewAsync()
    {
        _preview = await Jurisdictions.PreviewAsync(Content, _leaving.Token);
        Show(_preview?.Refusal);
    }

    private async Task ProposeAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await Jurisdictions.ProposeAsync(Content);
            if (outcome is Outcome<PolicySwitchView>.Done done)
                Navigation.NavigateTo($"/admin/jurisdictions/{done.View.Id}", new NavigationOptions { HistoryEntryState = done.Sentence });
            else if (outcome is Outcome<PolicySwitchView>.Refused refused)
                Show(refused.Refusal);
            else
                _notice = Notice.Of(outcome);
        }
        finally
        {
            _busy = false;
        }
    }

    private void Show(Refusal? refusal)
    {
        _wrong = refusal?.Details.IsDefault == false ? refusal.Details : [];
        // Said at the fields, so not once more above them.
        _notice = refusal is null ? null : Notice.Of(refusal) with { Details = [] };
    }

    public void Dispose() => _leaving.Cancel();
}
