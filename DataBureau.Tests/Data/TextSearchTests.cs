using System.Text.RegularExpressions;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Data;

[Trait("Category", "Service")]
public sealed partial class TextSearchTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private static readonly string[] Names = ["GIS 平台服务目录", "gis 图层目录", "不动产登记目录", "100%覆盖目录", "下划_线目录"];

    public async Task InitializeAsync()
    {
        await using var db = bureau.OpenDb();
        foreach (var name in Names.Except(await db.CatalogueEntries.Select(e => e.Content.Name).ToListAsync(), StringComparer.Ordinal))
            await bureau.EntryAsync(Contents.Complete(name));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("gis", 0, 1)]
    [InlineData("GIS", 0, 1)]
    [InlineData(" Gis 平台 ", 0)]
    [InlineData("登记", 2)]
    [InlineData("0%覆", 3)]
    [InlineData("%", 3)]
    [InlineData("划_线", 4)]
    [InlineData("划x线")]
    public async Task Matching_PartOfAName_FindsItInUpperAndLowerCase(string search, params int[] found)
    {
        await using var db = bureau.OpenDb();

        var names = await db.CatalogueEntries.Where(e => Names.Contains(e.Content.Name)).Matching(new CatalogueFilter { Search = search }, db).Select(e => e.Content.Name).ToListAsync();

        Assert.Equal(found.Select(i => Names[i]).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Having_NothingLookedFor_LeavesEveryRow(string? search)
    {
        await using var db = bureau.OpenDb();

        Assert.Equal(await db.Organisations.CountAsync(), await db.Organisations.HavingOr(search, o => o.Code == "", o => o.Name).CountAsync());
    }

    [Fact]
    public async Task HavingOr_WhatBelongsToWhatWasFound_IsFoundToo()
    {
        await using var db = bureau.OpenDb();
        var provider = await db.CatalogueEntries.Where(e => e.Content.Name == Names[2]).Join(db.Organisations, e => e.ProviderId, o => o.Id, (_, o) => o.Name).SingleAsync();

        var names = await db.CatalogueEntries.Matching(new CatalogueFilter { Search = provider }, db).Select(e => e.Content.Name).ToListAsync();

        Assert.Superset(Names.ToHashSet(StringComparer.Ordinal), names.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>One way to search: a list of its own would tell "gis" from "GIS", on one of the two databases only.</summary>
    [Fact]
    public void Queries_SearchOnlyHere()
    {
        var own = SourceTree.Files("DataBureau.Web", ".cs").Where(f => Own().IsMatch(f.Text)).Select(f => f.Name);

        Assert.Empty(own);
    }

    [GeneratedRegex(@"\.Contains\((query|filter)\.Search\)|\.(Name|Title|DisplayName)\.Contains\((text|search|words)\)")]
    private static partial Regex Own();
}
