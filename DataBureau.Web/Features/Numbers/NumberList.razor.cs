using System.Globalization;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Numbers;

/// <summary>The ledger, narrowed by what the address says; reserving and voiding are asked for in a dialog that keeps what was typed.</summary>
public sealed partial class NumberList
{
    private NumberOptions _options = NumberOptions.None;
    private IReadOnlyList<SeriesStatus> _series = [];
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private Notice? _notice;
    private ConfirmDialog _reserve = default!;
    private ConfirmDialog _void = default!;
    private NumberRow? _voiding;
    private string? _matter;
    private string? _region;
    private string? _reason;
    private bool _busy;

    [Inject] private NumberService Numbers { get; set; } = default!;

    protected override async Task<Page<NumberRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var filter = NumberFilter.From(query);
        _series = await Numbers.SeriesAsync(filter, cancellationToken);
        return await Numbers.ListAsync(filter, cancellationToken);
    }

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Numbers.OptionsAsync(cancellationToken);

    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private Task ReserveAsync()
    {
        // One request, one number: the same id is sent again after a refusal, and a second click finds the first one's row.
        var id = Guid.CreateVersion7();
        _matter ??= _options.Matters.Where(m => m.CaseKind.Length > 0).Select(m => m.Code).Take(2).ToList() is [var only] ? only : null;
        _region ??= _options.OwnRegions is [var first, ..] ? first.Code : null;
        return ActAsync(_reserve, () => Numbers.ReserveAsync(id, _matter, _region, _reason));
    }

    private Task VoidAsync(NumberRow row)
    {
        _voiding = row;
        return ActAsync(_void, () => Numbers.VoidAsync(row.Entry.Id, row.Entry.Version, _reason));
    }

    /// <summary>Asks, acts, and asks again with the refusal at its field until it is done or given up.</summary>
    private async Task ActAsync(ConfirmDialog dialog, Func<Task<Outcome<NumberRow>>> act)
    {
        if (_busy)
            return;
        (_reason, _wrong, _notice) = (null, [], null);
        while (await dialog.AskAsync())
        {
            _busy = true;
            try
            {
                var outcome = await act();
                _wrong = outcome is Outcome<NumberRow>.Refused { Refusal: var refusal } ? refusal.Details : [];
                if (_wrong.Count > 0)
                    continue;
                _notice = Notice.Of(outcome);
                await ReadOptionsAsync(default);
                await ReloadAsync();
                return;
            }
            finally
            {
                _busy = false;
            }
        }
    }
}
