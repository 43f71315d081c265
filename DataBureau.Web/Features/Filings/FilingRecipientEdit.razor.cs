using System.Globalization;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Filings;

/// <summary>Sets who receives a matter, or changes it; the page keeps what was typed whatever the outcome.</summary>
public sealed partial class FilingRecipientEdit : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private RecipientOptions _options = RecipientOptions.None;
    private RecipientForm _form = new();
    private RecipientSettingView? _view;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private Notice? _notice;
    private ConfirmDialog _remove = default!;
    private string? _comment;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private FilingRecipientService Recipients { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_options.Regions.Count == 0)
            _options = await Recipients.OptionsAsync(_leaving.Token);
        if (Id == _view?.Id)
            return;
        _view = Id is { } id ? await Recipients.FindAsync(id, _leaving.Token) : null;
        _missing = Id is not null && _view is null;
        _form = RecipientForm.Of(_view?.Content);
        _notice = _view is not null && Navigation.HistoryEntryState is { } sentence ? Notice.Done(sentence) : null;
    }

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private Task SaveAsync() => ActAsync(() => _view is null ? Recipients.CreateAsync(_form.ToContent()) : Recipients.EditAsync(_view.Id, _view.Version, _form.ToContent()));

    private async Task RemoveAsync()
    {
        _comment = null;
        if (_view is { } view && await _remove.AskAsync())
            await ActAsync(() => Recipients.RemoveAsync(view.Id, view.Version, _comment));
    }

    private async Task ActAsync(Func<Task<Outcome<RecipientSettingView>>> act)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            Show(await act());
        }
        finally
        {
            _busy = false;
        }
    }

    private void Show(Outcome<RecipientSettingView> outcome)
    {
        (_notice, _wrong) = (Notice.Of(outcome), []);
        switch (outcome)
        {
            case Outcome<RecipientSettingView>.Done done:
                (_view, _form) = (done.View, RecipientForm.Of(done.View.Content));
                if (Id is null)
                    Navigation.NavigateTo($"/admin/filing-recipients/{done.View.Id}", new NavigationOptions { ReplaceHistoryEntry = true, HistoryEntryState = done.Sentence });
                break;
            case Outcome<RecipientSettingView>.Refused { Refusal: var refusal }:
                // Said at the fields, so not once more above them.
                _wrong = refusal.Details;
                _notice = _notice with { Details = [] };
                break;
            case Outcome<RecipientSettingView>.Conflict conflict:
                _view = conflict.View;
                break;
        }
    }

    public void Dispose() => _leaving.Cancel();

    /// <summary>What is on the page while somebody fills it in.</summary>
    private sealed class RecipientForm
    {
        public string? Matter { get; set; }

        public string? Region { get; set; }

        public string? Level { get; set; }

        public string? FromYear { get; set; }

        public string? To { get; set; }

        public string? At { get; set; }

        public string? Reason { get; set; }

        public static RecipientForm Of(FilingRecipientContent? content) => content is null ? new() : new()
        {
            Matter = content.Matter,
            Region = content.RegionCode,
            Level = content.Level?.ToString(),
            FromYear = content.FromYear?.ToString(CultureInfo.InvariantCulture),
            To = content.To == Responsibilities.None ? null : content.To.ToString(),
            At = content.At?.ToString(),
            Reason = content.Reason,
        };

        public FilingRecipientContent ToContent() => new(
            Matter, Region, Enum.TryParse<RegionLevel>(Level, out var level) ? level : null,
            int.TryParse(FromYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            Enum.TryParse<Responsibilities>(To, out var to) ? to : Responsibilities.None, Reason,
            Enum.TryParse<RegionLevel>(At, out var at) ? at : null);
    }
}
