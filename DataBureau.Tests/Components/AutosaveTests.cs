using DataBureau.Tests.Shared;
using DataBureau.Web.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Components;

/// <summary>What is typed is kept while it is typed, and nothing of it comes back once it is saved.</summary>
[Trait("Category", "Service")]
public sealed class AutosaveTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Typist = "liaison.fujian";

    /// <summary>Longer than the pause after which typing is saved.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task Close_KeystrokesOverlapped_NothingIsKeptAfterwards()
    {
        const string subject = "autosave/close";
        await using var scope = await bureau.AsAsync(Typist);
        await using var autosave = Over(scope, subject, () => "done");
        await Task.WhenAll(autosave.TouchAsync(), autosave.TouchAsync(), autosave.TouchAsync());

        await autosave.CloseAsync();
        await Task.Delay(Pause);

        Assert.Null(await KeptAsync(subject));
    }

    [Fact]
    public async Task Close_KeystrokeAfterIt_IsNotKeptWhenThePageIsLeft()
    {
        const string subject = "autosave/late";
        await using var scope = await bureau.AsAsync(Typist);
        var autosave = Over(scope, subject, () => "done");
        await autosave.TouchAsync();
        await autosave.CloseAsync();

        await autosave.TouchAsync();
        await autosave.DisposeAsync();

        Assert.Null(await KeptAsync(subject));
    }

    [Fact]
    public async Task Forget_TypingGoesOn_IsKept()
    {
        const string subject = "autosave/again";
        await using var scope = await bureau.AsAsync(Typist);
        var autosave = Over(scope, subject, () => "again");
        await autosave.TouchAsync();
        await autosave.ForgetAsync();
        Assert.Null(await KeptAsync(subject));

        await autosave.TouchAsync();
        await autosave.DisposeAsync();

        Assert.Contains("again", (await KeptAsync(subject))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Touch_AfterASaveBegan_TheLastTextStands()
    {
        const string subject = "autosave/order";
        var text = "first";
        await using var scope = await bureau.AsAsync(Typist);
        await using var autosave = Over(scope, subject, () => text);
        await autosave.TouchAsync();
        await KeptAsync(subject, "first");

        text = "second";
        await autosave.TouchAsync();

        await KeptAsync(subject, "second");
        Assert.StartsWith("已于", autosave.Said, StringComparison.Ordinal);
    }

    private static Autosave<Draft> Over(AsyncServiceScope scope, string subject, Func<string> text) =>
        new(scope.ServiceProvider.GetRequiredService<EditBuffers>(), subject, () => (new Draft(text()), 1), () => { });

    private Task<EditBuffer?> KeptAsync(string subject) => bureau.AsAsync<EditBuffers, EditBuffer?>(Typist, b => b.FindAsync(subject, default));

    /// <summary>Waits until the text is kept.</summary>
    private async Task KeptAsync(string subject, string text)
    {
        for (var i = 0; i < 200; i++)
        {
            if ((await KeptAsync(subject))?.Json.Contains(text, StringComparison.Ordinal) == true)
                return;
            await Task.Delay(100);
        }

        Assert.Fail($"{text} was never kept.");
    }

    private sealed record Draft(string Text);
}
