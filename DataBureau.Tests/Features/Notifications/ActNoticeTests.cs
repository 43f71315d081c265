using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Consultations;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Notifications;

/// <summary>Who is told what others decided, out of the workflow tables.</summary>
public sealed class ActNoticeTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static int _names;

    [Fact]
    public async Task Return_ByTheBureau_TellsTheCompilerAndWhoeverSignedOff()
    {
        var view = await EntryAsync(CatalogueAction.Submit, CatalogueAction.Approve);
        await ClearAsync();

        await ActAsync("reviewer", view, CatalogueAction.Return, "请补充信息项。", new FieldRemark("Abstract", "写明统计范围"));

        var told = await ToldAsync($"/catalogue/{view.Id}");
        Assert.Equal(["head", "liaison"], told.Select(t => t.Who));
        Assert.All(told, t => Assert.Equal((NotificationCategory.Returned, CatalogueEntry.Kind, $"退回：数据目录「{view.Content.Name}」"), (t.Notification.Category, t.Notification.CaseKind, t.Notification.Title)));
        Assert.Contains("当前状态是「退回修改」。意见：请补充信息项。另有 1 处批注", told[0].Notification.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_InsideTheDepartment_TellsTheCompilerOnly()
    {
        var view = await EntryAsync(CatalogueAction.Submit);

        await ActAsync("head", view, CatalogueAction.Return, "请补充。");

        Assert.Equal(["liaison"], (await ToldAsync($"/catalogue/{view.Id}")).Select(t => t.Who));
    }

    [Fact]
    public async Task Approve_ByTheBureau_IsAResult()
    {
        var view = await EntryAsync(CatalogueAction.Submit, CatalogueAction.Approve);
        await ClearAsync();

        await ActAsync("reviewer", view, CatalogueAction.Approve, null);

        Assert.All(await ToldAsync($"/catalogue/{view.Id}"), t => Assert.Equal(NotificationCategory.Decided, t.Notification.Category));
        Assert.Equal(2, (await ToldAsync($"/catalogue/{view.Id}")).Count);
    }

    [Fact]
    public async Task Submit_TheOwnersStep_TellsNobody()
    {
        var view = await EntryAsync(CatalogueAction.Submit);

        Assert.Empty(await ToldAsync($"/catalogue/{view.Id}"));
    }

    [Fact]
    public async Task Act_RefusedOrLost_TellsNobody()
    {
        var view = await EntryAsync(CatalogueAction.Submit, CatalogueAction.Approve);
        await ClearAsync();

        Assert.IsType<Outcome<CatalogueDetailView>.Refused>(await TryAsync("reviewer", view, CatalogueAction.Return, null));
        Assert.IsType<Outcome<CatalogueDetailView>.Conflict>(await TryAsync("reviewer", view with { Version = view.Version - 1 }, CatalogueAction.Return, "请补充。"));
        var race = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => TryAsync(i % 2 == 0 ? "reviewer" : "bureaulead", view, CatalogueAction.Return, "请补充。"))));

        Assert.Single(race.OfType<Outcome<CatalogueDetailView>.Done>());
        Assert.Equal(["head", "liaison"], (await ToldAsync($"/catalogue/{view.Id}")).Select(t => t.Who));
    }

    [Fact]
    public async Task Return_PersonHasLeft_IsNotTold()
    {
        var view = await EntryAsync(CatalogueAction.Submit, CatalogueAction.Approve);
        await ClearAsync();
        await SetDisabledAsync("head", bureau.Clock.Now);

        await ActAsync("reviewer", view, CatalogueAction.Return, "请补充。");

        await SetDisabledAsync("head", null);
        Assert.Equal(["liaison"], (await ToldAsync($"/catalogue/{view.Id}")).Select(t => t.Who));
    }

    [Fact]
    public async Task Return_ManyAtOnce_IsOneNotificationWithTheirNumber()
    {
        var views = new List<CatalogueDetailView>();
        for (var i = 0; i < 12; i++)
            views.Add(await EntryAsync(CatalogueAction.Submit));
        await ClearAsync();

        var report = await bureau.AsAsync<CatalogueService, BatchReport>("head", s => s.ActManyAsync([.. views.Select(v => new EntryRef(v.Id, v.Version, v.Content.Name, v.State, null!))], CatalogueAction.Return, "请补充。"));

        Assert.Equal(12, report.DoneCount);
        await using var db = bureau.OpenDb();
        var one = await db.Notifications.SingleAsync(n => n.Category != NotificationCategory.BatchDone);
        Assert.Equal(("退回：数据目录 12 件", "/catalogue?state=Returned"), (one.Title, one.Href));
        Assert.Contains("共 12 件", one.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filing_SentBackForSupplementsAndRefused_TellsTheFiler()
    {
        var kit = new PlanKit(bureau);
        var plan = await kit.PlanAsync(PlanState.PendingFiling);
        await ClearAsync();

        plan = await kit.DoAsync(plan, PlanAction.RequestSupplement, "请补齐。", new FieldRemark("ContactName", "请填写联系人。"));

        var told = Assert.Single(await ToldAsync($"/plans/{plan.Id}"));
        Assert.Equal((PlanKit.Planner, NotificationCategory.Returned), (told.Who, told.Notification.Category));
    }

    [Fact]
    public async Task Consultation_Sent_TellsThePeopleOfTheInvitedUnits()
    {
        await using var db = bureau.OpenDb();
        var unit = await db.Users.Where(u => u.UserName == "liaison").Select(u => u.OrganisationId).SingleAsync();

        var view = await new ConsultationKit(bureau.Services).SentAsync(unit);

        var told = await ToldAsync($"/consultations/{view.Id}?tab=mine");
        Assert.Contains("liaison", told.Select(t => t.Who));
        Assert.All(told, t => Assert.Equal((NotificationCategory.Invited, Consultation.CaseKind), (t.Notification.Category, t.Notification.CaseKind)));
    }

    [Fact]
    public void Rules_OfEveryWorkflow_AreKnownByNameAndPage()
    {
        var kinds = bureau.Services.GetServices<CaseKind>().Select(k => k.Kind).ToHashSet();
        using var scope = bureau.Services.CreateScope();
        var rules = typeof(BureauDbContext).Assembly.GetTypes().Where(t => t is { IsAbstract: false, BaseType: { IsGenericType: true } b } && b.GetGenericTypeDefinition() == typeof(CaseRules<,,>)).ToList();

        Assert.True(rules.Count >= 11, $"{rules.Count} workflows");
        Assert.All(rules, r => Assert.Contains((string)r.GetProperty("Kind")!.GetValue(scope.ServiceProvider.GetRequiredService(r))!, kinds));
    }

    private Task<CatalogueDetailView> EntryAsync(params CatalogueAction[] acts) => bureau.EntryAsync(Contents.Complete($"通知目录{Interlocked.Increment(ref _names)}"), acts);

    private Task<Outcome<CatalogueDetailView>> TryAsync(string who, CatalogueDetailView view, CatalogueAction action, string? comment, params FieldRemark[] remarks) =>
        bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(who, s => s.ActAsync(view.Id, view.Version, action, comment, remarks));

    private async Task ActAsync(string who, CatalogueDetailView view, CatalogueAction action, string? comment, params FieldRemark[] remarks) =>
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await TryAsync(who, view, action, comment, remarks));

    private async Task<List<(string Who, Notification Notification)>> ToldAsync(string href)
    {
        await using var db = bureau.OpenDb();
        var rows = await db.Notifications.Where(n => n.Href == href).Join(db.Users, n => n.UserId, u => u.Id, (n, u) => new { u.UserName, Notification = n }).ToListAsync();
        return [.. rows.OrderBy(r => r.UserName, StringComparer.Ordinal).Select(r => (r.UserName!, r.Notification))];
    }

    private async Task ClearAsync()
    {
        await using var db = bureau.OpenDb();
        await db.Notifications.ExecuteDeleteAsync();
    }

    private async Task SetDisabledAsync(string who, DateTimeOffset? at)
    {
        await using var db = bureau.OpenDb();
        await db.Users.Where(u => u.UserName == who).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, at));
    }
}
