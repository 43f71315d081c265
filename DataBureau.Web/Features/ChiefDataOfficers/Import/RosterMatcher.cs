using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>Judges the rows of a roster: whose they are, whether they agree with each other and with what is known. Same file again: nothing to do.</summary>
internal sealed class RosterMatcher(BureauDbContext db, PolicyLibrary policies, RosterMode mode, RosterReading reading, Actor actor, DateOnly today)
{
    private const int Chunk = 500;

    private readonly HashSet<(string Sheet, int Row)> _failed = [.. reading.Errors.Select(e => (e.Sheet, e.Row))];
    private ILookup<Guid, OfficerAppointment> _known = Array.Empty<OfficerAppointment>().ToLookup(a => a.OrganisationId);

    public async Task<IReadOnlyList<RosterMatch>> MatchAsync(Organisation target, CancellationToken cancellationToken)
    {
        var units = await UnitMatcher.CreateAsync(db, target, cancellationToken);
        var read = reading.Rows.Select(row => (Row: row, Unit: UnitOf(row, units))).ToList();
        await LoadAsync([.. read.Where(r => r.Unit is not null).Select(r => r.Unit!.Id).Distinct()], cancellationToken);
        var rows = read.Select(r => (Row: Filled(r.Row, r.Unit), r.Unit)).ToList();
        foreach (var (row, unit) in rows)
            foreach (var finding in RosterCheck.Findings(row, mode, unit is null ? null : policies.For(unit.RegionCode).ChiefDataOfficers, today))
                if (!Told(row, finding.Field))
                    Fail(row, finding.Field, finding.Code, finding.Sentence);
        RejectTwins(rows);
        return [.. rows.Select(r => Match(r.Row, r.Unit))];
    }

    /// <summary>A list that leaves out a column, as ours does by default, says nothing against what is known of the appointment it lists.</summary>
    private RosterRow Filled(RosterRow row, Organisation? unit) =>
        mode == RosterMode.Holders && unit is not null && row.Post is { } post && Same(row, _known[unit.Id].Where(a => a.Post == post)) is { } same
            ? row with { Content = row.Over(same.Content), FilingNumber = row.FilingNumber ?? same.FilingNumber } : row;

    /// <summary>The same person from the same day is the same appointment.</summary>
    private static OfficerAppointment? Same(RosterRow row, IEnumerable<OfficerAppointment> others) =>
        others.FirstOrDefault(a => a.State != OfficerState.Nominated && a.Content.PersonName == row.Content.PersonName && a.Content.EffectiveFrom is { } from && from == row.Content.EffectiveFrom);

    private Organisation? UnitOf(RosterRow row, UnitMatcher units)
    {
        var field = row.UnitName is null ? RosterField.UnitCode : RosterField.UnitName;
        var (unit, sentence) = row.UnitName is null && row.UnitCode is null ? (null, "没有填写单位。请写明单位全称或统一社会信用代码。") : units.Find(row.UnitName, row.UnitCode, "单位");
        sentence ??= unit is null ? $"单位「{row.UnitName ?? row.UnitCode}」没有登记，或已撤销。请核对名称，或请系统管理员先登记。"
            : !actor.Holds(OfficerPermissions.Import, new CaseLocation(unit.Id, unit.RegionCode, null)) ? $"单位「{unit.Name}」不在您的管辖范围内，不能代为导入。请由当地数据主管部门导入。" : null;
        if (sentence is null)
            return unit;
        Fail(row, field, "UnknownUnit", sentence);
        return null;
    }

    /// <summary>Two rows of one post that cannot both hold: each is told of the other.</summary>
    private void RejectTwins(IEnumerable<(RosterRow Row, Organisation? Unit)> rows)
    {
        foreach (var post in rows.Where(r => r is { Unit: not null, Row.Post: not null } && r.Row.Content.PersonName.Length > 0).GroupBy(r => (r.Unit!.Id, r.Row.Post!.Value)).Where(g => g.Count() > 1))
            foreach (var (row, _) in post)
                if (post.Where(o => !ReferenceEquals(o.Row, row) && Clash(row, o.Row)).Select(o => o.Row).ToList() is { Count: > 0 } others)
                    Fail(row, RosterField.PersonName, "DuplicateRow", $"与{string.Join('、', others.Take(5).Select(o => $"{(o.Sheet == row.Sheet ? string.Empty : $"工作表「{o.Sheet}」")}第 {o.Number} 行（{o.Content.PersonName}）"))}是同一单位的同一岗位{(mode == RosterMode.Holders ? "，任期重叠" : string.Empty)}。请只保留一行，或更正任期。");
    }

    private bool Clash(RosterRow a, RosterRow b) =>
        a.Post == DataPost.Deputy && a.Content.PersonName != b.Content.PersonName ? false
        : mode == RosterMode.Nominations || a.Term is not { } first || b.Term is not { } second || first.Overlaps(second);

