using System.Reflection;
using Bunit;
using DataBureau.Tests.Components;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Organisations;

public sealed class OrganisationEditTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static int _names;

    private readonly BunitContext _context = ShellContext.Create();
    private AsyncServiceScope _scope;

    public async Task InitializeAsync()
    {
        _scope = await bureau.AsAsync("sysadmin");
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<OrganisationService>());
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<OrganisationChangeService>());
    }

    [Theory]
    [InlineData("11140500012420117h", "校验通过", false)]
    [InlineData("91350203M0001QAY9B", "末位校验码不符", true)]
    [InlineData("1114050001", "应为18位，现为10位", true)]
    public void Code_Typed_IsCheckedAtEveryKey(string code, string verdict, bool asksForReason)
    {
        var page = RenderNew();

        InputOf(page, "统一社会信用代码").Input(code);

        page.WaitForAssertion(() => Assert.Equal(verdict, page.Find("[role=status] .badge").TextContent), Patience);
        Assert.Equal(asksForReason, page.FindAll("label").Any(l => l.TextContent == "代码保留原因"));
    }

    [Fact]
    public async Task Save_CodeWithFinding_RefusedThenSavedWithAReason()
    {
        var page = RenderNew();
        var name = Name();
        InputOf(page, "单位名称").Change(name);
        InputOf(page, "行政区划").Change("140100");
        InputOf(page, "统一社会信用代码").Change("91350203M0001QAY9B");
        await ButtonOf(page, "保存").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("末位校验码不符", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(name, InputOf(page, "单位名称").GetAttribute("value"));

        InputOf(page, "代码保留原因").Change("登记证书如此");
        await ButtonOf(page, "保存").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")), Patience);
        await using var db = bureau.OpenDb();
        var made = await db.Organisations.SingleAsync(o => o.Name == name);
        Assert.Equal("登记证书如此", made.CodeOverrideReason);
        Assert.EndsWith($"/admin/organisations/{made.Id}", _context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ChangedMeanwhile_ShowsBothAndKeepsWhatWasTyped()
    {
        var made = await MakeAsync();
        var page = Render(made.Id);
        var (theirs, ours) = (Name(), Name());
        Assert.IsType<Outcome<OrganisationView>.Done>(await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin.taiyuan", s => s.EditAsync(made.Id, made.Version, made.Content with { Name = theirs })));

        InputOf(page, "单位名称").Change(ours);
        await ButtonOf(page, "保存").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains($"对方保存为「{theirs}」，您填写的是「{ours}」", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(ours, InputOf(page, "单位名称").GetAttribute("value"));
        await ButtonOf(page, "保存").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已保存", string.Concat(page.FindAll(".banner").Select(b => b.TextContent)), StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Opened_WhatStandsAroundItComesLate_NoFieldIsShownBefore()
    {
        var made = await MakeAsync();
        await using var db = bureau.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("LOCK TABLE organisation_names IN ACCESS EXCLUSIVE MODE");
        var page = _context.Render<OrganisationEdit>(p => p.Add(x => x.Id, made.Id));
        await BlockedAsync("organisation_names");

        // Drawn in the midst of reading, as any await that is over at once would have it.
        await page.InvokeAsync(() => typeof(ComponentBase).GetMethod("StateHasChanged", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(page.Instance, null));

        Assert.Empty(page.FindAll("input"));
        await transaction.RollbackAsync();
        page.WaitForElement(".form", Patience);
        Assert.Equal(made.Content.Name, InputOf(page, "单位名称").GetAttribute("value"));
    }

    [Fact]
    public async Task Abolished_FieldsAreClosedAndItCanBeUsedAgain()
    {
        var made = await MakeAsync();
        Assert.IsType<Outcome<OrganisationView>.Done>(await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin", s => s.AbolishAsync(made.Id, made.Version, "机构改革")));
        var page = Render(made.Id);

        Assert.True(InputOf(page, "单位名称").HasAttribute("disabled"));
        Assert.Contains("机构改革", page.Find(".history").TextContent, StringComparison.Ordinal);
        await ButtonOf(page, "恢复使用").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("a"), a => a.TextContent.EndsWith("机构调整", StringComparison.Ordinal)), Patience);
        Assert.False(InputOf(page, "单位名称").HasAttribute("disabled"));
    }

    [Fact]
    public void Unknown_SaysSo()
    {
        var page = _context.Render<OrganisationEdit>(p => p.Add(x => x.Id, Guid.NewGuid()));

        page.WaitForAssertion(() => Assert.Contains("没有找到该单位", page.Markup, StringComparison.Ordinal), Patience);
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scope.DisposeAsync();
    }

    private static string Name() => $"页面测试单位{Interlocked.Increment(ref _names)}";

    private static AngleSharp.Dom.IElement InputOf(IRenderedComponent<OrganisationEdit> page, string label) =>
        page.Find("#" + page.FindAll("label[for]").First(l => l.TextContent == label).GetAttribute("for"));

    private static AngleSharp.Dom.IElement ButtonOf(IRenderedComponent<OrganisationEdit> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.EndsWith(text, StringComparison.Ordinal));

    private IRenderedComponent<OrganisationEdit> RenderNew()
    {
        var page = _context.Render<OrganisationEdit>();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("option"), o => o.GetAttribute("value") == "140100"), Patience);
        return page;
    }

    private IRenderedComponent<OrganisationEdit> Render(Guid id)
    {
        var page = _context.Render<OrganisationEdit>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".form", Patience);
        return page;
    }

    /// <summary>Waits until somebody waits for the table.</summary>
    private async Task BlockedAsync(string table)
    {
        await using var db = bureau.OpenDb();
        for (var i = 0; i < 200; i++)
        {
            if (await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = {table} AND NOT l.granted) AS \"Value\"").SingleAsync())
                return;
            await Task.Delay(100);
        }

        Assert.Fail($"Nobody waits for {table}.");
    }

    private async Task<OrganisationView> MakeAsync() => Assert.IsType<Outcome<OrganisationView>.Done>(
        await bureau.AsAsync<OrganisationService, Outcome<OrganisationView>>("sysadmin", s => s.CreateAsync(new() { Name = Name(), RegionCode = "140100" }))).View;
}
