using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Files;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Files;

/// <summary>The checklist as it is drawn: what is missing, what may be done, and why not.</summary>
[Trait("Category", "Service")]
public sealed class AttachmentsComponentTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly MaterialSlot[] Checklist = [new("text", "规划文本", true), new("notes", "编制说明", false)];

    [Fact]
    public async Task Checklist_RequiredMaterialMissing_SaysSoUntilItIsThere()
    {
        var id = (await bureau.EntryAsync(Contents.Complete("清单目录一"))).Id;
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, id);

        Assert.Equal(["规划文本未上传", "编制说明可不上传", "其他材料"], Lines(page));
        Assert.Equal(["上传规划文本", "上传编制说明", "上传其他材料"], page.FindAll(".upload label").Select(l => l.TextContent));

        await AddAsync(id, "text");
        page.Render(p => p.Add(a => a.Version, 2));
        page.WaitForAssertion(() => Assert.Equal(["规划文本", "编制说明可不上传", "其他材料"], Lines(page)));
        Assert.Contains("text.pdf", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checklist_OfAReader_NoUploadNoRemovalAndTheReason()
    {
        var id = (await bureau.EntryAsync(Contents.Complete("清单目录二"))).Id;
        await AddAsync(id, "gone-from-the-checklist");
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");

        var page = Show(reviewer, id);

        Assert.Empty(page.FindAll("input[type=file], .button.danger"));
        Assert.Contains("附件由编制本目录的单位维护", page.Markup, StringComparison.Ordinal);
        // What fits no line of the checklist is not hidden.
        Assert.Equal(["规划文本未上传", "编制说明可不上传", "其他材料"], Lines(page));
        Assert.Contains("gone-from-the-checklist.pdf", page.FindAll("tbody")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checklist_OfAnotherDepartment_ShowsNothing()
    {
        var id = (await bureau.EntryAsync(Contents.Complete("清单目录三"))).Id;
        await using var other = await PageContext.AsAsync(bureau, "liaison.taiyuan");

        var page = other.Context.Render<Attachments>(p => p.Add(a => a.Kind, CatalogueEntry.Kind).Add(a => a.CaseId, id));

        page.WaitForAssertion(() => Assert.Contains("没有可以查看的附件", page.Markup, StringComparison.Ordinal));
    }

    private static IRenderedComponent<Attachments> Show(PageContext person, Guid id)
    {
        person.Context.Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        var page = person.Context.Render<Attachments>(p => p.Add(a => a.Kind, CatalogueEntry.Kind).Add(a => a.CaseId, id).Add(a => a.Version, 1).Add(a => a.Slots, Checklist));
        page.WaitForElement(".materials");
        return page;
    }

    private static IEnumerable<string> Lines(IRenderedComponent<Attachments> page) =>
        page.FindAll("tbody th").Select(h => h.TextContent.Trim());

    private async Task AddAsync(Guid id, string slot) => Assert.IsType<Outcome<AttachmentView>.Done>(await bureau.AsAsync<AttachmentUpload, Outcome<AttachmentView>>("liaison",
        s => s.ReceiveAsync(CatalogueEntry.Kind, id, slot, slot + ".pdf", new MemoryStream(SampleFiles.Pdf(slot)), default)));

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "field");
    }
}