    private async Task LoadAsync(IReadOnlyList<Guid> units, CancellationToken cancellationToken)
    {
        var known = new List<OfficerAppointment>();
        foreach (var some in units.Chunk(Chunk))
            known.AddRange(await db.Officers.AsNoTracking().Where(a => some.Contains(a.OrganisationId) && a.State != OfficerState.Discarded).ToListAsync(cancellationToken));
        _known = known.ToLookup(a => a.OrganisationId);
    }

    private RosterMatch Match(RosterRow row, Organisation? unit)
    {
        if (unit is null || row.Post is not { } post || Failed(row))
            return new RosterMatch(row, ImportFate.Rejected, unit, null);
        var others = _known[unit.Id].Where(a => a.Post == post).ToList();
        return mode == RosterMode.Nominations ? Nomination(row, unit, post, others) : Holder(row, unit, post, others);
    }

    private RosterMatch Nomination(RosterRow row, Organisation unit, DataPost post, List<OfficerAppointment> others)
    {
        var open = others.Where(a => a.State == OfficerState.Nominated && (post != DataPost.Deputy || a.Content.PersonName == row.Content.PersonName)).ToList();
        if (open.Count == 0)
        {
            return others.Find(a => a.IsHolding && a.Content.PersonName == row.Content.PersonName) is { } holder
                ? Reject(row, unit, RosterField.PersonName, "AlreadyHolds", $"{holder.Content.PersonName}正是现任{post.ChineseName()}，不需要再提名。继续任职的请在该件上办理延任。")
                : new RosterMatch(row, ImportFate.New, unit, null);
        }

        var known = open.Find(a => a.Content.PersonName == row.Content.PersonName || a.Content.PersonName.Length == 0);
        return known is null
            ? Reject(row, unit, RosterField.PersonName, "OfficerNominationOpen", $"「{unit.Name}」的{post.ChineseName()}已提名{open[0].Content.PersonName}，正在办理。请先在那一件上撤销，或更正姓名。")
            : new RosterMatch(row, row.Over(known.Content) == known.Content ? ImportFate.Unchanged : ImportFate.Update, unit, known);
    }

    private RosterMatch Holder(RosterRow row, Organisation unit, DataPost post, List<OfficerAppointment> others)
    {
        var term = row.Term!.Value;
        if (Same(row, others) is { } same)
        {
            var merged = row.Over(same.Content);
            var changeable = same.Content with { Office = merged.Office, Phone = merged.Phone, OtherPosts = merged.OtherPosts };
            if (merged != changeable || (same.FilingNumber is { } number && number != row.FilingNumber))
                return Reject(row, unit, RosterField.PersonName, "DiffersFromKnown", $"系统中已有{same.Content.PersonName}的这次任职（{same.State.ChineseName()}{(same.FilingNumber is null ? null : $"，备案号 {same.FilingNumber}")}），任命文件、任期、级别或备案号与本行不同。请核对；确需更正的，在那一件上办理。");
            return new RosterMatch(row, changeable == same.Content ? ImportFate.Unchanged : same.IsHolding ? ImportFate.Update : ImportFate.Unchanged, unit, same);
        }

        var overlapping = others.Find(a => (post != DataPost.Deputy || a.Content.PersonName == row.Content.PersonName) && a.Term is { } held && new Term(held.From, a.IsHolding ? null : held.To).Overlaps(term));
        return overlapping is null
            ? new RosterMatch(row, ImportFate.New, unit, null)
            : Reject(row, unit, RosterField.EffectiveFrom, "TermOverlaps", $"「{unit.Name}」的{post.ChineseName()}自 {overlapping.Content.EffectiveFrom:yyyy-MM-dd} 起由{overlapping.Content.PersonName}担任{(overlapping.EndedOn is { } end ? $"，到 {end:yyyy-MM-dd} 为止" : string.Empty)}，与本行的任期重叠。请核对任期；现任已离任的，请先在那一件上办理免去。");
    }

    private RosterMatch Reject(RosterRow row, Organisation unit, RosterField field, string code, string sentence)
    {
        Fail(row, field, code, sentence);
        return new RosterMatch(row, ImportFate.Rejected, unit, null);
    }

    private bool Failed(RosterRow row) => _failed.Contains((row.Sheet, row.Number));

    /// <summary>A cell that could not be read is not also told that it is blank.</summary>
    private bool Told(RosterRow row, RosterField field) =>
        Failed(row) && reading.HeaderOf(row).Columns.TryGetValue(field, out var column) && reading.Errors.Exists(e => e.Sheet == row.Sheet && e.Row == row.Number && e.Column == column + 1);

    private void Fail(RosterRow row, RosterField field, string code, string sentence)
    {
        _failed.Add((row.Sheet, row.Number));
        reading.Fail(row, field, code, sentence);
    }
}
