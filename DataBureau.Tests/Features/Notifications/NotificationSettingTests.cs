using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Notifications;

/// <summary>What a person has switched off is not written; what has been read and is old goes.</summary>
public sealed class NotificationSettingTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Set_Off_NothingOfTheGroupIsWrittenUntilItIsOnAgain()
    {
        Assert.Equal("已关闭「退回与不予通过」通知。", Done(await SetAsync(NotificationCategory.Returned, false)).Sentence);
        Done(await SetAsync(NotificationCategory.Returned, false));
        await ReturnAsync("关闭后的目录");
        Assert.Empty(await ListAsync());

        var choices = Done(await SetAsync(NotificationCategory.Returned, true)).View;
        await ReturnAsync("打开后的目录");

        Assert.All(choices, c => Assert.True(c.On));
        Assert.Contains("打开后的目录", Assert.Single(await ListAsync()).Title, StringComparison.Ordinal);
        await using var db = bureau.OpenDb();
        Assert.Equal(["setting.Mute", "setting.Unmute"], await db.Audit.Where(a => a.SubjectId!.StartsWith("notifications/")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());
    }

    [Fact]
    public async Task Set_OverdueOff_IsRefusedInWords()
    {
        var refused = Assert.IsType<Outcome<IReadOnlyList<NotificationChoice>>.Refused>(await SetAsync(NotificationCategory.Overdue, false));

        Assert.Equal("NotificationMandatory", refused.Refusal.Code);
        Assert.Contains("不能关闭", refused.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains(refused.View!, c => c is { Category: NotificationCategory.Overdue, On: true });
    }

    [Fact]
    public async Task Set_TwiceAtOnce_OneRowAndNoFailure()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SetAsync(NotificationCategory.Copied, false, "leader"))));

        Assert.All(outcomes, o => Done(o));
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.NotificationMutes.CountAsync(m => m.Category == NotificationCategory.Copied));
    }

    [Fact]
    public async Task Sweep_BySeveralServers_RemovesWhatIsReadAndOldAndNothingElse()
    {
        var now = bureau.Clock.Now;
        await using (var db = bureau.OpenDb())
        {
            var user = await db.Users.Where(u => u.UserName == "auditadmin").Select(u => u.Id).SingleAsync();
            foreach (var (title, age, read) in new[] { ("旧已读", 31, true), ("旧未读", 31, false), ("新已读", 29, true) })
            {
                var row = new NotificationText(NotificationCategory.Decided, null, title, title, "/").For(user, now.AddDays(-age));
                row.ReadAt = read ? now.AddDays(-age) : null;
                db.Notifications.Add(row);
            }

            await db.SaveChangesAsync();
        }

        var removed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            new NotificationSweep(bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), new NotificationSettings(30), bureau.Clock).RunOnceAsync(default))));

        Assert.Equal(1, removed.Sum());
        Assert.Equal(["新已读", "旧未读"], (await ListAsync("auditadmin")).Select(n => n.Title).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, 365)]
    [InlineData("90", 90)]
    [InlineData("0", null)]
    [InlineData("一年", null)]
    public void KeepDays_Configured_IsReadOrRefused(string? value, int? days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(NotificationSettings.Key, value)]).Build();

        if (days is { } expected)
            Assert.Equal(expected, NotificationSettings.Read(configuration).KeepDays);
        else
            Assert.Contains(NotificationSettings.Key, Assert.Throws<StartupRefusal>(() => NotificationSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_Each_HaveAnExplanation() => Assert.All(Enum.GetValues<NotificationCategory>(), c => Assert.EndsWith("。", c.Explanation(), StringComparison.Ordinal));

    private static Outcome<IReadOnlyList<NotificationChoice>>.Done Done(Outcome<IReadOnlyList<NotificationChoice>> outcome) => Assert.IsType<Outcome<IReadOnlyList<NotificationChoice>>.Done>(outcome);

    private Task<Outcome<IReadOnlyList<NotificationChoice>>> SetAsync(NotificationCategory category, bool on, string who = "liaison") =>
        bureau.AsAsync<NotificationSettingService, Outcome<IReadOnlyList<NotificationChoice>>>(who, s => s.SetAsync(category, on));

    private Task ReturnAsync(string name) => bureau.EntryAsync(Contents.Complete(name), CatalogueAction.Submit, CatalogueAction.Return);

    private async Task<IReadOnlyList<NotificationRow>> ListAsync(string who = "liaison") =>
        (await bureau.AsAsync<NotificationService, Page<NotificationRow>>(who, s => s.ListAsync(ListQuery.Parse("?size=200"), default))).Rows;
}
