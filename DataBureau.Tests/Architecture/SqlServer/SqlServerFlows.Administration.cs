using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Users;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task OrganisationsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<OrganisationService>();
        var everything = new OrganisationFilter { Search = "数据%", RegionCode = "140100", Kind = OrganisationKind.PublicUtility, Responsibility = Responsibilities.DataAuthority, Status = OrganisationStatus.Abolished, Skip = 20 };
        var none = new OrganisationFilter();
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.SystemAdmin, scope);
            foreach (var filter in new[] { none, everything, none with { Sort = "name" }, none with { Sort = "code", Descending = true }, none with { Status = OrganisationStatus.Live } })
                await AskAsync(() => service.ListAsync(filter, default));
            await service.RegionsAsync(default);
        }

        w.Become(Role.SystemAdmin, GrantScope.All);
        var (organisation, content) = (w.Organisation, new OrganisationContent { Name = "山西省档案局", RegionCode = SqlServerWorkbench.Region });
        await AskAsync(() => service.FindAsync(organisation.Id, default));
        await AskAsync(() => service.CreateAsync(content));
        await AskAsync(() => service.CreateAsync(content with { Code = "11140000990000017J", Responsibilities = Responsibilities.DataAuthority }));
        await AskAsync(() => service.EditAsync(organisation.Id, organisation.Version, content));
        await AskAsync(() => service.AbolishAsync(organisation.Id, organisation.Version, "职能划转"));
        await AskAsync(() => service.RestoreAsync(organisation.Id, organisation.Version, "恢复"));
    }

    private static async Task LookupAsync(SqlServerWorkbench w)
    {
        w.Become(Role.SecurityAdmin, GrantScope.Region);
        await w.Get<OrganisationLookup>().SearchAsync(AdministrationPermissions.Users, "民政", default);
        await w.Get<OrganisationLookup>().SearchAsync(AdministrationPermissions.Users, null, default);
    }

    private static async Task UsersAsync(SqlServerWorkbench w)
    {
        var service = w.Get<UserService>();
        var everything = new UserFilter { Search = "某人", OrganisationId = w.Organisation.Id, Role = Role.Liaison, Status = UserStatus.Locked, Skip = 20 };
        var none = new UserFilter();
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.SecurityAdmin, scope);
            foreach (var filter in new[] { none, everything, none with { Sort = "name" }, none with { Sort = "user", Descending = true }, none with { Status = UserStatus.Disabled }, none with { Status = UserStatus.Normal } })
                await AskAsync(() => service.ListAsync(filter, default));
            await service.OrganisationsAsync(default);
        }

        w.Become(Role.SystemAdmin, GrantScope.All);
        await service.CreateAsync("newcomer", "新人", w.Organisation.Id);
        await service.EditAsync(w.UserId, "stamp", "改名", w.Organisation.Id);
    }

    private static async Task AccountsAsync(SqlServerWorkbench w)
    {
        w.Become(Role.SecurityAdmin, GrantScope.All);
        Assert.NotNull(await w.Get<UserCase>().FindAsync(w.UserId, default));
        var access = w.Get<UserAccess>();
        // On one's own account each is refused, after everything it asks of the database to know so.
        await access.GrantAsync(w.UserId, "stamp", w.Organisation.Id, Role.Liaison, GrantScope.Organisation);
        await access.RevokeAsync(w.UserId, "stamp", Guid.NewGuid());
        await access.DisableAsync(w.UserId, "stamp");
        await access.EnableAsync(w.UserId, "stamp");
        await access.UnlockAsync(w.UserId, "stamp");
        await access.ResetPasswordAsync(w.UserId, "stamp");
    }

    private static async Task InstallAsync(SqlServerWorkbench w)
    {
        var content = new OrganisationContent { Name = "山西省数据局", RegionCode = SqlServerWorkbench.Region, Responsibilities = Responsibilities.DataAuthority };
        Assert.NotNull((await w.Get<Installation>().RunAsync(content)).Refusal);
        w.Samples.Remove<DataBureau.Web.Identity.BureauUser>();
        await w.Get<Installation>().RunAsync(content);
    }

    /// <summary>The sample rows cannot fill computed columns; the statement is what is looked at, and it has been taken down by then.</summary>
    private static async Task AskAsync(Func<Task> question)
    {
        try
        {
            await question();
        }
        catch (InvalidOperationException ex) when (ex.Message.StartsWith("Nullable object", StringComparison.Ordinal) || ex.Message.StartsWith("Sequence contains no", StringComparison.Ordinal))
        {
            // As expected of the sample rows.
        }
    }
}
