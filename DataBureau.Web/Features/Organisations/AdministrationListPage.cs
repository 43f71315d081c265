using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Organisations;

/// <summary>A list that follows its address: a change of the query alone does not set a page's parameters, so the page listens itself.</summary>
public abstract class AdministrationListPage<TRow> : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private string _path = "";

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected ListQuery Query { get; private set; } = new();

    protected Page<TRow>? Page { get; private set; }

    protected bool Loading { get; private set; }

    protected abstract Task<Page<TRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken);

    /// <summary>What the filters offer; read once.</summary>
    protected abstract Task ReadOptionsAsync(CancellationToken cancellationToken);

    protected override async Task OnInitializedAsync()
    {
        _path = new Uri(Navigation.Uri).AbsolutePath;
        Query = Navigation.ListQuery();
        Navigation.LocationChanged += OnLocationChanged;
        try
        {
            await ReadOptionsAsync(_leaving.Token);
            await ReloadAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left; nobody waits for the rows.
        }
    }

    /// <summary>Reads the rows again: after an act, or because the address changed.</summary>
    protected async Task ReloadAsync()
    {
        var asked = Query;
        Loading = true;
        var page = await ReadAsync(asked, _leaving.Token);
        // A slow answer to an older question must not replace the newer one.
        if (asked == Query)
            (Page, Loading) = (page, false);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        if (new Uri(args.Location).AbsolutePath == _path)
            _ = InvokeAsync(FollowAsync);
    }

    private async Task FollowAsync()
    {
        try
        {
            Query = Navigation.ListQuery();
            var reading = ReloadAsync();
            StateHasChanged();
            await reading;
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // As above.
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _leaving.Cancel();
        GC.SuppressFinalize(this);
    }
}
