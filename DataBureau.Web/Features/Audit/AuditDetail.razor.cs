using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Audit;

/// <summary>One audit row in full, with what the act changed.</summary>
public sealed partial class AuditDetail : IDisposable
{
    private const string CellStyle = "white-space:pre-wrap;vertical-align:top;padding-top:8px;padding-bottom:8px";

    private readonly CancellationTokenSource _closed = new();
    private AuditFound? _found;
    private IReadOnlyList<AuditChange> _changes = [];

    [Parameter] public long Id { get; set; }

    [Inject] private AuditService Service { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IEnumerable<NavItem> Items { get; set; } = default!;

    private string BackHref => "/audit" + Navigation.ListQuery().ToQueryString();

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            _found = await Service.FindAsync(Id, _closed.Token);
            _changes = _found.Row is { } row ? AuditChanges.Of(row.SubjectKind, row.Before, row.After) : [];
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private static string SubjectHref(AuditRow row) => "/audit" + new ListQuery().WithFilter(AuditFilter.KindKey, row.SubjectKind).WithFilter(AuditFilter.SubjectKey, row.SubjectId).ToQueryString();

    /// <summary>An export's subject is a list, known to people by its name in the menu.</summary>
    private string? SubjectOf(AuditRow row) =>
        row.SubjectKind == "export" ? Items.FirstOrDefault(i => i.Href == "/" + row.SubjectId)?.Title ?? row.SubjectId : row.SubjectId;

    private static string Text(string value) => value.Length == 0 ? "—" : value;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }
}
