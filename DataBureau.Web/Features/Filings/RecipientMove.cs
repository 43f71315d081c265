using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Filings;

/// <summary>Who receives what follows from the responsibilities: the preview says it, and there is nothing to be moved.</summary>
internal sealed class RecipientMove(PolicyLibrary policies, TimeProvider clock) : OrganisationMove
{
    public override int Order => 90;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        if (shift.Handed == Responsibilities.None)
            return [];
        var names = shift.From.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        var table = await RecipientTable.ReadAsync(db, policies, db.Regions.AsNoTracking(), ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken);
        var region = shift.From[0].RegionCode;
        var received = table.Where(r => r.Recipient is { } recipient && names.Contains(recipient) && (r.To & shift.Handed) != Responsibilities.None && RegionCodes.Contains(region, r.RegionCode)).ToList();
        return Lines(new MoveLine("备案接收", "由其接收备案的辖区事项", received.Count, shift.To is null ? MoveFate.Ends : MoveFate.Moves,
            shift.To is null ? "没有其他单位承担这项职责的，暂时不能报备。" : "以后报来的由承接单位接收。", IsWork: false));
    }

    public override Task MoveAsync(BureauDbContext db, MoveAct act) => Task.CompletedTask;
}
