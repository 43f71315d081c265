using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Plans;
using DataBureau.Tests.Domain.Workflow;
using DataBureau.Tests.Shared;

namespace DataBureau.Tests.Domain.Policy;

public sealed class NewCityTests
{
    private const string Region = "140200";

    private const string Pack = """
        {
          "id": "DT", "title": "大同市公共数据办法", "region": "140200", "kind": "政府规章", "status": "InForce", "adoptedOn": "2026-01-08", "effectiveFrom": "2026-03-01", "supersededBy": null, "note": null,
          "provisions": [
            { "article": 21, "paragraph": 4, "title": "共享受限的说明", "gist": "不共享的要讲明理由并给出法律依据。", "mechanisms": ["S02"] },
            { "article": 22, "paragraph": 1, "title": "数据要素规划", "gist": "市、区数据主管部门编制，本级政府批准，报上一级数据主管部门备案后公布。", "mechanisms": ["P12"] },
            { "article": 105, "paragraph": null, "title": "开放前处理", "gist": "开放前脱密。", "mechanisms": ["O05"] }
          ]
        }
        """;

    private const string Jurisdiction = """
        {
          "region": "140200", "name": "大同市", "inherits": "140000", "packs": ["DT"],
          "sharing": {
            "options": [ { "value": "Unconditional", "label": "全部共享" }, { "value": "Conditional", "label": "部分共享" }, { "value": "NotShared", "label": "暂缓共享" } ],
            "reasonRequiredFor": ["NotShared"], "basisRequiredFor": ["NotShared"], "basisRanks": ["Law"], "conditionalSubTypes": false, "temporary": true
          },
          "opening": {
            "scheme": "TwoWay",
            "options": [ { "value": "Unconditional", "label": "普遍开放" }, { "value": "Conditional", "label": "依申请开放" }, { "value": "NotOpened", "label": "不开放" } ],
            "basisRequiredFor": [], "preparations": ["Declassified"], "note": null
          },
          "plans": {
            "kinds": [
              {
                "kind": "P12", "name": "数据要素规划", "levels": ["City", "County"], "drafters": ["DataAuthority"], "drafterWords": "市、区数据主管部门",
                "approver": "SameLevelGovernment", "filing": { "to": "DataAuthority", "above": true }, "published": true, "upstream": [],
                "materials": [ { "key": "text", "name": "规划文本", "stage": "Review", "required": true }, { "key": "hearing", "name": "听证报告", "stage": "Filing", "required": true, "byRule": true } ], "note": null
              }
            ]
          }
        }
        """;

