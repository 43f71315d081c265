using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>What the office that an appointment was filed with is told of the term.</summary>
[Trait("Category", "Service")]
public sealed class OfficerNoticeTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IDisposable
{
    private static readonly DateTimeOffset AfterTheTerm = new(2029, 4, 2, 1, 30, 0, TimeSpan.Zero);

    private readonly DateTimeOffset _now = bureau.Clock.Now;
    private readonly OfficerKit _kit = new(bureau);

    public void Dispose() => bureau.Clock.Now = _now;

    [Fact]
    public async Task Extend_Filed_TellsTheOffice()
    {
        var view = await _kit.AtAsync(OfficerState.Filed);

        var done = Assert.IsType<Outcome<OfficerDetailView>.Done>(await _kit.ActAsync(view, OfficerAction.Extend, null, null,
            [.. new OfficerExtension(new DateOnly(2032, 2, 29), "并民发〔2026〕88号", new DateOnly(2026, 10, 8)).ToRemarks()]));

        Assert.Contains($"任期延至 2032-02-29。已告知{view.Recipient!.Name}。", done.Sentence, StringComparison.Ordinal);
        Assert.Contains("并民发〔2026〕88号", Assert.Single(await ToldAsync(OfficerKit.Officer, view)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expire_Filed_TellsTheOffice()
    {
        var view = await _kit.AtAsync(OfficerState.Filed);
        bureau.Clock.Now = AfterTheTerm;

        var done = Assert.IsType<Outcome<OfficerDetailView>.Done>(await _kit.ActAsync(view, OfficerAction.Expire));

        Assert.Contains($"已告知{view.Recipient!.Name}。", done.Sentence, StringComparison.Ordinal);
        Assert.Contains("届满", Assert.Single(await ToldAsync(OfficerKit.Officer, view)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expire_NeverFiled_TellsNobody()
    {
        var view = await _kit.AtAsync(OfficerState.Appointed);
        bureau.Clock.Now = AfterTheTerm;

        await _kit.DoAsync(view, OfficerAction.Expire);

        Assert.Empty(await ToldAsync(OfficerKit.Officer, view));
    }

    private async Task<List<Notification>> ToldAsync(string who, OfficerDetailView view)
    {
        await using var db = bureau.OpenDb();
        return await db.Notifications.Where(n => n.Href.EndsWith(view.Id.ToString()) && n.Category == NotificationCategory.Decided && n.Title.StartsWith("任期") && db.Users.Any(u => u.Id == n.UserId && u.UserName == who)).ToListAsync();
    }
}
