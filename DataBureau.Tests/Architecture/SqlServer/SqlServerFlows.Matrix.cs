using DataBureau.Domain.Access;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Plans;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task MatrixAsync(SqlServerWorkbench w)
    {
        foreach (var (role, scope) in new[] { (Role.Leader, GrantScope.Region), (Role.Leader, GrantScope.All), (Role.Liaison, GrantScope.Organisation), (Role.FilingOfficer, GrantScope.Organisation) })
        {
            w.Become(role, scope);
            foreach (var filter in new[] { new PlanMatrixFilter(), new PlanMatrixFilter(SqlServerWorkbench.Region, RegionLevel.Province) })
                Assert.Single((await w.Get<PlanMatrixService>().ReadAsync(filter, PlanPermissions.View, default)).Groups);
        }
    }

    private static async Task FilingRecipientsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<FilingRecipientService>();
        var content = new FilingRecipientContent("P02", SqlServerWorkbench.Region, RegionLevel.City, 2026, Responsibilities.DataAuthority, "职责划转");
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.SystemAdmin, scope);
            await service.ListAsync(new RecipientFilter("数据%", "P02", SqlServerWorkbench.Region, RegionLevel.City, RecipientStatus.Missing), default);
            await service.SettingsAsync(default);
            await service.OptionsAsync(default);
        }

        w.Become(Role.SystemAdmin, GrantScope.All);
        await service.CreateAsync(content);
        w.Samples.Put(new FilingRecipientSetting { Id = Guid.NewGuid(), Matter = "P02", RegionCode = SqlServerWorkbench.Region, Level = RegionLevel.City, FromYear = 2026, To = Responsibilities.IndustryAuthority, Reason = "职责划转" });
        await AskAsync(() => service.FindAsync(Guid.NewGuid(), default));
        await AskAsync(() => service.EditAsync(Guid.NewGuid(), 1, content));
        await AskAsync(() => service.RemoveAsync(Guid.NewGuid(), 1, "恢复"));
    }
}
