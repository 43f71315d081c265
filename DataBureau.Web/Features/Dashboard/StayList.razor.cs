using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The stays behind an average of the dashboard: each case as often as it came through the stage.</summary>
public sealed partial class StayList
{
    private DashboardScope? _scope;
    private BriefPeriod? _period;

    [Inject] private DashboardService Dashboard { get; set; } = default!;

    private string Lead => $"{(_scope is null ? "" : _scope.Name + "：")}{(_period is null ? "" : $"{_period.AveragedWord}（{_period.Averaged.Text}）")}走完的环节，每走完一次计一件次。";

    /// <summary>What of the address the dashboard understands.</summary>
    private ListQuery Scope => new[] { DashboardScope.RegionKey, ListNarrowing.OrganisationKey }.Aggregate(BriefPeriod.AddressOf(Query), (address, key) => address.WithFilter(key, Query.Filter(key)));

    private IEnumerable<(string Value, string Text)> Stages => StageReader.StagesOf(Query.Filter(StageReader.KindKey)).Select(s => (s, s));

    protected override async Task<Page<StageStayRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var stays = await Dashboard.StaysPageAsync(query, cancellationToken);
        (_scope, _period) = (stays?.Scope, stays?.Period);
        return stays?.Page ?? new Page<StageStayRow>([], 0);
    }

    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
