using System.Diagnostics;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Benchmarks.Dashboard;

/// <summary>What was made, and the department that the smallest scope is.</summary>
internal sealed record Million(int Entries, int Providers, double Seconds, Guid Department);

/// <summary>A province full of entries in every state, published over two years, made by the acts of the workflow and written by COPY.</summary>
internal static class MillionEntries
{
    private const int Entries = 1_000_000;
    private const int Chunk = 20_000;

    private static readonly CatalogueAction[][] Lives =
    [
        [], [CatalogueAction.Submit], [CatalogueAction.Submit, CatalogueAction.Approve], [CatalogueAction.Submit, CatalogueAction.Return], [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve],
        .. Enumerable.Repeat<CatalogueAction[]>([CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish], 9),
        [CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish, CatalogueAction.Retire],
    ];

    public static async Task<Million> MakeAsync(IDbContextFactory<BureauDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var providers = await ProvidersAsync(db);
        var seconds = 0.0;
        for (var from = 0; from < Entries; from += Chunk)
        {
            var entries = Enumerable.Range(from, Chunk).Select(i => Entry(providers[i % providers.Count], i)).ToList();
            var started = Stopwatch.GetTimestamp();
            await db.InsertManyAsync(entries, default);
            seconds += Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        return new Million(Entries, providers.Count, seconds, providers[0].Id);
    }

    private static CatalogueEntry Entry(Organisation provider, int serial)
    {
        var now = DateTimeOffset.UtcNow.AddDays(-(serial % 730)).AddMinutes(-serial % 1440);
        var content = new CatalogueContent
        {
            Name = $"公共数据目录{serial}", Code = $"307{serial:0000000}", Abstract = "按月汇总的业务数据。", Format = new ResourceFormat([new FormatPart(FormatCategory.Database, "mysql")]), Items = [new DataItem("机构名称", ItemDataType.Character, 200)],
            Sharing = (SharingAttribute)(serial / 7 % 2), SharingCondition = "按需申请", SharingReason = "履职需要", SharingBasis = "有关规定", ConditionalSharing = ConditionalSharing.LimitedAudience, SharingMethod = SharingMethod.Interface, Opening = OpeningType.Unconditional,
            Preparations = OpeningPreparation.Masked | OpeningPreparation.Declassified | OpeningPreparation.Standardised | OpeningPreparation.MachineReadable, UpdateFrequency = UpdateFrequency.Monthly, Grade = SecurityGrade.General1, ClassificationPath = "部门/民政",
        };
        var entry = CatalogueEntry.Draft(Guid.CreateVersion7(now), provider.Id, provider.RegionCode, provider.Id, content, Somebody(provider), now);
        foreach (var act in Lives[(serial + (serial / 1009)) % Lives.Length])
        {
            if (entry.Act(act, Somebody(provider), "按规定办理。", PolicyLibrary.Embedded.For(provider.RegionCode), now) is Decision<CatalogueState>.Refused refused)
                throw new InvalidOperationException(refused.Refusal.Sentence);
        }

        return entry;
    }

    private static Actor Somebody(Organisation o) => new(Guid.NewGuid(), "某人", o.Id, o.Name, [.. Roles.AllPermissions.Where(p => p.Key.StartsWith("catalogue.", StringComparison.Ordinal)).Select(p => new Grant(p, o.Id, o.RegionCode, GrantScope.All))]);

    /// <summary>Sixty departments of the province, thirty of each city, five of each county; the first is one of the province.</summary>
    private static async Task<List<Organisation>> ProvidersAsync(BureauDbContext db)
    {
        var regions = await db.Regions.Where(r => r.Code.StartsWith("14")).OrderBy(r => r.Code).ToListAsync();
        var made = new List<Organisation>();
        foreach (var region in regions)
        {
            var many = region.Level switch { RegionLevel.Province => 60, RegionLevel.City => 30, _ => 5 };
            made.AddRange(Enumerable.Range(0, many).Select(i => new Organisation
            {
                Id = Guid.CreateVersion7(), Code = $"{region.Code}LSD{i:00000}", Name = $"{region.Name}第{i}局", NameKey = $"{region.Code}第{i}局", Kind = OrganisationKind.GovernmentDepartment, RegionCode = region.Code,
            }));
        }

        db.Organisations.AddRange(made);
        await db.SaveChangesAsync();
        return made;
    }
}
