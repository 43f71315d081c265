using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Components;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>A page on its own, as a demo person sees it: the renderer is the test's, every service is the program's.</summary>
internal sealed class PageContext : IAsyncDisposable
{
    private readonly BureauFixture _bureau;
    private readonly AsyncServiceScope _scope;

    private PageContext(BureauFixture bureau, AsyncServiceScope scope)
    {
        (_bureau, _scope) = (bureau, scope);
        Context.Services.AddFallbackServiceProvider(scope.ServiceProvider);
        Context.AddAuthorization().SetAuthorized("demo");
    }

    public BunitContext Context { get; } = ShellContext.Create();

    public NavigationManager Navigation => Context.Services.GetRequiredService<NavigationManager>();

    public static async Task<PageContext> AsAsync(BureauFixture bureau, string userName) => new(bureau, await bureau.AsAsync(userName));

    public int Subscriptions => _bureau.Services.GetRequiredService<WorkflowNotifier>().Subscriptions;

    public async ValueTask DisposeAsync()
    {
        // First and to its end: a page that is left saves what was typed last.
        await Context.DisposeComponentsAsync();
        await Context.DisposeAsync();
        await _scope.DisposeAsync();
    }
}

internal static class Entries
{
    /// <summary>An entry of the liaison's department, taken some steps on its way by the people whose steps they are.</summary>
    public static async Task<CatalogueDetailView> EntryAsync(this BureauFixture bureau, CatalogueContent content, params CatalogueAction[] acts)
    {
        var view = Done(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.CreateAsync(content)));
        foreach (var act in acts)
        {
            var who = act is CatalogueAction.Submit or CatalogueAction.Revise ? "liaison" : view.State == CatalogueState.DepartmentReview ? "head" : "reviewer";
            view = Done(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(view.Id, view.Version, act, act == CatalogueAction.Return ? "请补充信息项。" : null, act == CatalogueAction.Return ? [new("Abstract", "写明统计范围")] : null)));
        }

        return view;
    }

    private static CatalogueDetailView Done(Outcome<CatalogueDetailView> outcome) => Assert.IsType<Outcome<CatalogueDetailView>.Done>(outcome).View;
}
