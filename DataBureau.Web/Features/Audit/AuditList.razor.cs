using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Audit.Sealing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Audit;

/// <summary>The audit, newest first.</summary>
public sealed partial class AuditList : IDisposable
{
    private static readonly IReadOnlyList<(string Value, string Text)> Groups = [.. AuditGroups.All.Select(g => (g.Key, g.Name))];
    private static readonly IReadOnlyList<(string Value, string Text)> Results = [(AuditFilter.SucceededWord, AuditWords.Result(true)), (AuditFilter.FailedWord, AuditWords.Result(false))];

    private readonly CancellationTokenSource _closed = new();
    private CancellationTokenSource? _reading;
    private AuditPage? _page;
    private ListQuery _query = new();
    private string _path = "";
    private bool _loading;

    [Inject] private AuditService Service { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string ExportHref => "/export/audit.xlsx" + (_query with { Page = 1 }).ToQueryString();

    /// <summary>Says what a link from a row has narrowed the list to, which no field of the filter row shows.</summary>
    private string? OnlyOne =>
        _query.Filter(AuditFilter.SubjectKey).Length > 0 ? "只列出同一对象的记录。"
        : _query.Filter(AuditFilter.UserKey).Length > 0 ? "只列出同一人员的记录。"
        : null;

    protected override Task OnInitializedAsync()
    {
        _path = new Uri(Navigation.Uri).AbsolutePath;
        Navigation.LocationChanged += OnLocationChanged;
        return ReadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        // Another page's address: this one is about to be closed.
        if (new Uri(args.Location).AbsolutePath == _path)
            _ = InvokeAsync(ReadAgainAsync);
    }

    private async Task ReadAgainAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }

    /// <summary>Only the newest question is answered: a slow answer to an older one is dropped.</summary>
    private async Task ReadAsync()
    {
        if (_reading is { } older)
            await older.CancelAsync();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        _reading = reading;
        (_query, _loading) = (Navigation.ListQuery(), true);
        StateHasChanged();
        try
        {
            var page = await Service.ListAsync(_query, reading.Token);
            if (_reading != reading)
                return;
            var last = Math.Max(1, (page.Total + _query.PageSize - 1) / _query.PageSize);
            (_page, _query, _loading) = (page, _query with { Page = Math.Min(_query.Page, last) }, false);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            // Overtaken by a newer question, or the page was left.
        }
        finally
        {
            if (_reading == reading)
                _reading = null;
        }
    }

    private static string Verified(AuditListRow row) => $"上次校验：{AuditWords.Time(row.At)}，{AuditVerification.Result(row.Summary)}校验人：{(row.OrganisationName is { } body ? body + " " : null)}{row.UserName}。";

    // The detail carries the list's query, so that its way back leads to the same rows.
    private string RowHref(AuditListRow row) => $"/audit/{row.Id}{_query.ToQueryString()}";

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _closed.Cancel();
        _closed.Dispose();
    }
}
