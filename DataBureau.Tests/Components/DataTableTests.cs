using System.Collections.Immutable;
using Bunit;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataBureau.Tests.Components;

public sealed class DataTableTests : IDisposable
{
    private readonly BunitContext _context = ShellContext.Create();

    private sealed record Item(int Id, string Name, int Count);

    private static readonly Item[] Items = [new(1, "婚姻登记信息", 12), new(2, "企业登记信息", 1200)];

    private static readonly ListColumn<Item>[] Columns =
    [
        new("name", "名称", item => item.Name) { SortKey = "name" },
        new("count", "数据项", item => item.Count) { Kind = ColumnKind.Integer },
        new("id", "编号", item => item.Id) { ShownByDefault = false },
    ];

    private IRenderedComponent<DataTable<Item>> Render(Action<ComponentParameterCollectionBuilder<DataTable<Item>>>? more = null, IReadOnlyList<Item>? rows = null, bool loaded = true, int? total = null) =>
        _context.Render<DataTable<Item>>(parameters =>
        {
            parameters.Add(t => t.Columns, Columns).Add(t => t.Rows, loaded ? rows ?? Items : null).Add(t => t.Total, total ?? (rows ?? Items).Count)
                .Add(t => t.Caption, "数据目录").Add(t => t.RowKey, item => item.Id).Add(t => t.RowHref, item => $"/catalogue/{item.Id}");
            more?.Invoke(parameters);
        });

    [Fact]
    public void Render_Rows_NameIsALinkAndNumbersAreGrouped()
    {
        var table = Render();

        Assert.Equal("/catalogue/2", table.FindAll("tbody a")[1].GetAttribute("href"));
        Assert.Equal("1,200", table.FindAll("td.end")[1].TextContent);
        Assert.DoesNotContain("编号", table.Find("thead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_BrowserGone_NothingIsThrown()
    {
        _context.JSInterop.SetupModule("./js/table-keys.js").SetupVoid("attach", _ => true).SetException(new JSDisconnectedException("gone"));

        Assert.Equal(2, Render(p => p.Add(t => t.KeyboardNavigation, true)).FindAll("tbody tr").Count);

        await _context.DisposeComponentsAsync();
    }

    [Fact]
    public void Render_ColumnsInQuery_ShowsThose()
    {
        var table = Render(p => p.Add(t => t.Query, new ListQuery { Columns = ["id"] }));

        Assert.Equal("编号", table.Find("thead").TextContent.Trim());
    }

    [Fact]
    public void SortButton_Clicked_GoesToTheAddressAndIsAnnounced()
    {
        var navigation = _context.Services.GetService(typeof(NavigationManager)) as NavigationManager;
        var table = Render();

        table.Find("button.sort").Click();
        Assert.EndsWith("?sort=name", navigation!.Uri, StringComparison.Ordinal);

        table.Render(p => p.Add(t => t.Query, navigation.ListQuery()));
        Assert.Equal("ascending", table.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public void Pager_ManyPages_LinksKeepTheQuery()
    {
        var table = Render(p => p.Add(t => t.Query, new ListQuery { Search = "登记", Page = 3, PageSize = 50 }), total: 1287);

        Assert.Contains("共 1,287 条，第 101–150 条", table.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.Equal("?q=%E7%99%BB%E8%AE%B0&size=50&page=4", new Uri(new Uri("http://localhost"), table.Find("a[aria-label=下一页]").GetAttribute("href")!).Query);
        Assert.Equal("3", table.Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void Selection_RowAndAll_RaisesTheKeys()
    {
        ImmutableHashSet<object> selected = [];
        var table = Render(p => p.Add(t => t.Selectable, true).Add(t => t.SelectedChanged, (ImmutableHashSet<object> keys) => selected = keys));

        table.Find("input[aria-label='选择 企业登记信息']").Change(true);
        Assert.Equal<object>([2], selected);

        table.Render(p => p.Add(t => t.Selected, selected));
        table.Find("input[aria-label=选择本页全部]").Change(true);
        Assert.Equal(2, selected.Count);
        Assert.Contains("已选 1 条", table.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoRowsUnderAFilter_OffersToClearIt()
    {
        var table = Render(p => p.Add(t => t.Query, new ListQuery { Search = "没有" }), rows: []);

        Assert.Empty(table.FindAll("table"));
        Assert.Equal("清除全部条件", table.Find(".empty a").TextContent);
    }

    [Fact]
    public void Render_BeforeTheFirstAnswer_IsBusyWithAnOutline()
    {
        var table = Render(loaded: false);

        Assert.Equal("true", table.Find("section").GetAttribute("aria-busy"));
        Assert.Equal(8, table.FindAll("tr[aria-hidden]").Count);
    }

    [Fact]
    public void Render_CellTemplate_ReplacesTheText()
    {
        var table = Render(p => p.AddChildContent<Cell<Item>>(cell => cell.Add(c => c.Column, "count").Add(c => c.ChildContent, item => $"<b>{item.Count} 项</b>")));

        Assert.Equal("12 项", table.Find("td.end b").TextContent);
    }

    [Fact]
    public async Task Dispose_WithKeyboard_LetsGoOfItsListeners()
    {
        var module = _context.JSInterop.SetupModule("./js/table-keys.js");
        module.Mode = JSRuntimeMode.Loose;
        Render(p => p.Add(t => t.KeyboardNavigation, true));

        await _context.DisposeComponentsAsync();

        module.VerifyInvoke("attach");
        module.VerifyInvoke("detach");
    }

    public void Dispose() => _context.Dispose();
}
