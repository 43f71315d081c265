using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task ReformAsync(SqlServerWorkbench w)
    {
        w.Become(Role.SystemAdmin, GrantScope.All);
        w.PutEntry();
        var service = w.Get<OrganisationChangeService>();
        var change = new OrganisationChange { OrganisationId = w.Organisation.Id, SuccessorId = Guid.NewGuid(), EffectiveOn = new DateOnly(2026, 3, 1), DocumentNumber = "晋编〔2026〕1号", NewName = "山西省数据管理局", Duties = Responsibilities.DataAuthority };
        foreach (var kind in Enum.GetValues<OrganisationChangeKind>())
            await AskAsync(() => service.PreviewAsync(change with { Kind = kind, Others = kind == OrganisationChangeKind.Merge ? [Guid.NewGuid()] : [] }, default));
        await AskAsync(() => service.SurroundingsAsync(w.Organisation.Id, default));
        await AskAsync(() => service.ApplyAsync(change with { Kind = OrganisationChangeKind.Rename }, new Dictionary<Guid, int> { [w.Organisation.Id] = 1 }));
        await AskAsync(() => service.ApplyAsync(change with { Kind = OrganisationChangeKind.Abolish, SuccessorId = null }, new Dictionary<Guid, int> { [w.Organisation.Id] = w.Organisation.Version }));

        // A table has one row here, so no change finds a second body: the features are asked themselves.
        var to = new Organisation { Id = Guid.NewGuid(), Code = "140000LS000009", Name = "承接单位", NameKey = "承接单位", Kind = OrganisationKind.GovernmentDepartment, RegionCode = SqlServerWorkbench.Region };
        var actor = new Actor(w.UserId, "某人", w.Organisation.Id, w.Organisation.Name, []);
        foreach (var duties in new Responsibilities?[] { null, Responsibilities.DataAuthority | Responsibilities.GovInfoAuthority })
            foreach (var move in w.Services.GetServices<OrganisationMove>())
            {
                await using var db = w.OpenDb();
                var shift = new OrganisationShift([w.Organisation], to, duties);
                await move.CountAsync(db, shift, default);
                await move.ClashesAsync(db, shift, default);
                await AskAsync(() => move.MoveAsync(db, new MoveAct(actor, DateTimeOffset.UnixEpoch, shift, "晋编〔2026〕1号")));
            }
    }

    private static async Task StandingAsync(SqlServerWorkbench w)
    {
        w.Samples.Remove<UserGrant>();
        await w.Get<AccountStanding>().ReadAsync(default);
    }
}
