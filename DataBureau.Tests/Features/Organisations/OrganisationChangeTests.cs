using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Organisations;

/// <summary>机构调整: each way, what it refuses, and that it happens once or not at all.</summary>
[Trait("Category", "Service")]
public sealed partial class OrganisationChangeTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Document = "并编〔2026〕3号";

    private static readonly DateOnly Day = new(2026, 3, 1);

    private static int _names;

    [Fact]
    public async Task Rename_KeepsTheOldNameWithItsDays_AndIsFoundByIt()
    {
        var body = await NewAsync("更名前的单位");
        var first = Done(await ApplyAsync(Rename(body, "更名后的单位")));
        Done(await ApplyAsync(Rename(body, "再更名的单位") with { EffectiveOn = Day.AddMonths(2) }));

        Assert.Equal("更名后的单位", first.Name);
        var around = (await bureau.AsAsync<OrganisationChangeService, OrganisationSurroundings?>("sysadmin", s => s.SurroundingsAsync(body, default)))!;
        Assert.Equal([("更名后的单位", (DateOnly?)Day, Day.AddMonths(2)), ("更名前的单位", null, Day)], around.Names.Select(n => (n.Name, n.From, n.Until)));
        var found = await bureau.AsAsync<OrganisationService, DataBureau.Web.Components.Tables.Page<OrganisationRow>>("sysadmin", s => s.ListAsync(new OrganisationFilter { Search = "更名前的" }, default));
        Assert.Equal(("再更名的单位", "更名后的单位"), found.Rows.Select(r => (r.Name, r.FormerName)).Single());
        await using var db = bureau.OpenDb();
        var last = await db.History.Where(h => h.CaseId == body).OrderByDescending(h => h.CaseVersion).FirstAsync();
        Assert.Contains("由「更名后的单位」更名为「再更名的单位」", last.Comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_ToANameInUse_OrUnchanged_OrWithoutDocument_Refused()
    {
        var (body, name) = (await NewAsync(), await NameOfAsync(await NewAsync()));

        Assert.Equal("NameTaken", Refused(await ApplyAsync(Rename(body, name + "（）"))));
        Assert.Equal("NameUnchanged", Refused(await ApplyAsync(Rename(body, await NameOfAsync(body) + " "))));
        Assert.Equal("DocumentRequired", Refused(await ApplyAsync(Rename(body, "新名") with { DocumentNumber = " " })));
        Assert.Equal("DayAhead", Refused(await ApplyAsync(Rename(body, "新名") with { EffectiveOn = DateOnly.FromDateTime(bureau.Clock.Now.Date).AddDays(40) })));
        Assert.Equal(["DocumentNumber", "EffectiveOn", "NewName"], (await PreviewAsync(new OrganisationChange { OrganisationId = body })).Refusal!.Details.Select(d => d.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Abolish_WithOpenWork_NeedsASuccessorWhoseLiaisonGoesOn()
    {
        var entry = Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.taiyuan", s => s.CreateAsync(Contents.Complete("并入前起草的目录")))).View;
        var body = await BodyOfAsync("liaison.taiyuan");
        var successor = await NewAsync("承接民政职责的单位");
        var change = Abolish(body, null);

        Assert.Equal("SuccessorNeeded", Refused(await ApplyAsync(change)));
        var view = await bureau.AsAsync<OrganisationService, OrganisationView?>("sysadmin", s => s.FindAsync(body, default));
        var refused = Assert.IsType<Outcome<OrganisationView>.Refused>(await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin", s => s.AbolishAsync(body, view!.Version, "机构改革")));
        Assert.Equal("SuccessorNeeded", refused.Refusal.Code);

        Done(await ApplyAsync(Abolish(body, successor)));

        // The page that was open before is told; the fresh one goes on.
        Assert.IsType<Outcome<CatalogueDetailView>.Conflict>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.taiyuan", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Submit, null)));
        var waiting = await bureau.AsAsync<InboxService, Page<InboxItem>>("liaison.taiyuan", s => s.ListAsync(new ListQuery { PageSize = 100 }, default));
        Assert.Contains(waiting.Rows, i => i.Kind == CatalogueEntry.Kind && i.OrganisationName == "承接民政职责的单位");
        var fresh = (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison.taiyuan", s => s.FindAsync(entry.Id, default)))!;
        Assert.Equal("机构调整", fresh.History[^1].Action);
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.taiyuan", s => s.ActAsync(entry.Id, fresh.Version, CatalogueAction.Submit, null)));
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("head.taiyuan", s => s.ActAsync(entry.Id, fresh.Version + 1, CatalogueAction.Approve, null)));
        var ended = await bureau.AsAsync<OrganisationService, OrganisationView?>("sysadmin", s => s.FindAsync(body, default));
        Assert.Equal("OrganisationSucceeded", Assert.IsType<Outcome<OrganisationView>.Refused>(await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin", s => s.RestoreAsync(body, ended!.Version, null))).Refusal.Code);
    }

    [Fact]
    public async Task Transfer_OfAResponsibility_TakesTheFilingsThatItReceives()
    {
        var kit = new PlanKit(bureau);
        var plan = await kit.PlanAsync(PlanState.PendingFiling);
        var (from, to) = (await BodyOfAsync("filing.taiyuan"), await BodyOfAsync("reviewer.taiyuan"));
        var change = new OrganisationChange { Kind = OrganisationChangeKind.Transfer, OrganisationId = from, SuccessorId = to, Duties = Responsibilities.IndustryAuthority, EffectiveOn = Day, DocumentNumber = Document };
        var preview = await PreviewAsync(change);

        Assert.Null(preview.Refusal);
        Assert.Contains(preview.Lines, l => l is { What: "报来、还没有办结的规划备案", Fate: MoveFate.Moves, Count: > 0 });
        Assert.Contains(preview.Lines, l => l is { Area: "备案接收", Fate: MoveFate.Moves });
        Done(await ApplyAsync(change));

        await using var db = bureau.OpenDb();
        Assert.Equal(Responsibilities.None, (await db.Organisations.SingleAsync(o => o.Id == from)).Responsibilities);
        Assert.True((await db.Organisations.SingleAsync(o => o.Id == to)).Responsibilities.HasFlag(Responsibilities.IndustryAuthority | Responsibilities.DataAuthority));
        Assert.Equal(to, (await db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan.Id)).RecipientId);
        Assert.All(await db.Deadlines.AsNoTracking().Where(d => d.CaseId == plan.Id && d.FinishedAt == null).ToListAsync(), d => Assert.NotEqual(from, d.OrganisationId));
        var fresh = (await bureau.AsAsync<PlanService, PlanDetailView?>("reviewer.taiyuan", s => s.FindAsync(plan.Id, default)))!;
        Assert.Equal(PlanState.Accepted, PlanKit.Done(await kit.ActAsync(fresh, PlanAction.Accept, "reviewer.taiyuan")).State);
        Assert.Equal("DutiesNotHeld", Refused(await ApplyAsync(change)));
    }

    [Fact]
    public async Task Apply_TwiceAtOnce_HappensOnceAndTheOtherIsTold()
    {
        var (body, to) = (await NewAsync(), await NewAsync());
        var change = Abolish(body, to);
        var seen = (await PreviewAsync(change)).Seen;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>(n % 2 == 0 ? "sysadmin" : "sysadmin.taiyuan", s => s.ApplyAsync(change, seen))));

        Assert.Single(outcomes.OfType<Outcome<OrganisationChangeResult>.Done>());
        Assert.Equal(3, outcomes.OfType<Outcome<OrganisationChangeResult>.Conflict>().Count());
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.SubjectId == body.ToString() && a.Action == "organisations.Abolish"));
    }

    [Fact]
    public async Task Apply_ABodyChangedSinceThePreview_NothingIsDone()
    {
        var (body, to) = (await NewAsync(), await NewAsync());
        var preview = await PreviewAsync(Abolish(body, to));
        Done(await ApplyAsync(Rename(to, "预览之后更名的单位")));

        Assert.IsType<Outcome<OrganisationChangeResult>.Conflict>(await bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>("sysadmin", s => s.ApplyAsync(preview.Change, preview.Seen)));
        await using var db = bureau.OpenDb();
        Assert.Null((await db.Organisations.SingleAsync(o => o.Id == body)).AbolishedAt);
    }

    [Fact]
    public async Task Change_AcrossRegions_OrOfAnAbolishedBody_OrAlone_Refused()
    {
        var (body, elsewhere) = (await NewAsync(), await NewAsync("别处的单位", "140200"));

        Assert.Equal("OtherRegion", Refused(await ApplyAsync(Abolish(body, elsewhere))));
        Assert.Equal("SuccessorIsItself", Refused(await ApplyAsync(Abolish(body, body))));
        Assert.Equal("NothingToMerge", Refused(await ApplyAsync(Abolish(body, null) with { Kind = OrganisationChangeKind.Merge, NewName = "合并而成的单位" })));
        Done(await ApplyAsync(Abolish(body, null)));
        Assert.Equal("Abolished", Refused(await ApplyAsync(Abolish(body, await NewAsync()))));
    }

    [Theory]
    [InlineData("liaison")]
    [InlineData("bureaulead")]
    [InlineData("secadmin")]
    [InlineData("auditadmin")]
    public async Task Acts_WithoutThePermission_NothingIsFound(string who)
    {
        var (body, to) = (await NewAsync(), await NewAsync());
        var preview = await PreviewAsync(Abolish(body, to));

        Assert.Null(await bureau.AsAsync<OrganisationChangeService, OrganisationChangePreview?>(who, s => s.PreviewAsync(preview.Change, default)));
        Assert.Null(await bureau.AsAsync<OrganisationChangeService, OrganisationSurroundings?>(who, s => s.SurroundingsAsync(body, default)));
        Assert.IsType<Outcome<OrganisationChangeResult>.NotFound>(await bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>(who, s => s.ApplyAsync(preview.Change, preview.Seen)));
    }

    private static OrganisationChange Rename(Guid body, string name) => new() { Kind = OrganisationChangeKind.Rename, OrganisationId = body, NewName = name, EffectiveOn = Day, DocumentNumber = Document };

    private static OrganisationChange Abolish(Guid body, Guid? successor) => new() { Kind = OrganisationChangeKind.Abolish, OrganisationId = body, SuccessorId = successor, EffectiveOn = Day, DocumentNumber = Document };

    private static OrganisationChangeResult Done(Outcome<OrganisationChangeResult> outcome)
    {
        Assert.True(outcome is Outcome<OrganisationChangeResult>.Done, outcome.ToString());
        return ((Outcome<OrganisationChangeResult>.Done)outcome).View;
    }

    private static string Refused(Outcome<OrganisationChangeResult> outcome) => Assert.IsType<Outcome<OrganisationChangeResult>.Refused>(outcome).Refusal.Code;

    private async Task<OrganisationChangePreview> PreviewAsync(OrganisationChange change, string who = "sysadmin") =>
        (await bureau.AsAsync<OrganisationChangeService, OrganisationChangePreview?>(who, s => s.PreviewAsync(change, default)))!;

    private async Task<Guid> NewFujianAsync(string name) => Assert.IsType<Outcome<OrganisationView>.Done>(
        await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin.fujian", s => s.CreateAsync(new OrganisationContent { Name = name, RegionCode = "350000" }))).View.Id;

    private async Task<Guid> DraftAsync(Guid body, string name)
    {
        await using var db = bureau.OpenDb();
        var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == "liaison.fujian").Select(u => (Guid?)u.Id).SingleAsync(), default))!;
        var entry = CatalogueEntry.Draft(Guid.CreateVersion7(), body, "350000", null, Contents.Complete(name) with { Code = null }, actor, bureau.Clock.Now);
        db.CatalogueEntries.Add(entry);
        await db.SaveChangesAsync();
        return entry.Id;
    }

    private async Task<string> EntryNameAsync(Guid id)
    {
        await using var db = bureau.OpenDb();
        return await db.CatalogueEntries.Where(e => e.Id == id).Select(e => e.Content.Name).SingleAsync();
    }

    private async Task<Outcome<OrganisationChangeResult>> ApplyAsync(OrganisationChange change)
    {
        var seen = (await PreviewAsync(change)).Seen;
        return await bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>("sysadmin", s => s.ApplyAsync(change, seen));
    }

    private async Task<Guid> NewAsync(string? name = null, string region = "140100") =>
        Assert.IsType<Outcome<OrganisationView>.Done>(await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin", s => s.CreateAsync(new OrganisationContent { Name = name ?? $"待调整单位{Interlocked.Increment(ref _names)}", RegionCode = region }))).View.Id;

    private async Task<string> NameOfAsync(Guid id)
    {
        await using var db = bureau.OpenDb();
        return await db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync();
    }

    private async Task<Guid> BodyOfAsync(string userName)
    {
        await using var db = bureau.OpenDb();
        return await db.Users.Where(u => u.UserName == userName).Select(u => u.OrganisationId).SingleAsync();
    }
}
