using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

/// <summary>The training records as a list; the unit's liaison records them here.</summary>
public sealed partial class TrainingList
{
    private TrainingOptions _options = new([]);
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private Notice? _notice;
    private string? _officer;
    private string? _course;
    private string? _provider;
    private string? _hours;
    private DateOnly? _heldOn;
    private bool _busy;

    [Inject] private TrainingService Trainings { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private IEnumerable<(string Value, string Text)> Years => Enumerable.Range(0, 5).Select(n => (ChinaTime.DateOf(Clock.GetUtcNow()).Year - n).ToString(CultureInfo.InvariantCulture)).Select(y => (y, y + " 年"));

    protected override Task<Page<TrainingRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Trainings.ListAsync(query, cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Trainings.OptionsAsync(cancellationToken);

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private async Task RecordAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            decimal? hours = decimal.TryParse(_hours?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
            var (id, refusal) = await Trainings.RecordAsync(Guid.TryParse(_officer, out var officer) ? officer : Guid.Empty, new TrainingContent(_course ?? string.Empty, string.IsNullOrWhiteSpace(_provider) ? null : _provider.Trim(), hours, _heldOn));
            (_notice, _wrong) = (refusal is null ? Notice.Done($"已登记「{_course}」，可以打开记录上传证书。") : Notice.Of(refusal), refusal is null || refusal.Details.IsDefault ? [] : refusal.Details);
            if (id is null)
                return;
            (_course, _provider, _hours, _heldOn) = (null, null, null, null);
            await ReloadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
