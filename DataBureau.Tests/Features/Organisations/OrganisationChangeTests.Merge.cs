using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Organisations;

/// <summary>Bodies that become one.</summary>
public sealed partial class OrganisationChangeTests
{
    [Fact]
    public async Task Merge_EntriesOfOneNameOrCode_RefusedInWordsUntilSolved()
    {
        var (body, to) = (await BodyOfAsync("liaison.shijiazhuang"), await NewAsync("同名目录的单位", "130100"));
        var entry = Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.shijiazhuang", s => s.CreateAsync(Contents.Complete("婚姻登记信息")))).View;
        await using (var db = bureau.OpenDb())
        {
            var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == "liaison.shijiazhuang").Select(u => (Guid?)u.Id).SingleAsync(), default))!;
            db.CatalogueEntries.Add(CatalogueEntry.Draft(Guid.CreateVersion7(), to, "130100", null, Contents.Complete("婚姻 登记信息"), actor, bureau.Clock.Now));
            await db.SaveChangesAsync();
        }

        var preview = await PreviewAsync(Abolish(body, to));

        Assert.Equal("OrganisationClashes", preview.Refusal!.Code);
        var clash = Assert.Single(preview.Refusal.Details).Sentence;
        Assert.Contains("婚姻", clash, StringComparison.Ordinal);
        Assert.Contains("同名目录的单位（草稿）", clash, StringComparison.Ordinal);
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.shijiazhuang", s => s.SaveAsync(entry.Id, entry.Version, entry.Content with { Name = "婚姻登记结果信息" })));
        Done(await ApplyAsync(Abolish(body, to)));
    }

    [Fact]
    public async Task Merge_EntriesOfOneName_GivenAnotherWithTheChange_AreRenamedWithItOrNotAtAll()
    {
        var (body, to) = (await BodyOfAsync("liaison.fujian"), await NewFujianAsync("福建同名目录的单位"));
        var (draft, published) = (await DraftAsync(body, "低保对象信息"), await DraftAsync(body, "殡葬机构信息"));
        var (other, late) = (await DraftAsync(to, "低保 对象信息"), await DraftAsync(to, "殡葬机构信息"));
        await using (var db = bureau.OpenDb())
            await db.CatalogueEntries.Where(e => e.Id == published).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, CatalogueState.Published));
        var change = Abolish(body, to);
        var preview = await PreviewAsync(change, "sysadmin.fujian");

        Assert.Equal(2, preview.Refusal!.Details.Length);
        // What is published keeps its name: it is changed by a revision.
        Assert.Equal(new[] { draft, other, late }.Order(), preview.Renamable.Select(r => r.Id).Order());

        // A name that is there already, one that two would have, and one for what keeps its own, are no way out.
        Assert.Equal("OrganisationClashes", (await PreviewAsync(change with { NewNames = new Dictionary<Guid, string> { [draft] = "殡葬机构信息", [late] = "殡葬机构名录" } }, "sysadmin.fujian")).Refusal!.Code);
        Assert.Equal("OrganisationClashes", (await PreviewAsync(change with { NewNames = new Dictionary<Guid, string> { [draft] = "名录", [late] = "名录" } }, "sysadmin.fujian")).Refusal!.Code);
        Assert.Contains("当前状态是「已发布」", (await PreviewAsync(change with { NewNames = new Dictionary<Guid, string> { [draft] = "低保对象名录", [published] = "殡葬机构名录" } }, "sysadmin.fujian")).Refusal!.Details[0].Sentence, StringComparison.Ordinal);
        var solved = change with { NewNames = new Dictionary<Guid, string> { [draft] = " 低保对象名录 ", [late] = "殡葬机构名录" } };
        preview = await PreviewAsync(solved, "sysadmin.fujian");
        Assert.Null(preview.Refusal);
        Assert.Equal(3, preview.Renamable.Count);
        Assert.Equal("低保对象信息", await EntryNameAsync(draft));

        Done(await bureau.AsAsync<OrganisationChangeService, Outcome<OrganisationChangeResult>>("sysadmin.fujian", s => s.ApplyAsync(preview.Change, preview.Seen)));

        Assert.Equal(("低保对象名录", "殡葬机构名录", "殡葬机构信息"), (await EntryNameAsync(draft), await EntryNameAsync(late), await EntryNameAsync(published)));
        await using var after = bureau.OpenDb();
        Assert.All(await after.CatalogueEntries.Where(e => e.Id == draft || e.Id == published || e.Id == late || e.Id == other).ToListAsync(), e => Assert.Equal(to, e.ProviderId));
        var steps = await after.History.Where(h => h.CaseId == draft && h.Action == OrganisationMove.Act).OrderBy(h => h.CaseVersion).ToListAsync();
        Assert.Contains("名称由「低保对象信息」改为「低保对象名录」", steps[0].Comment, StringComparison.Ordinal);
        Assert.Equal(2, steps.Count);
        Assert.Contains(await after.Audit.Where(a => a.Action == "organisations.Abolish" && a.SubjectId == body.ToString()).Select(a => a.After).ToListAsync(), text => text!.Contains("低保对象名录", StringComparison.Ordinal));
    }
}
