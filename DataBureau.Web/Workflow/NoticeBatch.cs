using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Workflow;

/// <summary>The words of one notification about several cases.</summary>
internal sealed record BatchWords(string Title, string Sentence, string Href);

/// <summary>One act over many cases: each person is told once, with the number of them, and not a thousand times.</summary>
public sealed class NoticeBatch
{
    private readonly Dictionary<Guid, Actor?> _readers = [];
    private readonly Dictionary<(Guid Person, NotificationCategory Category), bool> _muted = [];
    private readonly Dictionary<(Guid Person, string Title), (Guid Row, int Count)> _rows = [];

    internal async Task<Actor?> ReaderAsync(BureauDbContext db, Guid person)
    {
        if (!_readers.TryGetValue(person, out var reader))
            _readers[person] = reader = await db.ReadActorAsync(person, default);
        return reader;
    }

    internal async Task<IReadOnlyList<Notification>> AddAsync(BureauDbContext db, IReadOnlyList<Guid> people, NotificationText first, BatchWords more, DateTimeOffset now)
    {
        var told = new List<Notification>();
        foreach (var person in people)
        {
            if (!_muted.TryGetValue((person, first.Category), out var muted))
                _muted[(person, first.Category)] = muted = (await NotificationWriter.MutedAsync(db, [person], first.Category)).Count > 0;
            if (muted || await CountUpAsync(db, (person, more.Title), more))
                continue;
            var row = first.For(person, now);
            db.Notifications.Add(row);
            _rows[(person, more.Title)] = (row.Id, 1);
            told.Add(row);
        }

        return told;
    }

    /// <returns>False when there is no row yet, when the act that would have written it was not done after all, or when it has been read.</returns>
    private async Task<bool> CountUpAsync(BureauDbContext db, (Guid Person, string Title) key, BatchWords words)
    {
        if (!_rows.TryGetValue(key, out var row))
            return false;
        var (title, sentence, href) = ($"{words.Title} {row.Count + 1} 件", $"{words.Sentence}，共 {row.Count + 1} 件。", words.Href);
        var written = await db.Notifications.Where(n => n.Id == row.Row && n.ReadAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.Title, title).SetProperty(n => n.Sentence, sentence).SetProperty(n => n.Href, href));
        _rows[key] = (row.Row, row.Count + written);
        return written > 0;
    }
}
