using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Workflow;

/// <summary>
/// One act over several cases, each on its own path: one that is refused does not stop the others, and none is left out of the
/// report. It goes on though the page is left; whoever left finds the report among the notifications.
/// </summary>
public sealed class BatchRunner(WorkflowRunner runner, CurrentUser current, IDbContextFactory<BureauDbContext> contexts, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>Cases of one act: more than this is refused, so that one click stays one click.</summary>
    public const int Limit = 2000;

    /// <summary>So many failures are named in a notification; the others are still where they were.</summary>
    private const int Named = 5;

    private const int ShownName = 20;
    private const int ShownSentence = 60;

    public async Task<BatchReport> RunAsync(string act, BatchWord words, IReadOnlyList<BatchStep> steps)
    {
        if (steps.Count > Limit)
            return TooMany(act, words, steps[0]);
        var lines = new List<BatchLine>(steps.Count);
        using var held = await current.HoldAsync();
        runner.BeginBatch();
        try
        {
            foreach (var step in steps)
                lines.Add(LineOf(step, await step.DoAsync(), words));
        }
        finally
        {
            runner.EndBatch();
        }

        var report = new BatchReport(act, words, lines);
        return report with { NoticeId = await TellAsync(report) };
    }

    private static BatchReport TooMany(string act, BatchWord words, BatchStep first) =>
        new(act, words, [new BatchLine(first.Name, first.Href, false, $"一次最多办理 {Limit} {words.Unit}，您选的超过了这个数。请分批办理，本次没有办理任何一{words.Unit}。", null)]);

    private static BatchLine LineOf(BatchStep step, Outcome<int> outcome, BatchWord words) => outcome switch
    {
        Outcome<int>.Done done => new BatchLine(step.Name, step.Href, true, done.Sentence, null),
        Outcome<int>.Refused refused => new BatchLine(step.Name, step.Href, false, refused.Refusal.Sentence, refused.Refusal),
        Outcome<int>.Conflict conflict => new BatchLine(step.Name, step.Href, false, conflict.Sentence, null),
        _ => new BatchLine(step.Name, step.Href, false, $"没有找到{words.This}，或您无权办理。", null),
    };

    private async Task<Guid?> TellAsync(BatchReport report)
    {
        if (report.Lines.Count == 0 || await current.GetIdAsync() is not { } user)
            return null;
        await using var db = await contexts.CreateDbContextAsync();
        var failures = report.Failures.ToList();
        var named = string.Join("；", failures.Take(Named).Select(l => $"「{NotificationText.Cut(l.Name, ShownName)}」{NotificationText.Cut(l.SentenceIn(report.Words), ShownSentence).TrimEnd('。')}"));
        var sentence = failures.Count == 0 ? "全部办理成功。" : $"未成功的：{named}{(failures.Count > Named ? $"；其余 {failures.Count - Named} {report.Words.Unit}" : null)}。未成功的仍在原处，可以打开查看。";
        var told = await NotificationWriter.AddAsync(db, [user], new NotificationText(NotificationCategory.BatchDone, null, $"批量{report.Title.TrimEnd('。')}", sentence, report.Words.Href), clock.GetUtcNow());
        await db.SaveChangesAsync();
        NotificationWriter.Publish(notifier, told);
        return told.Count == 0 ? null : told[0].Id;
    }
}
