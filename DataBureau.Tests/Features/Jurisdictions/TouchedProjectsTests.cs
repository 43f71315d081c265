using System.Globalization;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Jurisdictions;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Jurisdictions;

/// <summary>What a switch of the rules for projects says of the cases that it meets.</summary>
[Trait("Category", "Service")]
public sealed class TouchedProjectsTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Preview_OfTheProjectRules_CountsEveryKindOfOpenCaseThatARuleMeets()
    {
        await bureau.Services.SeedCasesAsync(100);

        var touched = await TouchedAsync("140000", "350000");

        await using var db = bureau.OpenDb();
        // 太原 has rules of its own: what its province switches to does not reach it.
        var own = db.Projects.Where(p => p.RegionCode.StartsWith("14") && !p.RegionCode.StartsWith("1401"));
        Assert.Equal(await own.CountAsync(p => p.State == ProjectState.Draft || p.State == ProjectState.InternalReview || p.State == ProjectState.PendingReply), Number(touched, "还没有批复的项目"));
        Assert.Equal(await own.CountAsync(p => p.State == ProjectState.Replied || p.State == ProjectState.Building || p.State == ProjectState.PendingAcceptance || p.State == ProjectState.AcceptanceReturned), Number(touched, "等待验收的项目"));
        Assert.Equal(await db.AnnualPlans.CountAsync(p => p.RegionCode == "140000" && p.State != AnnualPlanState.Approved && p.State != AnnualPlanState.Discarded), Number(touched, "年度建设计划"));
        Assert.Equal(await db.ImplementationPlans.CountAsync(p => p.RegionCode == "140000" && p.State != ImplementationPlanState.Filed && p.State != ImplementationPlanState.Superseded && p.State != ImplementationPlanState.Cancelled && p.State != ImplementationPlanState.Discarded), Number(touched, "实施方案"));
        var bases = await db.DigitalBases.Where(b => b.RegionCode.StartsWith("14") && !b.RegionCode.StartsWith("1401")).Select(b => new { b.RegionCode, b.State }).ToListAsync();
        Assert.Equal(bases.Count(b => RegionCodes.Level(b.RegionCode) == RegionLevel.County && b.State is not (DigitalBaseState.ConsentRefused or DigitalBaseState.Connected or DigitalBaseState.Closed or DigitalBaseState.Withdrawn or DigitalBaseState.Discarded)), Number(touched, "县级数字底座"));
        Assert.Equal(await db.Consultations.CountAsync(c => c.RegionCode == "140000" && c.Trigger != null && (c.State == ConsultationState.Preparing || c.State == ConsultationState.Collecting || c.State == ConsultationState.Summarising || c.State == ConsultationState.Meeting)), Number(touched, "正在进行的会商"));
        Assert.True(touched.Count >= 5, string.Join(Environment.NewLine, touched));
    }

    [Fact]
    public async Task Preview_WhereTheRulesOfACaseStayAsTheyAre_SaysNothingOfIt()
    {
        await bureau.Services.SeedCasesAsync(100);

        // 太原's rules are those of its province but for what is settled before work is handed out.
        Assert.All(await TouchedAsync("140000", "140100"), said => Assert.Contains("还没有批复的项目", said, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> TouchedAsync(string region, string from)
    {
        var preview = (await bureau.AsAsync<JurisdictionService, PolicySwitchPreview?>("sysadmin", s => s.PreviewAsync(new PolicySwitchContent(region, PolicySection.Projects, from, new DateOnly(2026, 11, 20), "晋政发〔2026〕5号", null), default)))!;
        Assert.Null(preview.Refusal);
        return preview.Touched;
    }

    private static int Number(IReadOnlyList<string> touched, string about) =>
        touched.FirstOrDefault(t => t.Contains(about, StringComparison.Ordinal)) is { } said ? int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture) : 0;
}
