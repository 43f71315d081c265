using DataBureau.Domain.Access;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly NumberMatter Matter = new("CSBA", "测试备案", "plan");

    private static async Task LedgerAsync(SqlServerWorkbench w)
    {
        w.Become(Role.Reviewer, GrantScope.Region);
        await using var db = w.OpenDb();
        var actor = (await db.ReadActorAsync(w.UserId, default))!;
        await using var transaction = await db.Database.BeginTransactionAsync();
        w.Samples.Put(new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = Matter.Code, Year = 2026 });
        var ledger = w.Get<NumberLedger>();
        await ledger.IssueAsync(db, Matter, SqlServerWorkbench.Region, "plan", Guid.NewGuid(), "某规划", actor, DateTimeOffset.UnixEpoch);
        // A series that is not there is opened.
        w.Log.RowsAffected = 0;
        await ledger.TakeAsync(db, Matter, SqlServerWorkbench.Region, DateTimeOffset.UnixEpoch);
        w.Log.RowsAffected = 1;
        w.Samples.Put(Reserved(actor));
        await NumberLedger.ChoiceAsync(db, Matter, w.Organisation.Id, DateTimeOffset.UnixEpoch, default);
        await ledger.IssueAsync(db, Matter, SqlServerWorkbench.Region, "plan", Guid.NewGuid(), "某规划", actor, DateTimeOffset.UnixEpoch, Guid.NewGuid());
    }

    private static async Task NumbersAsync(SqlServerWorkbench w)
    {
        NumberMatter[] matters = [Matter];
        var service = ActivatorUtilities.CreateInstance<NumberService>(w.Services, (object)matters);
        var everything = new NumberFilter { Search = "规划%", RegionCode = "140100", MatterCode = Matter.Code, Year = 2026, State = NumberState.Voided, Skip = 20 };
        var none = new NumberFilter();
        w.Samples.Put(new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = Matter.Code, Year = 2026 });
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var filter in new[] { none, everything, none with { Sort = "number" }, none with { Sort = "at" }, none with { Sort = "at", Descending = true } })
            {
                await AskAsync(() => service.ListAsync(filter, default));
                await AskAsync(async () => await service.StreamAsync(filter, default).ToListAsync());
                await AskAsync(() => service.SeriesAsync(filter, default));
            }

            await service.OptionsAsync(default);
        }

        await using (var db = w.OpenDb())
        {
            foreach (var holder in w.Services.GetServices<NumberHolder>())
                await AskAsync(() => holder.FindTitle(db, Guid.NewGuid(), "140100-GHBA-2026-0001"));
        }

        await AskAsync(() => service.ReserveAsync(Guid.NewGuid(), Matter.Code, SqlServerWorkbench.Region, "纸质材料"));
        w.Samples.Put(Reserved(new Actor(w.UserId, "某人", w.Organisation.Id, w.Organisation.Name, [])));
        Assert.IsType<Outcome<NumberRow>.Conflict>(await service.VoidAsync(Guid.NewGuid(), 7, "重复"));
        Assert.IsType<Outcome<NumberRow>.Done>(await service.VoidAsync(Guid.NewGuid(), 1, "重复"));
    }

    private static LedgerEntry Reserved(Actor actor) => LedgerEntry.Reserve(Guid.NewGuid(), new LedgerNumber(SqlServerWorkbench.Region, Matter.Code, 2026, 1), "纸质材料", actor, DateTimeOffset.UnixEpoch);
}
