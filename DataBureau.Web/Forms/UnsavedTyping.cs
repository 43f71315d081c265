using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Forms;

/// <summary>What somebody typed into a case and did not save: an act of theirs that goes on would send the older text.</summary>
internal static class UnsavedTyping
{
    public static string SubjectOf(string kind, Guid id) => $"{kind}/{id}";

    /// <param name="db">Where the typing is kept.</param>
    /// <param name="kind">Kind of the case.</param>
    /// <param name="id">The case.</param>
    /// <param name="version">Typing over an older version is no change of this one: its page sets the two side by side.</param>
    /// <param name="action">The act, by its Chinese name.</param>
    /// <param name="actor">Whose typing; another person's is theirs.</param>
    public static async Task<Refusal?> StandsAgainstAsync(BureauDbContext db, string kind, Guid id, int version, string action, Actor actor)
    {
        var subject = SubjectOf(kind, id);
        var typed = await db.EditBuffers.AsNoTracking().Where(b => b.UserId == actor.UserId && b.Subject == subject && b.BaseVersion == version).Select(b => (DateTimeOffset?)b.SavedAt).FirstOrDefaultAsync();
        return typed is not { } at ? null : new("UnsavedTyping", $"您在 {ChinaTime.Local(at).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)} 修改的内容还没有保存，现在{action}，送出的是修改以前的内容。请先继续编辑并保存，或者放弃修改，再{action}。");
    }
}