    private static readonly PolicyLibrary Library = new([.. PolicyTexts.Packs, Pack], [.. PolicyTexts.Jurisdictions, Jurisdiction]);
    private static readonly Actor Liaison = Actors.Of(Role.Liaison, Actors.Owner, Region);
    private static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner, Region);
    private static readonly Actor Reviewer = Actors.Of(Role.Reviewer, Actors.Authority, Region);

    [Fact]
    public void A_new_city_is_a_new_pack_and_no_code()
    {
        var restricted = Contents.Complete() with { Sharing = SharingAttribute.NotShared, SharingReviewOn = new DateOnly(2027, 1, 1), Preparations = OpeningPreparation.Masked };
        var entry = CatalogueEntry.Draft(Guid.NewGuid(), Actors.Owner, "140212", Actors.Authority, restricted, Liaison, Entries.Now);

        var incomplete = Refused(entry, CatalogueAction.Submit, Liaison);
        Assert.Equal("Incomplete", incomplete.Code);
        Assert.Equal("《大同市公共数据办法》第二十一条第四款", incomplete.Basis!.Citations[0].Text);
        Assert.Equal([nameof(CatalogueContent.SharingReason), nameof(CatalogueContent.SharingBasis)], incomplete.Details.Select(d => d.Field));
        Assert.Contains("「暂缓共享」", incomplete.Details[0].Sentence, StringComparison.Ordinal);
        // The province's rule still stands behind the city's own.
        Assert.Equal(["DT-21-4", "SXM-12-3", "SX20-8-1"], incomplete.Basis.Citations.Select(c => c.Id));

        Assert.Null(entry.Edit(restricted with { SharingReason = "系统迁移期间数据不完整。", SharingBasis = "《数据安全法》第二十一条", SharingBasisRank = LegalBasisRank.LocalRegulation }, Liaison, CataloguePermissions.Compile, Entries.Now));
        Assert.Contains("只接受法律作为", Assert.Single(Refused(entry, CatalogueAction.Submit, Liaison).Details).Sentence, StringComparison.Ordinal);
        Assert.Null(entry.Edit(entry.Content with { SharingBasisRank = LegalBasisRank.Law }, Liaison, CataloguePermissions.Compile, Entries.Now));

        Accept(entry, CatalogueAction.Submit, Liaison);
        Accept(entry, CatalogueAction.Return, Head);
        Accept(entry, CatalogueAction.Submit, Liaison);
        Accept(entry, CatalogueAction.Approve, Head);
        Accept(entry, CatalogueAction.Approve, Reviewer);
        var notPrepared = Refused(entry, CatalogueAction.Publish, Reviewer);
        Assert.Equal(("NotPrepared", "《大同市公共数据办法》第一百零五条"), (notPrepared.Code, notPrepared.Basis!.Citations[0].Text));

        Accept(entry, CatalogueAction.Return, Reviewer);
        Assert.Null(entry.Edit(entry.Content with { Preparations = OpeningPreparation.Declassified }, Liaison, CataloguePermissions.Compile, Entries.Now));
        foreach (var (action, by) in new[] { (CatalogueAction.Submit, Liaison), (CatalogueAction.Approve, Head), (CatalogueAction.Approve, Reviewer), (CatalogueAction.Publish, Reviewer), (CatalogueAction.Retire, Reviewer) })
            Accept(entry, action, by);
        Assert.Equal(CatalogueState.Retired, entry.State);
    }

    [Fact]
    public void NewCity_PlanOfItsOwnKind_WalkedToItsFiling()
    {
        var rule = Assert.Single(Library.For("140212").Plans.At(RegionLevel.County));
        var plan = Plan.Draft(Guid.NewGuid(), rule.Kind, Actors.Owner, "140212", PlanCases.Content(rule.Kind) with { Title = "新荣区数据要素规划" }, Entries.Now);
        var facts = PlanCases.Facts("140212");
        plan.Know(facts with { Materials = new HashSet<string>(["text"]), Filing = facts.Filing with { Rule = rule.Filing, Mechanism = rule.Kind } });
        var (planner, head) = (Actors.Of(Role.Liaison, Actors.Owner, "140212"), Actors.Of(Role.DepartmentHead, Actors.Owner, "140212"));

        AcceptPlan(plan, PlanAction.Submit, planner);
        AcceptPlan(plan, PlanAction.Approve, head);
        Assert.Null(plan.Edit(plan.Content with { Approval = PlanCases.Approval }, planner, Entries.Now));
        AcceptPlan(plan, PlanAction.RecordApproval, planner);
        var missing = RefusedPlan(plan, PlanAction.SendForFiling, planner);
        Assert.Equal(("PlanMaterialsMissing", "《大同市公共数据办法》第二十二条第一款"), (missing.Code, missing.Basis!.Citations.Single().Text));
        Assert.Contains("听证报告", missing.Sentence, StringComparison.Ordinal);
        plan.Know(plan.Facts with { Materials = new HashSet<string>(["text", "hearing"]) });
        AcceptPlan(plan, PlanAction.SendForFiling, planner);
        plan.Know(plan.Facts with { Filing = plan.Facts.Filing with { Recipient = plan.Facts.Filing.RecipientNow } });
        AcceptPlan(plan, PlanAction.Accept, PlanCases.Officer);
        AcceptPlan(plan, PlanAction.Record, PlanCases.Officer);

        Assert.Equal(PlanStanding.Filed, PlanStandings.Of(plan.State));
        Assert.Equal("P12", Assert.Single(FilingMatter.Of(Library.For("140212")), m => m.Key[0] == 'P').Key);
        // The province's kinds are not the city's any more, and a city without rules of its own keeps them.
        Assert.Null(Library.For("140212").Plans.Find("P02"));
        Assert.NotNull(Library.For("140100").Plans.Find("P02"));
    }

    [Fact]
    public void NewCity_LeavesTheOthersAsTheyWere()
    {
        Assert.Equal("140200", Library.For("140212").Region);
        Assert.Equal("140000", PolicyLibrary.Embedded.For("140212").Region);
        Assert.Equal("140100", Library.For("140105").Region);
        Assert.DoesNotContain(Library.For("140100").Packs, p => p.Id == "DT");
    }

    private static JurisdictionPolicy PolicyOf(CatalogueEntry entry) => Library.For(entry.RegionCode);

    private static Refusal Refused(CatalogueEntry entry, CatalogueAction action, Actor actor) =>
        Assert.IsType<Decision<CatalogueState>.Refused>(entry.Act(action, actor, "按规定办理。", PolicyOf(entry), Entries.Now)).Refusal;

    private static void Accept(CatalogueEntry entry, CatalogueAction action, Actor actor) =>
        Assert.IsType<Decision<CatalogueState>.Accepted>(entry.Act(action, actor, "按规定办理。", PolicyOf(entry), Entries.Now));

    private static GuardContext PlanContext(Plan plan, Actor actor) => new(actor, Library.For(plan.RegionCode), Entries.Now) { Remarks = [] };

    private static Refusal RefusedPlan(Plan plan, PlanAction action, Actor actor) =>
        Assert.IsType<Decision<PlanState>.Refused>(plan.Act(action, "按规定办理。", PlanContext(plan, actor))).Refusal;

    private static void AcceptPlan(Plan plan, PlanAction action, Actor actor) =>
        Assert.IsType<Decision<PlanState>.Accepted>(plan.Act(action, "按规定办理。", PlanContext(plan, actor)));
}
