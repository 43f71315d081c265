using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;

namespace DataBureau.Web.Features.Audit;

/// <summary>Adds audit rows to the unit of work of the act; saving is the act's business.</summary>
public sealed class AuditLog(CurrentUser current, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void Add(BureauDbContext db, Actor actor, string action, string summary, string? subjectKind = null, string? subjectId = null, object? before = null, object? after = null, bool succeeded = true) =>
        Add(db, actor.UserId, actor.Name, actor.OrganisationName, action, summary, subjectKind, subjectId, before, after, succeeded);

    public void Add(BureauDbContext db, Guid? userId, string userName, string? organisation, string action, string summary, string? subjectKind = null, string? subjectId = null, object? before = null, object? after = null, bool succeeded = true) =>
        db.Audit.Add(new AuditRow
        {
            At = clock.GetUtcNow(),
            UserId = userId,
            UserName = Cut(userName, 256),
            OrganisationName = organisation,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Summary = Cut(summary, 1000),
            Succeeded = succeeded,
            Before = before is null ? null : JsonSerializer.Serialize(before, Json),
            After = after is null ? null : JsonSerializer.Serialize(after, Json),
            RequestId = current.RequestId,
            Address = current.Address,
        });

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
