using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Steps that are not acts of the table: a revision came into being, or gave way to a newer one.</summary>
internal static class CatalogueHistory
{
    public static HistoryEntry Created(CatalogueEntry entry, string how, Actor actor, DateTimeOffset now) => Step(entry, how, null, actor, null, now);

    public static HistoryEntry Edited(CatalogueEntry entry, IEnumerable<string> titles, Actor actor, DateTimeOffset now) =>
        Step(entry, "修改", entry.State.ChineseName(), actor, $"修改了：{string.Join('、', titles)}", now);

    public static HistoryEntry Superseded(CatalogueEntry entry, int revision, Actor actor, DateTimeOffset now) =>
        Step(entry, "替代", CatalogueState.Published.ChineseName(), actor, $"由第 {revision} 版替代。", now);

    private static HistoryEntry Step(CatalogueEntry entry, string action, string? from, Actor actor, string? comment, DateTimeOffset now) =>
        CaseHistory.Step(CatalogueEntry.Kind, entry.Id, entry.Version, action, from, entry.State.ChineseName(), comment, actor, now);
}
