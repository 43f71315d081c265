using Bunit;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace DataBureau.Tests.Features.Projects;

/// <summary>
/// Every act on every project, annual plan and consultation of the demonstration, in whatever state it is, by the people around it: a
/// page has a button for what the table permits and for nothing else, closed with its reason where a gate is closed; the service refuses
/// the rest and leaves the case as it was. No endpoint acts.
/// </summary>
[Trait("Category", "Service")]
public sealed class WrongStateTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>
{
    private static readonly string[] People = ["reviewer", "bureaulead", "govinfo", "govinfohead", "liaison", "leader"];

    private readonly HashSet<string> _states = [];
    private int _pages;
    private int _closed;
    private int _refused;

    [Fact]
    public async Task Act_NotPermittedInItsState_HasNoOpenButtonAndIsRefused()
    {
        await bureau.Services.SeedCasesAsync(20);
        foreach (var person in People)
        {
            await using var db = bureau.OpenDb();
            await WalkAsync<ProjectService, ProjectDetailView, ProjectAction, ProjectDetail>(person, await db.Projects.Select(p => p.Id).ToListAsync(),
                (s, id) => s.FindAsync(id, default), v => (v.Version, v.State.ToString(), v.Permitted), (s, id, version, act) => s.ActAsync(id, version, act, "按规定办理"));
            await WalkAsync<AnnualPlanService, AnnualPlanView, AnnualPlanAction, AnnualPlanDetail>(person, await db.AnnualPlans.Select(p => p.Id).ToListAsync(),
                (s, id) => s.FindAsync(id, default), v => (v.Version, v.State.ToString(), v.Permitted), (s, id, version, act) => s.ActAsync(id, version, act, "按规定办理"));
            await WalkAsync<ConsultationService, ConsultationView, ConsultationAction, ConsultationDetail>(person, await db.Consultations.Select(c => c.Id).ToListAsync(),
                (s, id) => s.FindAsync(id, default), v => (v.Version, v.State.ToString(), v.Permitted), (s, id, version, act) => s.ActAsync(id, version, act, "按规定办理"), v => v.HasMinutesToSign && v.MyUnit?.CountersignedAt is null);
        }

        output.WriteLine($"{_pages} pages, {_closed} closed gates, {_refused} refusals; {string.Join('、', _states.Order(StringComparer.Ordinal))}");
        Assert.Equal(Enum.GetValues<ProjectState>().Length, _states.Count(s => s.StartsWith(nameof(ProjectAction), StringComparison.Ordinal)));
        Assert.Equal(Enum.GetValues<ConsultationState>().Length, _states.Count(s => s.StartsWith(nameof(ConsultationAction), StringComparison.Ordinal)));
        Assert.True(_closed > 0, "No gate was closed.");
    }

    private async Task WalkAsync<TService, TView, TAction, TPage>(
        string person, IReadOnlyList<Guid> cases, Func<TService, Guid, Task<TView?>> find, Func<TView, (int Version, string State, IReadOnlyList<PermittedAct<TAction>> Permitted)> read, Func<TService, Guid, int, TAction, Task<Outcome<TView>>> act, Func<TView, bool>? signs = null)
        where TService : notnull
        where TView : class
        where TAction : struct, Enum
        where TPage : IComponent
    {
        foreach (var id in cases)
        {
            if (await bureau.AsAsync<TService, TView?>(person, s => find(s, id)) is not { } view)
                continue;
            var (version, state, permitted) = read(view);
            _states.Add($"{typeof(TAction).Name} {state}");
            await using (var browser = await PageContext.AsAsync(bureau, person))
            {
                browser.Navigation.NavigateTo($"/{id}");
                var page = browser.Context.Render(builder =>
                {
                    builder.OpenComponent<TPage>(0);
                    builder.AddAttribute(1, nameof(ProjectDetail.Id), id);
                    builder.CloseComponent();
                });
                page.WaitForElement("[role=tabpanel]");
                var buttons = page.FindAll("[aria-label=办理] button").Select(b => (b.TextContent.Trim(), b.HasAttribute("disabled"))).ToList();
                // The countersignature is a unit's own act beside the table's, and stands first.
                Assert.Equal([.. signs?.Invoke(view) == true ? [("会签", false)] : Array.Empty<(string, bool)>(), .. permitted.Select(p => (p.Name, p.WhyNot is not null))], buttons);
                Assert.All(permitted.Where(p => p.WhyNot is not null), p => Assert.Contains(p.WhyNot!.Sentence, page.Find("[aria-label=办理]").TextContent, StringComparison.Ordinal));
            }

            _pages++;
            _closed += permitted.Count(p => p.WhyNot is not null);
            foreach (var action in Enum.GetValues<TAction>().Where(a => !permitted.Any(p => p.Action.Equals(a) && p.WhyNot is null)))
            {
                var refused = Assert.IsType<Outcome<TView>.Refused>(await bureau.AsAsync<TService, Outcome<TView>>(person, s => act(s, id, version, action)));
                Assert.NotEmpty(refused.Refusal.Sentence);
                _refused++;
            }

            Assert.Equal((version, state), read((await bureau.AsAsync<TService, TView?>(person, s => find(s, id)))!) is var now ? (now.Version, now.State) : default);
        }
    }
}
