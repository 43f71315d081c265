using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Files;

/// <summary>Everything that stands in the way of an attachment, in words.</summary>
internal static class AttachmentRefusals
{
    public static Refusal CannotChange(string whyNot) => new("CannotChange", whyNot);

    public static Refusal UnknownSlot() => new("UnknownSlot", "没有这一项材料，文件没有上传。请刷新页面后重新选择。");

    public static Refusal Empty(string file) => new("Empty", $"「{file}」是空文件（0 字节），没有上传。请打开原文件确认内容后重新保存再上传。");

    public static Refusal TooLarge(string file, FileSettings settings) => new("TooLarge", $"「{file}」超过单个文件的上限 {settings.MaxMegabytes} MB，没有上传。请压缩图片或拆分后再上传。");

    public static Refusal OverQuota(string? file, long used, FileSettings settings) => new("OverQuota",
        $"{(file is null ? "这个文件" : $"「{file}」")}没有上传：本单位的附件空间共 {FileSize.Text(settings.QuotaBytes)}，已用 {FileSize.Text(used)}，放不下这个文件。请删除不再需要的附件，或联系系统管理员扩大空间。");

    public static Refusal NotAccepted(string file, Recognised content) => new("NotAccepted", $"「{file}」的内容是{content.What}，没有上传。{content.Remedy ?? $"可以上传 {FileType.Accepted}。"}");

    public static Refusal WrongExtension(string file, string extension, FileType type) => new("WrongExtension",
        $"「{file}」的内容是{type.Name}，{(extension.Length == 0 ? "但文件名没有扩展名" : $"与扩展名 {extension} 不符")}，没有上传。请核对是否选错了文件；确认无误的，把扩展名改为 {type.Extensions[0]} 再上传。");

    public static Refusal NoFile() => new("NoFile", "没有收到文件，请重新选择。");

    public static Refusal StoreFailed(string file) => new("StoreFailed", $"「{file}」没有上传：服务器的附件存储空间已满或暂时不能写入。请稍后再试；仍不能上传的，请联系系统管理员。");

    public static Refusal AlreadyRemoved(string file) => new("AlreadyRemoved", $"「{file}」已被删除，列表已更新。");

    public static Refusal Busy(string file) => new("Busy", $"「{file}」没有上传：同一时间有其他文件正在保存，请再试一次。");
}
