using System.Globalization;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The evaluations as a list; the bureau begins a year's here.</summary>
public sealed partial class EvaluationList
{
    private static readonly (string, string)[] Waiting = [("1", "待我办理")];

    private EvaluationOptions _options = new(false, [], 0);
    private Notice? _notice;
    private string? _year;
    private string? _set;
    private bool _busy;

    [Inject] private EvaluationService Evaluations { get; set; } = default!;

    private IEnumerable<(string Value, string Text)> Years => Enumerable.Range(0, 3).Select(n => (_options.ThisYear - n).ToString(CultureInfo.InvariantCulture)).Select(y => (y, y + " 年"));

    protected override Task<Page<EvaluationRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Evaluations.ListAsync(query, cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken)
    {
        _options = await Evaluations.OptionsAsync(cancellationToken);
        (_year, _set) = (_options.ThisYear.ToString(CultureInfo.InvariantCulture), _options.Sets.Count > 0 ? _options.Sets[0].Id.ToString() : null);
    }

    private async Task StartAsync()
    {
        if (_busy || !Guid.TryParse(_set, out var set))
            return;
        _busy = true;
        try
        {
            var (begun, refusal) = await Evaluations.StartAsync(set, int.Parse(_year!, CultureInfo.InvariantCulture));
            _notice = refusal is null ? Notice.Done($"已发起 {_year} 年度评价，共 {begun} 人，等待各单位自评。") : Notice.Of(refusal);
            await ReloadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
