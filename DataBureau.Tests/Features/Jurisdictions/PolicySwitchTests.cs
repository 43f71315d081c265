using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Jurisdictions;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Jurisdictions;

[Trait("Category", "Service")]
public sealed class PolicySwitchTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Document = "晋政发〔2026〕5号";

    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public async Task Switch_ThenBack_ThePlansGuardsFollow()
    {
        var kit = new PlanKit(bureau);
        var plan = await kit.PlanAsync(PlanState.Approved);
        var content = Content(PolicyEditions.Unfiled);

        var preview = (await PreviewAsync(content))!;
        Assert.Null(preview.Refusal);
        Assert.Contains("件规划不再需要备案", Assert.Single(preview.Touched), StringComparison.Ordinal);
        Assert.Contains(preview.Changes, c => c.Title == "规划的备案" && c.Before != c.After);
        var proposed = Done(await ProposeAsync(content));
        // Nothing has changed yet.
        Assert.Contains(plan.Permitted, a => a.Action == PlanAction.SendForFiling);

        var confirmed = Done(await DecideAsync(proposed, true));

        Assert.Equal("现行", confirmed.Row.Standing);
        Assert.Equal("PlanNothingToFile", PlanKit.Refused(await kit.ActAsync(plan, PlanAction.SendForFiling)).Code);
        Assert.Contains((await FreshAsync(plan)).Permitted, a => a.Action == PlanAction.PutIntoEffect);

        Done(await DecideAsync(Done(await ProposeAsync(Content(null))), true));
        Assert.Equal(PlanState.PendingFiling, PlanKit.Done(await kit.ActAsync(plan, PlanAction.SendForFiling)).State);
        await using var db = bureau.OpenDb();
        Assert.Equal(2, await db.Audit.CountAsync(a => a.Action == "policy-switch.Confirm" && a.After!.Contains("140105")));
    }

    [Fact]
    public async Task Confirm_ByTheProposerOrWithoutThePermission_Refused()
    {
        var proposed = Done(await ProposeAsync(Content("130100", "350100", PolicySection.Sharing)));

        Assert.Equal("NotPermitted", Refused(await DecideAsync(proposed, true, "sysadmin")));
        Assert.Equal("NotPermitted", Refused(await ProposeAsync(Content("130100", "350200", PolicySection.Sharing), "secadmin")));
        Assert.IsType<Outcome<PolicySwitchView>.NotFound>(await DecideAsync(proposed, true, "auditadmin"));
        Assert.IsType<Outcome<PolicySwitchView>.NotFound>(await DecideAsync(proposed, true, "bureaulead"));
        Assert.Equal("CommentRequired", Refused(await DecideAsync(proposed, false)));
        Assert.Equal(PolicySwitchState.Withdrawn, Done(await bureau.AsAsync<JurisdictionService, Outcome<PolicySwitchView>>("sysadmin", s => s.WithdrawAsync(proposed.Id, proposed.Version))).Row.State);
    }

    [Fact]
    public async Task Confirm_TwiceAtOnce_OnceAndTheOtherIsTold()
    {
        var proposed = Done(await ProposeAsync(Content("130100", "350300", PolicySection.Sharing)));

        var outcomes = await Task.WhenAll(DecideAsync(proposed, true), DecideAsync(proposed, true, "secadmin.taiyuan"), DecideAsync(proposed, true, "secadmin.fujian"));

        Assert.Single(outcomes.OfType<Outcome<PolicySwitchView>.Done>());
        Assert.Equal(2, outcomes.OfType<Outcome<PolicySwitchView>.Conflict>().Count());
    }

    [Fact]
    public async Task Propose_WhatCannotBe_RefusedInWords()
    {
        Assert.Equal("PolicyUnchanged", Refused(await ProposeAsync(Content("140000"))));
        Assert.Equal("PolicyUnknown", Refused(await ProposeAsync(Content("000001"))));
        Assert.Equal(4, Assert.IsType<Outcome<PolicySwitchView>.Refused>(await ProposeAsync(new PolicySwitchContent(null, null, null, null, null, null))).Refusal.Details.Length);
        await new PlanKit(bureau).PlanAsync(PlanState.Draft);
        // The county's plan is of a kind that the other policy does not know.
        Assert.Equal("PlanKindsMissing", Refused(await ProposeAsync(Content("350000"))));
        Done(await ProposeAsync(Content("130100", "350400", PolicySection.Sharing)));
        Assert.Equal("PolicySwitchOpen", Refused(await ProposeAsync(Content("130100", "350400", PolicySection.Sharing))));
    }

    [Fact]
    public async Task Confirmed_ForALaterDay_HoldsFromThatDayOn()
    {
        var policies = bureau.Services.GetRequiredService<PolicyLibrary>();
        var before = policies.For("350500").Sharing;
        Done(await DecideAsync(Done(await ProposeAsync(Content("130100", "350500", PolicySection.Sharing) with { EffectiveFrom = Today.AddDays(3) })), true));
        Assert.Equal(before, policies.For("350500").Sharing);

        bureau.Clock.Advance(TimeSpan.FromDays(3));
        await bureau.Services.GetRequiredService<PolicySource>().RefreshAsync(default);

        Assert.Equal(PolicyLibrary.Embedded.For("130100").Sharing, policies.For("350500").Sharing);
        bureau.Clock.Advance(TimeSpan.FromDays(-3));
        await bureau.Services.GetRequiredService<PolicySource>().RefreshAsync(default);
    }

    private static PolicySwitchContent Content(string? from, string region = "140105", PolicySection section = PolicySection.Plans) => new(region, section, from, Today, Document, null);

    private static PolicySwitchView Done(Outcome<PolicySwitchView> outcome)
    {
        Assert.True(outcome is Outcome<PolicySwitchView>.Done, outcome.ToString());
        return ((Outcome<PolicySwitchView>.Done)outcome).View;
    }

    private static string Refused(Outcome<PolicySwitchView> outcome) => Assert.IsType<Outcome<PolicySwitchView>.Refused>(outcome).Refusal.Code;

    private Task<PolicySwitchPreview?> PreviewAsync(PolicySwitchContent content) => bureau.AsAsync<JurisdictionService, PolicySwitchPreview?>("sysadmin", s => s.PreviewAsync(content, default));

    private Task<Outcome<PolicySwitchView>> ProposeAsync(PolicySwitchContent content, string who = "sysadmin") => bureau.AsAsync<JurisdictionService, Outcome<PolicySwitchView>>(who, s => s.ProposeAsync(content));

    private Task<Outcome<PolicySwitchView>> DecideAsync(PolicySwitchView view, bool confirm, string who = "secadmin") =>
        bureau.AsAsync<JurisdictionService, Outcome<PolicySwitchView>>(who, s => s.DecideAsync(view.Id, view.Version, confirm, null));

    private async Task<DataBureau.Web.Features.Plans.PlanDetailView> FreshAsync(DataBureau.Web.Features.Plans.PlanDetailView plan) =>
        (await bureau.AsAsync<DataBureau.Web.Features.Plans.PlanService, DataBureau.Web.Features.Plans.PlanDetailView?>(PlanKit.Planner, s => s.FindAsync(plan.Id, default)))!;
}
