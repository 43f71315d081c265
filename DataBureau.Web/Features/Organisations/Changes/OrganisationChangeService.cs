using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>机构调整: shows what a change of bodies would do, and does it: one transaction, or nothing.</summary>
public sealed class OrganisationChangeService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<OrganisationMove> moves, AuditLog audit, TimeProvider clock)
{
    private readonly OrganisationChangeCase _case = new(moves);

    /// <returns>Null when there is no such body, or not for this person.</returns>
    public async Task<OrganisationChangePreview?> PreviewAsync(OrganisationChange change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor && await _case.ReadAsync(db, actor, change, clock.GetUtcNow(), cancellationToken) is { } read ? PreviewOf(read) : null;
    }

    /// <summary>Names, people and open work of a body.</summary>
    public async Task<OrganisationSurroundings?> SurroundingsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor && await OrganisationCase.LoadAsync(db, actor, id, cancellationToken) is { } organisation
            ? await SurroundingsReader.ReadAsync(db, organisation, await _case.CountAsync(db, new OrganisationShift([organisation], organisation, null), cancellationToken), cancellationToken)
            : null;
    }

    /// <param name="change">As it was shown in the preview.</param>
    /// <param name="seen">The versions of all its bodies in the preview.</param>
    public async Task<Outcome<OrganisationChangeResult>> ApplyAsync(OrganisationChange change, IReadOnlyDictionary<Guid, int> seen)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        if (await ActorAsync(db, default) is not { } actor || await _case.ReadAsync(db, actor, change, now, default) is not { } read)
            return new Outcome<OrganisationChangeResult>.NotFound();
        if (read.Named.Any(o => seen.GetValueOrDefault(o.Id) != o.Version))
            return Conflict(read);
        if (read.Refusal is { } refusal)
            return new Outcome<OrganisationChangeResult>.Refused(refusal, null);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var sentence = read.Shift is null ? await RenameAsync(db, read, actor, now) : await ShiftAsync(db, read, actor, now);
            await transaction.CommitAsync();
            var shown = read.Shift?.To ?? read.Subject;
            return new Outcome<OrganisationChangeResult>.Done(new OrganisationChangeResult(shown.Id, shown.Name), sentence);
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            // A body or a case was changed meanwhile; nothing of all this was written.
            return Conflict(read);
        }
    }

    private async Task<string> RenameAsync(BureauDbContext db, ReadChange read, Actor actor, DateTimeOffset now)
    {
        var (body, change, before) = (read.Subject, read.Change, read.Subject.Name);
        var since = await db.Set<FormerName>().Where(n => n.OrganisationId == body.Id).OrderByDescending(n => n.Until).Select(n => (DateOnly?)n.Until).FirstOrDefaultAsync();
        db.Add(new FormerName
        {
            Id = Guid.CreateVersion7(now), OrganisationId = body.Id, Name = before, NameKey = body.NameKey, From = since > change.EffectiveOn ? null : since, Until = change.EffectiveOn!.Value, DocumentNumber = change.DocumentNumber,
        });
        OrganisationChangeRules.Rename(body, change.NewName!);
        Record(db, read, body, "Rename", $"由「{before}」更名为「{body.Name}」", actor, now);
        await db.SaveChangesAsync();
        return $"已将「{before}」更名为「{body.Name}」。原名称记入曾用名，仍可用来查找。";
    }

    private async Task<string> ShiftAsync(BureauDbContext db, ReadChange read, Actor actor, DateTimeOffset now)
    {
        var (shift, change) = (read.Shift!, read.Change);
        var names = string.Join("」「", shift.From.Select(o => o.Name));
        foreach (var body in shift.From)
        {
            if (shift.Whole)
                OrganisationChangeRules.End(body, shift.To, now);
            else
                OrganisationChangeRules.HandOver(body, shift.To!, change.Duties);
            Record(db, read, body, change.Kind.ToString(), Words(shift, change), actor, now);
        }

        // A new body may take the name of one that ends: that one leaves first, and is told of its successor when there is one.
        if (read.NewBody is not null)
            shift.From.ToList().ForEach(o => o.SuccessorId = null);
        await db.SaveChangesAsync();
        if (shift.To is { } to)
        {
            if (read.NewBody is not null)
                db.Organisations.Add(to);
            else
                to.Version++;
            if (shift.Whole)
                shift.From.ToList().ForEach(o => o.SuccessorId = to.Id);
            Record(db, read, to, change.Kind.ToString(), shift.Whole ? $"「{names}」并入" : $"承接「{names}」的{change.Duties.Text()}职责", actor, now, read.NewBody is not null);
            await db.SaveChangesAsync();
            var act = new MoveAct(actor, now, shift, change.DocumentNumber);
            foreach (var move in _case.Moves)
            {
                db.ChangeTracker.Clear();
                await move.MoveAsync(db, act);
            }
        }

        var work = read.Lines.Where(l => l is { IsWork: true, Fate: MoveFate.Moves }).Sum(l => l.Count);
        return shift.Whole
            ? shift.To is { } successor ? $"已将「{names}」并入「{successor.Name}」，{work} 件在办和有效事项随之划入。" : $"已撤销「{names}」，在本单位的授权不再生效。"
            : $"已将「{names}」的{change.Duties.Text()}职责划转「{shift.To!.Name}」，{work} 件事项随之划入。";
    }

    private static string Words(OrganisationShift shift, OrganisationChange change) =>
        !shift.Whole ? $"{change.Duties.Text()}职责划转「{shift.To!.Name}」" : shift.To is { } to ? $"并入「{to.Name}」" : "撤销";

    private void Record(BureauDbContext db, ReadChange read, Organisation body, string act, string what, Actor actor, DateTimeOffset now, bool made = false)
    {
        var change = read.Change;
        var said = $"{what}。{change.DocumentNumber}，{change.EffectiveOn:yyyy-MM-dd} 生效。{change.Remark}";
        var state = (body.AbolishedAt is null ? OrganisationStatus.Live : OrganisationStatus.Abolished).ChineseName();
        db.History.Add(CaseHistory.Step(OrganisationCase.Kind, body.Id, body.Version, change.Kind.ChineseName(), made ? null : OrganisationStatus.Live.ChineseName(), state, said, actor, now));
        audit.Add(db, actor, "organisations." + act, $"机构调整：「{body.Name}」{what}（{change.DocumentNumber}）", OrganisationCase.Kind, body.Id.ToString(), after: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["状态"] = state, ["职责"] = body.Responsibilities.Text(), ["文号"] = change.DocumentNumber, ["生效日期"] = $"{change.EffectiveOn:yyyy-MM-dd}", ["说明"] = change.Remark,
            ["改名目录"] = string.Join('；', read.Renamable.Where(c => change.NewNames.ContainsKey(c.Id)).Select(c => $"{c.BodyName}「{c.Name}」改为「{change.NewNames[c.Id]}」")) is { Length: > 0 } renamed ? renamed : null,
            ["划入事项"] = string.Join('；', read.Lines.Select(l => $"{l.Area}：{l.What} {l.Count}（{l.Fate.ChineseName()}）")),
        });
    }

    private static OrganisationChangePreview PreviewOf(ReadChange read) =>
        new(read.Change, [.. read.Named.Select(o => new ChangeBody(o.Id, o.Name, o.Version, o.Responsibilities))], (read.Successor ?? read.NewBody)?.Name, read.Lines, read.Refusal) { Renamable = read.Renamable };

    private static Outcome<OrganisationChangeResult> Conflict(ReadChange read) =>
        new Outcome<OrganisationChangeResult>.Conflict(new OrganisationChangeResult(read.Subject.Id, read.Subject.Name), "办理前，有关单位或其中的事项刚刚被其他人更新。机构调整没有执行，请重新预览后再确定。");

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) => await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken);
}
