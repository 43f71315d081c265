using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static readonly OfficerContent OfficerText = new()
    {
        PersonName = "某人", Office = "副局长", Rank = PersonRank.DeputyHead, Phone = "13800000000", OtherPosts = "无", DocumentNumber = "某发〔2026〕1号", DocumentDate = new DateOnly(2026, 1, 1), EffectiveFrom = new DateOnly(2026, 1, 1), TermEndsOn = new DateOnly(2028, 12, 31),
    };

    private static readonly string[] OfficerAddresses =
    [
        "", "?q=张%_[", "?state=Filed.Appointed", "?post=Deputy", "?region=140100", "?region=000000", "?kind=PublicUtility", "?q=张&state=Filed&post=Steward&region=140100&kind=Government&phones=1",
        .. Enum.GetNames<RosterView>().Select(v => $"?view={v}"),
        .. from sort in new[] { nameof(OfficerContent.PersonName), nameof(OfficerAppointment.RegionCode), nameof(OfficerContent.EffectiveFrom), nameof(OfficerContent.TermEndsOn), nameof(OfficerAppointment.UpdatedAt) } from down in new[] { "", "&desc=1" } select $"?sort={sort}{down}",
    ];

    private static async Task OfficersAsync(SqlServerWorkbench w)
    {
        var service = w.Get<OfficerService>();
        var officer = PutOfficer(w);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var filter in OfficerAddresses.Select(a => OfficerFilter.Read(ListQuery.Parse(a))))
            {
                Assert.Single((await service.ListAsync(filter, default)).Rows);
                Assert.Single(await service.StreamAsync(filter, default).ToListAsync());
            }

            Assert.NotEmpty((await service.ListOptionsAsync(default)).Regions);
            await service.NextAsync(Guid.NewGuid(), default);
            Assert.NotNull(await service.RevealPhoneAsync(officer.Id));
        }

        w.Become(Role.Liaison);
        Assert.NotNull(await service.OptionsAsync(default));
        Assert.Equal(officer.Id, (await service.FindAsync(officer.Id, default))?.Id);
        Assert.IsType<Outcome<OfficerDetailView>.Done>(await service.SaveAsync(officer.Id, officer.Version, officer.Content with { Office = "局长" }));
        Assert.IsType<Outcome<OfficerDetailView>.Conflict>(await service.SaveAsync(officer.Id, officer.Version + 1, officer.Content));
        Assert.IsType<Outcome<OfficerDetailView>.Done>(await service.CreateAsync(w.Organisation.Id, DataPost.Deputy, OfficerText));
        w.Become(Role.FilingOfficer);
        foreach (var (way, act) in new (OfficerAction[], OfficerAction)[] { ([OfficerAction.Appoint, OfficerAction.SendForFiling], OfficerAction.RequestSupplement), ([OfficerAction.Appoint, OfficerAction.SendForFiling, OfficerAction.Accept], OfficerAction.Record) })
        {
            officer = PutOfficer(w, way);
            Assert.IsType<Outcome<OfficerDetailView>.Done>(await service.ActAsync(officer.Id, officer.Version, act, "按规定办理。", [new FieldRemark(OfficerFields.DocumentSlot, "请补交。")]));
        }

        w.Become(Role.DepartmentHead);
        officer = PutOfficer(w, OfficerAction.Appoint);
        Assert.IsType<Outcome<OfficerDetailView>.Done>(await service.ActAsync(officer.Id, officer.Version, OfficerAction.Remove, "调离。", [.. new OfficerRemoval(null, "某免〔2026〕1号", new DateOnly(2026, 10, 1)).ToRemarks()]));
    }

    private static async Task CoverageAsync(SqlServerWorkbench w)
    {
        var service = w.Get<CoverageService>();
        PutOfficer(w, OfficerAction.Appoint);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Leader, scope);
            Assert.NotEmpty(await service.RegionsAsync(default));
            foreach (var address in new[] { "", "?post=Deputy", "?kind=PublicUtility", "?region=140000&own=1", "?q=局&sort=Name", "?sort=Name&desc=1", "?sort=RegionCode&desc=1" })
            {
                var filter = CoverageFilter.Read(ListQuery.Parse(address));
                Assert.NotNull(await service.ReadAsync(filter, OfficerPermissions.View, default));
                await service.StreamAsync(filter, default).ToListAsync();
                foreach (var figure in Enum.GetValues<CoverageFigure>())
                {
                    await service.ListAsync(filter with { Figure = figure }, default);
                    await service.StreamUnitsAsync(filter with { Figure = figure }, default).ToListAsync();
                }
            }
        }
    }

    private static async Task UnitPostsAsync(SqlServerWorkbench w)
    {
        PutOfficer(w, OfficerAction.Appoint);
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Liaison, scope);
            Assert.NotNull(await w.Get<UnitPostService>().FindAsync(w.Organisation.Id, default));
        }

        await using var db = w.OpenDb();
        await UnitPostService.VacanciesAsync(db, PolicyLibrary.Embedded, [w.Organisation.Id], default);
    }

    private static async Task OfficerSchemesAsync(SqlServerWorkbench w)
    {
        var service = w.Get<OfficerSchemeService>();
        PostScheme line = new([OrganisationKind.GovernmentDepartment], true, [DataPost.Steward]);
        w.Become(Role.SystemAdmin, GrantScope.Region);
        Assert.NotEmpty((await service.ListAsync(new ListQuery(), default)).Rows);
        Assert.NotEmpty(await service.StreamAsync(new ListQuery(), default).ToListAsync());
        Assert.IsType<Outcome<SchemeRow>.Done>(await service.SaveAsync(SqlServerWorkbench.Region, 0, SchemeChoice.Require, [line], "局务会"));
        w.Samples.Put(new OfficerSchemeSetting { Id = Guid.NewGuid(), RegionCode = SqlServerWorkbench.Region, Stance = OfficerStance.Promoted, Lines = [line], Reason = "局务会" });
        Assert.IsType<Outcome<SchemeRow>.Done>(await service.SaveAsync(SqlServerWorkbench.Region, 1, SchemeChoice.Encourage, [line], "局务会"));
        Assert.IsType<Outcome<SchemeRow>.Done>(await service.SaveAsync(SqlServerWorkbench.Region, 1, SchemeChoice.Inherit, [], null));
        Assert.IsType<Outcome<SchemeRow>.Conflict>(await service.SaveAsync(SqlServerWorkbench.Region, 7, SchemeChoice.Inherit, [], null));
    }

    /// <summary>An appointment of the workbench's own body, filed with itself by other people. A deputy's: with a sample in the table every post of one holder is taken.</summary>
    private static OfficerAppointment PutOfficer(SqlServerWorkbench w, params ReadOnlySpan<OfficerAction> acts)
    {
        var officer = OfficerAppointment.Nominate(Guid.NewGuid(), w.Organisation.Id, SqlServerWorkbench.Region, DataPost.Deputy, OfficerText, Somebody(w), DateTimeOffset.UnixEpoch);
        var office = new FilingRecipient(w.Organisation.Id, w.Organisation.Name, Abolished: false);
        officer.Know(new OfficerFacts { UnitName = w.Organisation.Name, Filing = FilingFacts.None with { RecipientNow = office, Recipient = office }, Materials = new HashSet<string>([OfficerFields.DocumentSlot], StringComparer.Ordinal) });
        foreach (var act in acts)
            Assert.IsType<Decision<OfficerState>.Accepted>(officer.Act(act, "按规定办理。", new GuardContext(Somebody(w), PolicyLibrary.Embedded.For(SqlServerWorkbench.Region), new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))));
        w.Samples.Put(officer, new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = OfficerCase.FilingNumbers.Code, Year = 2026 });
        return officer;
    }
}
