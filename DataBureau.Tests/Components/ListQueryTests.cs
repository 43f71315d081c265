using System.Collections.Immutable;
using DataBureau.Web.Components.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Components;

public sealed class ListQueryTests
{
    private static readonly Gen<string> Words =
        from characters in Gen.Elements("数据目录婚姻 &=?#+%/.abc\"'<>😀é".EnumerateRunes().Select(rune => rune.ToString())).ListOf(6)
        select string.Concat(characters).Trim();

    private static readonly Gen<ListQuery> Queries =
        from search in Words
        from page in Gen.Choose(1, 5000)
        from size in Gen.Choose(1, ListQuery.LargestPageSize)
        from sort in Gen.Elements("", "name", "updated-at")
        from desc in Gen.Elements(true, false)
        from columns in Gen.SubListOf<string>(["name", "code", "state"])
        from keys in Gen.SubListOf<string>(["state", "share", "部门"])
        from value in Words
        from tab in Gen.Elements("", "done", "started")
        select new ListQuery
        {
            Tab = tab,
            Search = search,
            Page = page,
            PageSize = size,
            Sort = sort,
            Desc = desc && sort.Length > 0,
            Columns = [.. columns],
            Filters = keys.Where(_ => value.Length > 0).ToImmutableSortedDictionary(key => key, _ => value, StringComparer.Ordinal),
        };

    [Fact]
    public void Reset_OfATab_StaysInItAndIsNoNarrowing()
    {
        var query = ListQuery.Parse("?tab=done&kind=plan&page=3");

        Assert.Equal("?tab=done", query.Reset().ToQueryString());
        Assert.False(query.Reset().IsNarrowed);
    }

    [Fact]
    public void Parse_OfItsOwnQueryString_GivesTheSameQuery() =>
        Prop.ForAll(Queries.ToArbitrary(), query =>
        {
            var back = ListQuery.Parse(query.ToQueryString());
            return back == query && back.Tab == query.Tab && back.Search == query.Search && back.PageSize == query.PageSize && back.Columns.SequenceEqual(query.Columns)
                && back.Filters.SequenceEqual(query.Filters) && back.Page == query.Page && back.Desc == query.Desc;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_OfAnything_NeverThrowsAndIsStable() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var query = ListQuery.Parse(text);
            return ListQuery.Parse(query.ToQueryString()) == query && query is { Page: >= 1, PageSize: >= 1 and <= ListQuery.LargestPageSize };
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("?page=-3&size=100000", 1, 200)]
    [InlineData("?page=abc&size=0", 1, 20)]
    [InlineData("?page=99999999999999&size=50", 1, 50)]
    [InlineData("?page=%00%ZZ&size", 1, 20)]
    public void Parse_ValuesOutOfRange_FallBack(string text, int page, int size)
    {
        var query = ListQuery.Parse(text);

        Assert.Equal((page, size), (query.Page, query.PageSize));
    }

    [Fact]
    public void Parse_NulInSearch_IsDropped() => Assert.Equal("ab", ListQuery.Parse("?q=a%00b").Search);

    [Fact]
    public void WithFilter_OnALaterPage_StartsAtTheFirst() => Assert.Equal(1, new ListQuery { Page = 7 }.WithFilter("state", "Draft").Page);

    [Fact]
    public void WithSort_ThreeTimes_ReturnsToTheListsOwnOrder()
    {
        var once = new ListQuery().WithSort("name");
        var twice = once.WithSort("name");

        Assert.Equal(("name", false), (once.Sort, once.Desc));
        Assert.Equal(("name", true), (twice.Sort, twice.Desc));
        Assert.Equal(new ListQuery(), twice.WithSort("name"));
    }
}
