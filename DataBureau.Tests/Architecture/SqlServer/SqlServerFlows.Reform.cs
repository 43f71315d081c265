using DataBureau.Domain.Access;
using DataBureau.Domain.Dictionaries;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Administration;
using DataBureau.Web.Features.Dictionaries;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Jurisdictions;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Features.Users.Import;
using DataBureau.Web.Features.Users.Matrix;
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
                await AskAsync(() => move.CountAsync(db, shift, default));
                await AskAsync(() => move.ClashesAsync(db, shift, default));
                await AskAsync(() => move.MoveAsync(db, new MoveAct(actor, DateTimeOffset.UnixEpoch, shift, "晋编〔2026〕1号")));
            }
    }

    private static async Task StandingAsync(SqlServerWorkbench w)
    {
        w.Samples.Remove<UserGrant>();
        await w.Get<AccountStanding>().ReadAsync(default);
    }

    private static async Task GrantMatrixAsync(SqlServerWorkbench w)
    {
        var service = w.Get<GrantMatrixService>();
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.SecurityAdmin, scope);
            foreach (var filter in new[] { new GrantFilter(), new GrantFilter { Search = "某%", RegionCode = SqlServerWorkbench.Region, Role = Role.Liaison, Skip = 20 } })
            {
                await service.ListAsync(filter, default);
                await service.GapsAsync(filter, default);
            }
        }

        await service.RegionsAsync(default);
    }

    private static async Task PeopleImportAsync(SqlServerWorkbench w)
    {
        foreach (var (role, titles, row) in new (Role, string[], string?[])[] { (Role.SystemAdmin, ["用户名", "姓名", "单位"], ["newcomer", "新人", w.Organisation.Name]), (Role.SecurityAdmin, ["用户名", "授权单位", "角色"], ["someone", w.Organisation.Name, "领导"]) })
        {
            w.Become(role, GrantScope.All);
            var path = Path.Combine(Path.GetTempPath(), $"people-{Guid.NewGuid():N}.xlsx");
            await File.WriteAllBytesAsync(path, await DataBureau.Tests.Excel.Workbooks.WriteAsync(new DataBureau.Web.Excel.XlsxTable<string?[]>("名单", [.. titles.Select((t, i) => DataBureau.Web.Excel.XlsxColumn<string?[]>.Text(t, 20, r => r[i]))]), [row]));
            var request = new DataBureau.Web.Features.Catalogue.Import.ImportRequest(path, "名单.xlsx", w.Organisation.Id);
            var import = w.Get<PeopleImportService>();
            await AskAsync(async () => _ = role == Role.SystemAdmin ? await import.AccountsAsync(request, null, default) : await import.GrantsAsync(request, ImportAcceptance.Good, default));
        }
    }

    private static async Task JurisdictionsAsync(SqlServerWorkbench w)
    {
        var service = w.Get<JurisdictionService>();
        foreach (var scope in new[] { GrantScope.Region, GrantScope.All })
        {
            w.Become(Role.SystemAdmin, scope);
            await AskAsync(() => service.ListAsync(default));
            await service.OptionsAsync(default);
        }

        foreach (var section in Enum.GetValues<PolicySection>())
            await AskAsync(() => service.PreviewAsync(new PolicySwitchContent(SqlServerWorkbench.Region, section, "350000", new DateOnly(2026, 1, 1), "晋政发〔2026〕1号", null), default));
        var content = new PolicySwitchContent(SqlServerWorkbench.Region, PolicySection.Sharing, "350000", new DateOnly(2026, 1, 1), "晋政发〔2026〕1号", null);
        var proposed = PolicySwitch.Propose(Guid.NewGuid(), content, new Actor(Guid.NewGuid(), "另一人", w.Organisation.Id, w.Organisation.Name, []), DateTimeOffset.UnixEpoch);
        w.Samples.Put(proposed);
        await AskAsync(() => service.ProposeAsync(content));
        await AskAsync(() => service.WithdrawAsync(proposed.Id, proposed.Version));
        w.Become(Role.SecurityAdmin, GrantScope.All);
        await AskAsync(() => service.FindAsync(proposed.Id, default));
        await AskAsync(() => service.DecideAsync(proposed.Id, proposed.Version, true, null));
        await w.Get<PolicySource>().RefreshAsync(default);
    }

    private static async Task DictionariesAsync(SqlServerWorkbench w)
    {
        w.Become(Role.SystemAdmin, GrantScope.All);
        var service = w.Get<DictionaryService>();
        await AskAsync(() => service.AddAsync(LocalList.Theme, "医疗卫生"));
        var item = new DictionaryItem { Id = Guid.NewGuid(), List = LocalList.Theme, Text = "医疗卫生", TextKey = "医疗卫生", Position = 1 };
        w.Samples.Put(item);
        foreach (var list in Enum.GetValues<LocalList>())
        {
            await AskAsync(() => service.ListAsync(list, default));
            await service.WordsAsync(list, default);
        }

        await AskAsync(() => service.MoveAsync(item.Id, item.Version, true));
        await AskAsync(() => service.MoveAsync(item.Id, item.Version, false));
        await AskAsync(() => service.SwitchAsync(item.Id, item.Version, false));
        await AskAsync(() => service.DeleteAsync(item.Id, item.Version));
    }

    private static async Task AttentionAsync(SqlServerWorkbench w)
    {
        foreach (var role in Roles.Administrators)
        {
            w.Become(role, GrantScope.Region);
            await AskAsync(() => w.Get<AttentionService>().ReadAsync(default));
        }
    }
}
