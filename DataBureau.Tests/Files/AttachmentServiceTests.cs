using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Files;

/// <summary>Attachments of a catalogue entry: who may, what is refused, and that nothing happens twice.</summary>
[Trait("Category", "Service")]
public sealed class AttachmentServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Kind = CatalogueEntry.Kind;

    private static int _names;

    [Fact]
    public async Task Receive_File_IsListedRecordedAndComesBackUnchanged()
    {
        var id = await EntryAsync();
        var content = SampleFiles.Pdf("甲");

        var done = Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "C:\\桌面\\依据.pdf", content, slot: "sharing-basis"));

        Assert.Equal(("依据.pdf", "sharing-basis", ContentKind.Pdf, (long)content.Length), (done.View.FileName, done.View.Slot, done.View.ContentKind, done.View.Size));
        Assert.Equal("已上传「依据.pdf」。", done.Sentence);
        Assert.Equal(done.View, Assert.Single((await ListAsync(id))!.Files));
        var sent = await bureau.AsAsync<AttachmentService, AttachmentContent?>("reviewer", s => s.OpenAsync(done.View.Id, preview: false, default));
        Assert.Equal(content, await File.ReadAllBytesAsync(sent!.Path));
        await using var db = bureau.OpenDb();
        Assert.Equal(["sharing-basis"], await db.SlotsFilledAsync(Kind, id, default));
        var audit = await db.Audit.Where(a => a.SubjectId == id.ToString() && a.Action.StartsWith("attachment.")).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["attachment.AddFile", "attachment.DownloadFile"], audit.Select(a => a.Action));
        Assert.All(audit, a => Assert.Contains("「依据.pdf」，所属事项「", a.Summary, StringComparison.Ordinal));
        Assert.Equal("上传附件", AuditWords.Action(audit[0].Action));
        Assert.Contains(new AuditChange("文件类型", "", "PDF 文档"), AuditChanges.Of(audit[0].SubjectKind, audit[0].Before, audit[0].After));
        Assert.Equal("依据.pdf", (await db.History.SingleAsync(h => h.CaseId == id && h.Action == "上传附件")).Comment);
    }

    [Fact]
    public async Task Receive_SameContentTwiceAtOnce_OneRow()
    {
        var id = await EntryAsync();
        var content = SampleFiles.Pdf("双击");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(id, "依据.pdf", content)));

        Assert.Single(outcomes.Select(o => Assert.IsType<Outcome<AttachmentView>.Done>(o).View.Id).Distinct());
        Assert.Equal(3, outcomes.Count(o => ((Outcome<AttachmentView>.Done)o).Sentence.Contains("没有重复保存", StringComparison.Ordinal)));
        Assert.Single((await ListAsync(id))!.Files);
        // For another material it is another attachment, of the same content.
        Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "依据.pdf", content, slot: "opening-basis"));
        Assert.Equal(2, (await ListAsync(id))!.Files.Count);
    }

    [Fact]
    public async Task Receive_EmptyLyingOrTooLarge_RefusedAndNothingWritten()
    {
        var id = await EntryAsync();

        Assert.Equal("Empty", Refused(await SendAsync(id, "空.pdf", [])).Code);
        Assert.Equal("NotAccepted", Refused(await SendAsync(id, "合同.pdf", SampleFiles.Exe)).Code);
        Assert.Equal("WrongExtension", Refused(await SendAsync(id, "合同.pdf", SampleFiles.Docx)).Code);
        var tooLarge = Refused(await SendAsync(id, "大.pdf", new byte[(1 << 20) + 1], new FileSettings(Root(), 1 << 20, 1 << 30)));
        Assert.Equal("「大.pdf」超过单个文件的上限 1 MB，没有上传。请压缩图片或拆分后再上传。", tooLarge.Sentence);

        Assert.Empty((await ListAsync(id))!.Files);
        await using var db = bureau.OpenDb();
        Assert.False(await db.Audit.AnyAsync(a => a.SubjectId == id.ToString() && a.Action.StartsWith("attachment.")));
        Assert.Empty(Directory.GetFiles(Path.Combine(Root(), "incoming")));
    }

    [Fact]
    public async Task Receive_NameOfThreeHundredCharacters_ShortenedAndSaid()
    {
        var id = await EntryAsync();

        var done = Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, new string('规', 300) + ".pdf", SampleFiles.Pdf("长名")));

        Assert.Equal(AttachmentName.Limit, done.View.FileName.Length);
        Assert.EndsWith(".pdf", done.View.FileName, StringComparison.Ordinal);
        Assert.Contains("文件名超过 200 个字，已缩短为", done.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_OverTheQuota_RefusedBeforeAndAfterTheBodyAndRemovedFilesDoNotCount()
    {
        var id = await EntryOfAsync("liaison.taiyuan");
        var (one, two) = (SampleFiles.Pdf("一"), SampleFiles.Pdf("二"));
        var settings = new FileSettings(Root(), 1 << 20, one.Length + 10);
        Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "一.pdf", one, settings, "liaison.taiyuan"));

        var refusal = Refused(await SendAsync(id, "二.pdf", two, settings, "liaison.taiyuan"));
        Assert.Contains("「二.pdf」没有上传：本单位的附件空间共", refusal.Sentence, StringComparison.Ordinal);
        var early = await AdmitAsync(id, "liaison.taiyuan", two.Length, settings);
        Assert.Equal("OverQuota", Assert.IsType<Outcome<CaseFileRights>.Refused>(early).Refusal.Code);

        var file = Assert.Single((await ListAsync(id, "liaison.taiyuan"))!.Files);
        await bureau.AsAsync<AttachmentService, Outcome<CaseAttachments>>("liaison.taiyuan", s => s.RemoveAsync(file.Id));
        Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "二.pdf", two, settings, "liaison.taiyuan"));
    }

    [Fact]
    public async Task Receive_SeveralAtOnceWithRoomForOne_OneIsTaken()
    {
        var id = await EntryOfAsync("liaison.fujian");
        var settings = new FileSettings(Root(), 1 << 20, SampleFiles.Pdf("0").Length + 10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SendAsync(id, $"{i}.pdf", SampleFiles.Pdf($"{i}"), settings, "liaison.fujian")));

        Assert.Single(outcomes.OfType<Outcome<AttachmentView>.Done>());
        Assert.Equal(3, outcomes.Count(o => o is Outcome<AttachmentView>.Refused { Refusal.Code: "OverQuota" }));
    }

    [Fact]
    public async Task Files_OfAnotherDepartment_AreNotThere()
    {
        var id = await EntryAsync();
        var file = Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "依据.pdf", SampleFiles.Pdf("他人"))).View;

        Assert.Null(await ListAsync(id, "liaison.taiyuan"));
        Assert.IsType<Outcome<CaseFileRights>.NotFound>(await AdmitAsync(id, "liaison.taiyuan", 10));
        Assert.IsType<Outcome<AttachmentView>.NotFound>(await SendAsync(id, "依据.pdf", SampleFiles.Pdf("乙"), who: "liaison.taiyuan"));
        Assert.Null(await bureau.AsAsync<AttachmentService, AttachmentContent?>("liaison.taiyuan", s => s.OpenAsync(file.Id, preview: false, default)));
        Assert.Null(await bureau.AsAsync<AttachmentService, AttachmentContent?>("sysadmin", s => s.OpenAsync(file.Id, preview: false, default)));
        Assert.IsType<Outcome<CaseAttachments>.NotFound>(await bureau.AsAsync<AttachmentService, Outcome<CaseAttachments>>("liaison.taiyuan", s => s.RemoveAsync(file.Id)));
        Assert.IsType<Outcome<CaseFileRights>.NotFound>(await bureau.AsAsync<AttachmentUpload, Outcome<CaseFileRights>>("liaison", s => s.AdmitAsync("no-such-kind", id, null, 10, default)));
        Assert.Single((await ListAsync(id))!.Files);
    }

    [Fact]
    public async Task Files_OfAReader_CanBeReadNotChanged()
    {
        var id = await EntryAsync();
        var file = Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "依据.pdf", SampleFiles.Pdf("读者"))).View;

        Assert.False((await ListAsync(id, "reviewer"))!.Rights.CanChange);
        Assert.NotNull(await bureau.AsAsync<AttachmentService, AttachmentContent?>("reviewer", s => s.OpenAsync(file.Id, preview: true, default)));
        Assert.Equal("CannotChange", Refused(await SendAsync(id, "乙.pdf", SampleFiles.Pdf("乙"), who: "reviewer")).Code);
        Assert.Contains("由编制本目录的单位维护", Assert.IsType<Outcome<CaseFileRights>.Refused>(await AdmitAsync(id, "reviewer", 10)).Refusal.Sentence, StringComparison.Ordinal);
        Assert.IsType<Outcome<CaseAttachments>.Refused>(await bureau.AsAsync<AttachmentService, Outcome<CaseAttachments>>("reviewer", s => s.RemoveAsync(file.Id)));
        Assert.Single((await ListAsync(id))!.Files);
    }

    [Fact]
    public async Task Files_OfASubmittedEntry_StayAsTheyAreUntilItIsReturned()
    {
        var entry = await bureau.EntryAsync(Contents.Complete(Name()));
        var file = Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(entry.Id, "依据.pdf", SampleFiles.Pdf("送审"))).View;
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Submit, null));

        Assert.Contains("当前状态是「部门审核」", Refused(await SendAsync(entry.Id, "补.pdf", SampleFiles.Pdf("补"))).Sentence, StringComparison.Ordinal);
        Assert.IsType<Outcome<CaseAttachments>.Refused>(await bureau.AsAsync<AttachmentService, Outcome<CaseAttachments>>("liaison", s => s.RemoveAsync(file.Id)));
        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("head", s => s.ActAsync(entry.Id, entry.Version + 1, CatalogueAction.Return, "请补充依据。"));

        Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(entry.Id, "补.pdf", SampleFiles.Pdf("补")));
    }

    [Fact]
    public async Task Receive_WhileTheCaseIsBeingSubmitted_WaitsAndIsRefused()
    {
        var entry = await bureau.EntryAsync(Contents.Complete(Name()));
        await using var db = bureau.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.CatalogueEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, CatalogueState.DepartmentReview));

        var sending = SendAsync(entry.Id, "晚到.pdf", SampleFiles.Pdf("晚到"));
        await Task.Delay(500);
        Assert.False(sending.IsCompleted);
        await transaction.CommitAsync();

        Assert.Equal("CannotChange", Refused(await sending).Code);
    }

    [Fact]
    public async Task Remove_File_RowAndContentStayAndTheSecondTimeIsTold()
    {
        var id = await EntryAsync();
        var file = Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "依据.pdf", SampleFiles.Pdf("移除"))).View;
        var path = (await bureau.AsAsync<AttachmentService, AttachmentContent?>("liaison", s => s.OpenAsync(file.Id, preview: false, default)))!.Path;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => bureau.AsAsync<AttachmentService, Outcome<CaseAttachments>>("liaison", s => s.RemoveAsync(file.Id))));

        Assert.Empty(Assert.Single(outcomes.OfType<Outcome<CaseAttachments>.Done>()).View.Files);
        Assert.Equal("AlreadyRemoved", Assert.Single(outcomes.OfType<Outcome<CaseAttachments>.Refused>()).Refusal.Code);
        Assert.Null(await bureau.AsAsync<AttachmentService, AttachmentContent?>("liaison", s => s.OpenAsync(file.Id, preview: false, default)));
        Assert.True(File.Exists(path));
        await using var db = bureau.OpenDb();
        Assert.NotNull((await db.Attachments.SingleAsync(a => a.Id == file.Id)).RemovedAt);
        Assert.Equal(1, await db.Audit.CountAsync(a => a.SubjectId == id.ToString() && a.Action == "attachment.RemoveFile"));
        // The same file may come back.
        Assert.NotEqual(file.Id, Assert.IsType<Outcome<AttachmentView>.Done>(await SendAsync(id, "依据.pdf", SampleFiles.Pdf("移除"))).View.Id);
    }

    [Fact]
    public async Task Receive_StoreThatCannotBeWritten_SaysSoAndWritesNoRow()
    {
        var id = await EntryAsync();
        var nowhere = Path.Combine(AppContext.BaseDirectory, "a-file-" + Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(nowhere, "no folder");

        var refusal = Refused(await SendAsync(id, "依据.pdf", SampleFiles.Pdf("盘满"), new FileSettings(nowhere, 1 << 20, 1 << 30)));

        Assert.Equal("StoreFailed", refusal.Code);
        Assert.Empty((await ListAsync(id))!.Files);
        File.Delete(nowhere);
    }

    private static string Name() => $"附件目录{Interlocked.Increment(ref _names)}";

    private static Refusal Refused(Outcome<AttachmentView> outcome) => Assert.IsType<Outcome<AttachmentView>.Refused>(outcome).Refusal;

    private string Root() => bureau.Services.GetRequiredService<FileSettings>().Root;

    private async Task<Guid> EntryAsync() => (await bureau.EntryAsync(Contents.Complete(Name()))).Id;

    private async Task<Guid> EntryOfAsync(string liaison) =>
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>(liaison, s => s.CreateAsync(Contents.Complete(Name())))).View.Id;

    private Task<CaseAttachments?> ListAsync(Guid id, string who = "liaison") => bureau.AsAsync<AttachmentService, CaseAttachments?>(who, s => s.FindAsync(Kind, id, default));

    private async Task<Outcome<CaseFileRights>> AdmitAsync(Guid id, string who, long announced, FileSettings? settings = null)
    {
        await using var scope = await bureau.AsAsync(who);
        return await Upload(scope.ServiceProvider, settings).AdmitAsync(Kind, id, null, announced, default);
    }

    private async Task<Outcome<AttachmentView>> SendAsync(Guid id, string name, byte[] content, FileSettings? settings = null, string who = "liaison", string? slot = null)
    {
        await using var scope = await bureau.AsAsync(who);
        return await Upload(scope.ServiceProvider, settings).ReceiveAsync(Kind, id, slot, name, new MemoryStream(content), default);
    }

    /// <summary>The program's own, or one with other limits.</summary>
    private static AttachmentUpload Upload(IServiceProvider services, FileSettings? settings) =>
        settings is null ? services.GetRequiredService<AttachmentUpload>() : ActivatorUtilities.CreateInstance<AttachmentUpload>(services, settings, new ContentStore(settings));
}
