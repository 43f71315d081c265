using System.Reflection;
using System.Security.Claims;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Account;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Audit.Sealing;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Exports;
using DataBureau.Web.Features.Dashboard;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.DigitalBases;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Features.ChiefDataOfficers.Import;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.ChiefDataOfficers.Training;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Features.Users.Matrix;
using DataBureau.Web.Features.Users.Import;
using DataBureau.Web.Features.Jurisdictions;
using DataBureau.Web.Features.Dictionaries;
using DataBureau.Web.Features.Administration;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Features.Users;
using DataBureau.Web.Files;
using DataBureau.Web.Forms;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Seed;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Architecture.SqlServer;

/// <summary>What the program asks its database, service by service. A service that opens contexts is walked here, under its own name.</summary>
internal static partial class SqlServerFlows
{
    public static readonly IReadOnlyDictionary<string, Func<SqlServerWorkbench, Task>> All = new Dictionary<string, Func<SqlServerWorkbench, Task>>(StringComparer.Ordinal)
    {
        [nameof(CatalogueService)] = CatalogueAsync,
        [nameof(TallyCompactor)] = CompactAsync,
        [nameof(TallyCheck)] = TalliesAsync,
        [nameof(DashboardService)] = DashboardAsync,
        [nameof(BriefService)] = BriefAsync,
        [nameof(PlaceNames)] = async w => Assert.Equal(("山西省", w.Organisation.Name), await w.Get<PlaceNames>().FindAsync(SqlServerWorkbench.Region, w.Organisation.Id, default)),
        [nameof(WorkflowRunner)] = ActsAsync,
        [nameof(ImportService)] = ImportAsync,
        [nameof(AttachmentUpload)] = UploadAsync,
        [nameof(AttachmentService)] = AttachmentsAsync,
        [nameof(EditBuffers)] = EditBuffersAsync,
        [nameof(ContentVerifier)] = async w => Assert.Equal(0, (await w.Get<ContentVerifier>().VerifyAsync(default)).Contents),
        [nameof(CurrentActor)] = async w => Assert.NotEmpty((await w.Get<CurrentActor>().GetAsync())!.Grants),
        [nameof(BureauAuthenticationStateProvider)] = RevalidateAsync,
        [nameof(BureauPrincipalFactory)] = async w => Assert.Contains((await w.Get<IUserClaimsPrincipalFactory<BureauUser>>().CreateAsync(new BureauUser { Id = w.UserId, UserName = "someone", DisplayName = "某人", OrganisationId = w.Organisation.Id, SecurityStamp = "stamp" })).Claims, c => c.Value == w.Organisation.Name),
        [nameof(AccountService)] = AccountAsync,
        [nameof(ReviewService)] = ReviewAsync,
        [nameof(InboxService)] = InboxAsync,
        [nameof(InboxBatchService)] = InboxBatchAsync,
        [nameof(BatchRunner)] = InboxBatchAsync,
        [nameof(DoneService)] = DoneAsync,
        [nameof(StartedService)] = StartedAsync,
        [nameof(CopiesService)] = CopiesAsync,
        [nameof(CopyService)] = CopyAsync,
        [nameof(ImportSessions)] = ImportSessionsAsync,
        [nameof(AuditService)] = AuditAsync,
        [nameof(AuditSealer)] = SealAsync,
        [nameof(AuditVerifier)] = VerifyAsync,
        [nameof(AuditVerification)] = VerifiedAsync,
        [nameof(DemoSeed)] = SeedAsync,
        [nameof(OrganisationService)] = OrganisationsAsync,
        [nameof(OrganisationLookup)] = LookupAsync,
        [nameof(OrganisationChangeService)] = ReformAsync,
        [nameof(AccountStanding)] = StandingAsync,
        [nameof(GrantMatrixService)] = GrantMatrixAsync,
        [nameof(PeopleImportService)] = PeopleImportAsync,
        [nameof(PolicySource)] = async w => await w.Get<PolicySource>().RefreshAsync(default),
        [nameof(JurisdictionService)] = JurisdictionsAsync,
        [nameof(DictionaryService)] = DictionariesAsync,
        [nameof(AttentionService)] = AttentionAsync,
        [nameof(UserService)] = UsersAsync,
        [nameof(UserCase)] = AccountsAsync,
        [nameof(Installation)] = InstallAsync,
        [nameof(NumberLedger)] = LedgerAsync,
        [nameof(NumberService)] = NumbersAsync,
        [nameof(ImplementationPlanService)] = ImplementationPlansAsync,
        [nameof(DigitalBaseService)] = DigitalBasesAsync,
        [nameof(PlanMatrixService)] = MatrixAsync,
        [nameof(FilingRecipientService)] = FilingRecipientsAsync,
        [nameof(PlanService)] = PlansAsync,
        [nameof(OfficerService)] = OfficersAsync,
        [nameof(CoverageService)] = CoverageAsync,
        [nameof(UnitPostService)] = UnitPostsAsync,
        [nameof(OfficerSchemeService)] = OfficerSchemesAsync,
        [nameof(ProjectService)] = ProjectsAsync,
        [nameof(ProjectDataService)] = ProjectDataAsync,
        [nameof(ProjectImportService)] = ProjectImportAsync,
        [nameof(AnnualPlanService)] = AnnualPlansAsync,
        [nameof(AnnualPlanListService)] = AnnualPlanListAsync,
        [nameof(ComponentService)] = ComponentsAsync,
        [nameof(ConsultationService)] = ConsultationsAsync,
        [nameof(ConsultationConvening)] = ConveningAsync,
        [nameof(ConsultationAnswers)] = AnswersAsync,
        [nameof(ConsultationReadings)] = ReadingsAsync,
        [nameof(OpinionService)] = OpinionsAsync,
        [nameof(EscalationOffices)] = async w => Assert.NotEmpty(await Convening(w).Get<EscalationOffices>().ForAsync(SqlServerWorkbench.Region, default)),
        [nameof(ConsultationSettingService)] = SilenceAsync,
        [nameof(RosterImportService)] = RosterAsync,
        [nameof(IndicatorSetService)] = IndicatorsAsync,
        [nameof(EvaluationService)] = EvaluationsAsync,
        [nameof(MeetingService)] = MeetingsAsync,
        [nameof(TrainingService)] = TrainingsAsync,
        [nameof(CalendarService)] = CalendarAsync,
        [nameof(TimeLimitService)] = TimeLimitsAsync,
        [nameof(Reminders)] = RemindersAsync,
        [nameof(NotificationService)] = NotificationsAsync,
        [nameof(NotificationSettingService)] = NotificationSettingsAsync,
        [nameof(NotificationSweep)] = async w => await w.Get<NotificationSweep>().RunOnceAsync(default),
        [nameof(NodeWatch)] = WatchAsync,
        [nameof(ExportService)] = ExportsAsync,
    };

