using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;

namespace DataBureau.Tests.Domain.Plans;

/// <summary>The kinds of plan per jurisdiction against the table of the domain dossier, §1.4, and each walked to its end.</summary>
public sealed class PlanKindTests
{
    private const PlanApprover Government = PlanApprover.SameLevelGovernment;
    private const PlanApprover Nobody = PlanApprover.None;
    private static readonly RegionLevel[] Below = [RegionLevel.City, RegionLevel.County];
    private static readonly RegionLevel[] Province = [RegionLevel.Province];

    /// <summary>Jurisdiction, kind, levels, approver, filed with, published, number of upstream plans to cite.</summary>
    private static readonly (string Region, string Kind, RegionLevel[] Levels, PlanApprover Approver, FilingRule? Filing, bool Published, int Upstream)[] Dossier =
    [
        ("140000", "P01", Province, Government, null, false, 0),
        ("140000", "P02", Below, Government, new FilingRule(Responsibilities.IndustryAuthority, Above: true), false, 1),
        ("140000", "P03", Province, Government, null, false, 0),
        ("140000", "P04", Below, Government, null, false, 0),
        ("140000", "P05", Province, Government, null, false, 0),
        ("140000", "P06", Below, Government, null, false, 1),
        ("140000", "P09", Province, Nobody, null, false, 0),
        ("350000", "P08", Province, Nobody, null, true, 0),
        ("130100", "P07", Below, Government, null, true, 3),
    ];

    public static TheoryData<string, string, string> Walks()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (jurisdiction, kind, levels, _, _, _, _) in Dossier)
            foreach (var level in levels)
                data.Add(jurisdiction, kind, (jurisdiction, level) switch
                {
                    ("140000", RegionLevel.City) => "140100",
                    ("140000", RegionLevel.County) => "140105",
                    ("130100", RegionLevel.County) => "130102",
                    _ => jurisdiction,
                });
        return data;
    }

    [Fact]
    public void Submit_WithSeveralThingsMissing_NamesThemAllAndCitesNothingForTheMaterials()
    {
        var plan = PlanCases.Draft(content: PlanCases.Content() with { Summary = null, Upstream = [] });
        plan.Know(plan.Facts with { Materials = new HashSet<string>(StringComparer.Ordinal) });

        var submit = PlanWorkflow.Table.Permitted(plan, new GuardContext(PlanCases.Planner, PolicyLibrary.Embedded.For(plan.RegionCode), Entries.Now)).Single(p => p.Action == PlanAction.Submit);

        Assert.Equal(["PlanIncomplete", "PlanUpstream", "PlanMaterialsMissing"], submit.Reasons.Select(r => r.Code));
        Assert.Null(submit.Reasons.Last().Basis);
        Assert.Contains("不是条文要求", submit.Reasons.Last().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_OfEveryJurisdiction_AreThoseOfTheDossier()
    {
        var declared = PolicyLibrary.Embedded.Jurisdictions.Where(p => p.Region != "140100").SelectMany(p => p.Plans.Kinds.Select(k => (p.Region, k.Kind, k.Approver, k.Filing, k.Published, Upstream: k.Upstream.Count)));

        Assert.Equal(Dossier.Select(d => (d.Region, d.Kind, d.Approver, d.Filing, d.Published, d.Upstream)).OrderBy(d => (d.Region, d.Kind)), declared.OrderBy(d => (d.Region, d.Kind)));
        Assert.All(Dossier, d => Assert.Equal(d.Levels, PolicyLibrary.Embedded.For(d.Region).Plans.Find(d.Kind)!.Levels));
        Assert.Same(PolicyLibrary.Embedded.For("140000").Plans, PolicyLibrary.Embedded.For("140100").Plans);
    }

    [Fact]
    public void Filing_OfAllKinds_IsAskedForOnce() =>
        Assert.Equal("P02", Assert.Single(PolicyLibrary.Embedded.Jurisdictions.SelectMany(p => p.Plans.Kinds).Distinct(), k => k.Filing is not null).Kind);

    [Fact]
    public void Kinds_Everywhere_RestOnAProvisionOfTheirJurisdiction() =>
        Assert.All(PolicyLibrary.Embedded.Jurisdictions, p => Assert.All(p.Plans.Kinds, k => Assert.NotNull(p.BasisOf(k.Kind))));

    [Theory]
    [MemberData(nameof(Walks))]
    public void Plan_OfEveryKindAndLevel_ReachesItsEndAndNoOther(string jurisdiction, string kind, string region)
    {
        var rule = PolicyLibrary.Embedded.For(region).Plans.Find(kind)!;
        Assert.Same(PolicyLibrary.Embedded.For(jurisdiction).Plans.Find(kind), rule);
        var plan = PlanCases.Draft(kind, region);

        plan.Do(PlanAction.Submit, PlanCases.Planner);
        if (rule.Approver == Nobody)
        {
            Assert.Equal("PlanNoApprovalToAsk", plan.Try(PlanAction.Approve, PlanCases.Head)!.Code);
            plan.Do(PlanAction.Settle, PlanCases.Head);
        }
        else
        {
            Assert.Equal("PlanNeedsApproval", plan.Try(PlanAction.Settle, PlanCases.Head)!.Code);
            plan.Do(PlanAction.Approve, PlanCases.Head);
            plan.Do(PlanAction.RecordApproval, PlanCases.Planner);
        }

        var (allowed, refused) = rule switch
        {
            { Filing: not null } => (PlanAction.SendForFiling, new[] { PlanAction.PutIntoEffect, PlanAction.Publish }),
            { Published: true } => (PlanAction.Publish, [PlanAction.SendForFiling, PlanAction.PutIntoEffect]),
            _ => (PlanAction.PutIntoEffect, [PlanAction.SendForFiling, PlanAction.Publish]),
        };
        Assert.All(refused, action => Assert.NotNull(plan.Try(action, PlanCases.Planner)));
        plan.Do(allowed, PlanCases.Planner);
        if (rule.Filing is null)
            return;
        Assert.Equal(PlanState.PendingFiling, plan.State);
        plan.Do(PlanAction.Accept, PlanCases.Officer);
        plan.Do(PlanAction.Record, PlanCases.Officer);
        Assert.Equal(PlanState.Filed, plan.State);
    }

    [Theory]
    [InlineData("140000", "P02")]
    [InlineData("140100", "P01")]
    [InlineData("350000", "P02")]
    [InlineData("350100", "P08")]
    public void Plan_OfAKindThatTheRegionHasNot_IsRefused(string region, string kind) =>
        Assert.Contains(PlanCases.Draft(kind, region).Try(PlanAction.Submit, PlanCases.Planner)!.Code, (string[])["PlanKindUnknown", "PlanWrongLevel"]);
}
