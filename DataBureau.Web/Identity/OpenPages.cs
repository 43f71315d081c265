using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DataBureau.Web.Identity;

/// <summary>How many pages each person has open on this server. Each holds memory until it is closed, so there is a limit.</summary>
public sealed class OpenPages(AccountOptions options)
{
    private readonly ConcurrentDictionary<Guid, int> _open = new();

    public int Limit { get; } = Math.Max(1, options.MaxOpenPages);

    public int Of(Guid user) => _open.GetValueOrDefault(user);

    public bool IsFull(Guid user) => Of(user) >= Limit;

    /// <summary>One more; disposed, one fewer.</summary>
    public IDisposable Enter(Guid user)
    {
        _open.AddOrUpdate(user, 1, static (_, count) => count + 1);
        return new Page(this, user);
    }

    private void Leave(Guid user)
    {
        _open.AddOrUpdate(user, 0, static (_, count) => count - 1);
        _open.TryRemove(KeyValuePair.Create(user, 0));
    }

    private sealed class Page(OpenPages pages, Guid user) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                pages.Leave(user);
        }
    }
}

/// <summary>Counts the circuits of those who signed in.</summary>
internal sealed class OpenPagesHandler(OpenPages pages, CurrentUser current) : CircuitHandler
{
    private IDisposable? _page;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (await current.GetIdAsync() is not { } user)
            return;
        // A person is turned away at the page. Only a program that opens circuits without asking for pages comes here.
        if (pages.Of(user) >= pages.Limit * 2)
            throw new InvalidOperationException("The user has twice as many circuits as may be open.");
        _page = pages.Enter(user);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _page?.Dispose();
        return Task.CompletedTask;
    }
}

internal static class OpenPagesModule
{
    public const string FullPath = "/account/too-many-pages";

    public static void AddOpenPages(this IServiceCollection services)
    {
        services.AddSingleton<OpenPages>();
        services.AddScoped<CircuitHandler, OpenPagesHandler>();
    }

    /// <summary>Instead of one page too many, a page that says so and holds no circuit.</summary>
    public static void UseOpenPagesLimit(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null || !HttpMethods.IsGet(context.Request.Method) || !context.AcceptsInteractiveRouting()
            || CurrentUser.IdOf(context.User) is not { } user || !context.RequestServices.GetRequiredService<OpenPages>().IsFull(user))
            return next(context);
        context.Response.Redirect($"{FullPath}?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Task.CompletedTask;
    });
}