    private static async Task CatalogueAsync(SqlServerWorkbench w)
    {
        var entry = w.PutEntry();
        var catalogue = w.Get<CatalogueService>();
        foreach (var scope in Enum.GetValues<GrantScope>())
        {
            w.Become(Role.Reviewer, scope);
            foreach (var filter in Filters())
                Assert.Equal((1, entry.Id), await catalogue.ListAsync(filter, default) is { Rows: [var row], Total: var total } ? (total, row.Id) : default);
        }

        Assert.Equal(entry.Id, Assert.Single(await catalogue.ListRefsAsync(new CatalogueFilter(), default)).Id);
        Assert.Single(await catalogue.StreamAsync(new CatalogueFilter(), default).ToListAsync());
        w.Become(Role.Liaison);
        Assert.Equal(1, (await catalogue.ActManyAsync([new EntryRef(entry.Id, entry.Version, entry.Content.Name, entry.State, entry.Location)], CatalogueAction.Discard, null)).DoneCount);
        Assert.Equal(entry.Id, (await catalogue.FindAsync(entry.Id, default))?.Id);
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await catalogue.CreateAsync(Contents.Complete()));
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await catalogue.SaveAsync(entry.Id, entry.Version, entry.Content with { Abstract = "改过的摘要。" }));
        Assert.IsType<Outcome<CatalogueDetailView>.Conflict>(await catalogue.SaveAsync(entry.Id, entry.Version + 1, entry.Content));
        w.Samples.Put(CatalogueEntry.Draft(entry.Id, w.Organisation.Id, SqlServerWorkbench.Region, null, Contents.Complete(), new Actor(Guid.NewGuid(), "某人", w.Organisation.Id, "某单位", []), DateTimeOffset.UnixEpoch));
        Assert.Equal(w.Organisation.Name, (await catalogue.FindAsync(entry.Id, default))?.AuthorityName);
    }

    private static readonly ListNarrowing Narrow = new() { RegionCode = "140100", Own = true, OrganisationId = Guid.NewGuid(), From = new DateOnly(2026, 11, 1), To = new DateOnly(2026, 11, 20), DueBefore = new DateOnly(2026, 11, 20) };

    private static IEnumerable<CatalogueFilter> Filters()
    {
        var everything = new CatalogueFilter
        {
            Search = "养老%_[", States = [CatalogueState.Draft, CatalogueState.Published], ProviderId = Guid.NewGuid(), RegionCode = "140100", Sharing = SharingAttribute.Conditional,
            Opening = OpeningType.NotOpened, UpdateFrequency = UpdateFrequency.Daily, PackageId = Guid.NewGuid(), AuthorityId = Guid.NewGuid(),
        };
        var none = new CatalogueFilter();
        return
        [
            none, everything, none with { Search = everything.Search }, none with { States = everything.States }, none with { ProviderId = everything.ProviderId }, none with { RegionCode = everything.RegionCode }, none with { RegionCode = RegionCodes.Nation }, none with { RegionCode = "140100", Narrow = Narrow }, none with { Narrow = Narrow, Timely = true }, none with { Narrow = Narrow, Timely = false }, none with { SharingUnset = true, OpeningUnset = true }, none with { HeadsOnly = true },
            none with { Sharing = everything.Sharing }, none with { Opening = everything.Opening }, none with { UpdateFrequency = everything.UpdateFrequency }, none with { PackageId = everything.PackageId }, none with { AuthorityId = everything.AuthorityId },
            .. from sort in new[] { nameof(CatalogueContent.Name), nameof(CatalogueContent.Code), nameof(CatalogueEntry.SubmittedAt), nameof(CatalogueEntry.UpdatedAt), nameof(CatalogueEntry.State), nameof(CatalogueEntry.ProviderId), nameof(ReviewRow.Deadline) } from down in new[] { false, true } select none with { Sort = sort, Descending = down },
        ];
    }

    private static async Task ActsAsync(SqlServerWorkbench w)
    {
        const CatalogueAction S = CatalogueAction.Submit, A = CatalogueAction.Approve, P = CatalogueAction.Publish, V = CatalogueAction.Revise;
        foreach (var (role, way, act) in new (Role, CatalogueAction[], CatalogueAction)[]
        {
            (Role.Liaison, [], S), (Role.Liaison, [], CatalogueAction.Discard), (Role.Liaison, [S], CatalogueAction.Withdraw), (Role.DepartmentHead, [S], A), (Role.DepartmentHead, [S], CatalogueAction.Return),
            (Role.Reviewer, [S, A], A), (Role.Reviewer, [S, A, A], P), (Role.Liaison, [S, A, A, P], V), (Role.Reviewer, [S, A, A, P], CatalogueAction.Retire),
            (Role.Reviewer, [S, A, A, P, V, S, A, A], P), (Role.Liaison, [S, A, A, P, V], CatalogueAction.Discard),
        })
        {
            w.Become(role);
            var entry = w.PutEntry(way);
            var outcome = await w.Get<CatalogueService>().ActAsync(entry.Id, entry.Version, act, "按规定办理。", [new FieldRemark("Abstract", "请改写。")]);
            Assert.IsType<Outcome<CatalogueDetailView>.Done>(outcome);
        }

        var seen = w.PutEntry(S);
        Assert.IsType<Outcome<CatalogueDetailView>.Conflict>(await w.Get<CatalogueService>().ActAsync(seen.Id, seen.Version - 1, A, null));
    }

    private static async Task EditBuffersAsync(SqlServerWorkbench w)
    {
        var buffers = w.Get<EditBuffers>();
        Assert.NotNull(await buffers.SaveAsync("catalogue/new", 1, "{}"));
        w.Log.RowsAffected = 0;
        Assert.NotNull(await buffers.SaveAsync("catalogue/new", 1, "{}"));
        Assert.Null(await buffers.FindAsync("catalogue/new", default));
        w.Samples.Put(new EditBuffer { UserId = w.UserId, Subject = "catalogue/new", BaseVersion = 1, Json = "{}", SavedAt = DateTimeOffset.UnixEpoch });
        Assert.NotNull(await buffers.FindAsync("catalogue/new", default));
        await buffers.DiscardAsync("catalogue/new");
    }

    private static async Task RevalidateAsync(SqlServerWorkbench w)
    {
        // Asked by its base class on a timer, and by nobody else.
        using var provider = ActivatorUtilities.CreateInstance<BureauAuthenticationStateProvider>(w.Get<IServiceProvider>(), new CurrentUser(w.Get<IServiceProvider>()));
        var validate = provider.GetType().GetMethod("ValidateAuthenticationStateAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var (stamp, valid) in new[] { ("stamp", true), ("another", false) })
        {
            var user = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, w.UserId.ToString()), new(new IdentityOptions().ClaimsIdentity.SecurityStampClaimType, stamp)]));
            Assert.Equal(valid, await (Task<bool>)validate.Invoke(provider, [new AuthenticationState(user), CancellationToken.None])!);
        }
    }

    private static async Task AccountAsync(SqlServerWorkbench w)
    {
        var account = w.Get<AccountService>();
        Assert.NotNull(await account.SignInAsync("someone", "wrong"));
        Assert.NotEmpty(await account.ChangePasswordAsync(w.UserId, "wrong", "AnotherPassword2026"));
        w.Samples.Remove<BureauUser>();
        Assert.NotNull(await account.SignInAsync("nobody", "wrong"));
    }

    private static async Task SeedAsync(SqlServerWorkbench w)
    {
        var seed = w.Get<DemoSeed>();
        Assert.False(await seed.RunAsync(0, default));
        await seed.SignInsAsync(default);
        w.Samples.Remove<Organisation>();
        w.Samples.Remove<Region>();
        w.Samples.Remove<BureauUser>();
        w.Samples.Put(new NumberSeries { RegionCode = SqlServerWorkbench.Region, MatterCode = PlanCase.FilingNumbers.Code, Year = 2026 });
        Assert.True(await seed.RunAsync(90, default));
    }
}
