using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Files;

/// <summary>What is done with a file, in the audit, and in the history of its case when the case's material changed by it.</summary>
public sealed class AttachmentLog(AuditLog audit, TimeProvider clock)
{
    public void Added(BureauDbContext db, Actor actor, Attachment file, CaseFileRights rights)
    {
        Record(db, actor, "attachment.AddFile", "上传附件", file, rights);
        Note(db, actor, "上传附件", file);
    }

    public void Removed(BureauDbContext db, Actor actor, Attachment file, CaseFileRights rights)
    {
        Record(db, actor, "attachment.RemoveFile", "删除附件", file, rights);
        Note(db, actor, "删除附件", file);
    }

    public void Sent(BureauDbContext db, Actor actor, Attachment file, CaseFileRights rights, bool preview) =>
        Record(db, actor, preview ? "attachment.PreviewFile" : "attachment.DownloadFile", preview ? "预览附件" : "下载附件", file, rights);

    private void Record(BureauDbContext db, Actor actor, string action, string words, Attachment file, CaseFileRights rights) =>
        audit.Add(db, actor, action, $"{words}「{file.FileName}」，所属事项「{rights.Title}」", file.CaseKind, file.CaseId.ToString(),
            after: new { file.FileName, ContentKind = file.ContentKind.ToString(), Size = FileSize.Text(file.Size), file.Sha256, Attachment = file.Id });

    private void Note(BureauDbContext db, Actor actor, string words, Attachment file) =>
        db.History.Add(CaseHistory.Note(file.CaseKind, file.CaseId, words, null, string.Empty, file.FileName, actor, clock.GetUtcNow()));
}
