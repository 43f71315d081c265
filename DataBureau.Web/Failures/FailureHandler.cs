using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataBureau.Web.Failures;

/// <summary>Answers every request that threw: a page for people, problem details for scripts, and one line in the log under the number that is shown.</summary>
internal sealed class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var failure = httpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? Failure.StaleForm : Failure.Of(exception);
        if (failure.Status >= StatusCodes.Status500InternalServerError)
        {
            failure = failure with { Number = (Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N"))[..16] };
            logger.LogError(exception, "{Method} {Path} failed, shown to the user as {Number}", httpContext.Request.Method, httpContext.Request.Path, failure.Number);
        }

        await httpContext.FailAsync(failure);
        return true;
    }
}

public static class FailureModule
{
    public static void AddFailures(this IServiceCollection services) => services.AddExceptionHandler<FailureHandler>();

    public static void UseFailures(this WebApplication app) => app.UseExceptionHandler(_ => { });

    /// <summary>A page's form that comes without its token is answered with a sentence, not with the framework's English one.</summary>
    public static void UseStaleForms(this WebApplication app) => app.Use((context, next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? context.FailAsync(Failure.StaleForm)
            : next(context));

    /// <summary>Answers with a failure. Rendered in a scope of its own: the request's may be what failed.</summary>
    public static async Task FailAsync(this HttpContext context, Failure failure)
    {
        context.WriteSecurityHeaders();
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await TypedResults.Problem(failure.Number is null ? failure.Sentence : $"{failure.Sentence}（编号 {failure.Number}）", statusCode: failure.Status, title: failure.Title).ExecuteAsync(context);
            return;
        }

        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            var address = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            await new RazorComponentResult<FailurePage>(new Dictionary<string, object?> { [nameof(FailurePage.Failure)] = failure, [nameof(FailurePage.Address)] = address })
            {
                StatusCode = failure.Status,
                PreventStreamingRendering = true,
            }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }
}
