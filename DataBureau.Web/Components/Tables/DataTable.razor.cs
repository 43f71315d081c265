using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataBureau.Web.Components.Tables;

/// <summary>
/// A list as a plain table: cheap per circuit, complete for a keyboard and a screen reader. It holds no data and no state of its
/// own: rows come from the page, what to show comes from the address.
/// </summary>
public sealed partial class DataTable<TRow> : IAsyncDisposable
{
    private readonly Dictionary<string, RenderFragment<TRow>> _templates = [];
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];
    private IReadOnlyList<ListColumn<TRow>> _shown = [];
    private IReadOnlyList<(string Key, string Title)> _choices = [];
    private ImmutableHashSet<string> _shownKeys = [];
    private ScriptModule? _keyboard;

    [Parameter, EditorRequired] public IReadOnlyList<ListColumn<TRow>> Columns { get; set; } = [];

    /// <summary>Null before the first answer: the table then draws its outline.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TRow>? Rows { get; set; }

    /// <summary>What the table is about: heard by screen readers, e.g. 数据目录.</summary>
    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    [Parameter, EditorRequired] public Func<TRow, object> RowKey { get; set; } = default!;
    [Parameter] public int Total { get; set; }
    [Parameter] public ListQuery Query { get; set; } = new();

    /// <summary>How many there are in words, where a row stands for more than one.</summary>
    [Parameter] public string? CountText { get; set; }

    /// <summary>A reload is under way: the old rows stay, dimmed.</summary>
    [Parameter] public bool Loading { get; set; }

    /// <summary>The row in words, for accessible names; the first column unless given.</summary>
    [Parameter] public Func<TRow, string>? RowName { get; set; }

    [Parameter] public Func<TRow, string?>? RowHref { get; set; }

    /// <summary>The column that carries the link to the row; the first unless given.</summary>
    [Parameter] public string? NameColumn { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }
    [Parameter] public bool Selectable { get; set; }

    /// <summary>Which rows can be chosen; all unless given.</summary>
    [Parameter] public Func<TRow, bool>? MaySelect { get; set; }

    [Parameter] public ImmutableHashSet<object> Selected { get; set; } = [];
    [Parameter] public EventCallback<ImmutableHashSet<object>> SelectedChanged { get; set; }

    /// <summary>Where a change of page, order or columns goes; the address unless handled.</summary>
    [Parameter] public EventCallback<ListQuery> OnNavigate { get; set; }

    [Parameter] public bool ColumnChooser { get; set; } = true;
    [Parameter] public bool ShowPager { get; set; } = true;
    [Parameter] public bool KeyboardNavigation { get; set; }

    /// <summary>Keeps the heading in view by scrolling inside the table; off for short tables within a page.</summary>
    [Parameter] public bool Fill { get; set; } = true;

    /// <summary>What to say and do when there is nothing.</summary>
    [Parameter] public RenderFragment? EmptyContent { get; set; }

    /// <summary>Beside the count: acts on the selected rows.</summary>
    [Parameter] public RenderFragment? Toolbar { get; set; }

    /// <summary><see cref="Cell{TRow}"/> elements.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IJSRuntime JS { get; set; } = default!;

    private bool IsBusy => Loading || Rows is null;

    private string Count => Rows is null ? "正在读取…"
        : (CountText ?? $"共 {(ShowPager ? Total : Rows.Count).ToString("#,##0", CultureInfo.InvariantCulture)} 条") + (Selected.Count > 0 ? $"，已选 {Selected.Count} 条" : "");

    /// <summary>The keys of the rows of this page that can be chosen.</summary>
    private IEnumerable<object> Pickable => (Rows ?? []).Where(row => MaySelect is null || MaySelect(row)).Select(RowKey);

    private bool AllSelected => Pickable.Any() && Pickable.All(Selected.Contains);

    private string NameOf(TRow row) => RowName is null ? Columns[0].Text(row) : RowName(row);

    private int MinimumWidth => _shown.Sum(column => column.Width ?? 180) + (Selectable ? 40 : 0);

    protected override void OnParametersSet()
    {
        _shown = [.. Columns.Where(IsShown)];
        if (_shown.Count == 0) _shown = [.. Columns.Where(column => column.ShownByDefault)];
        _shownKeys = [.. _shown.Select(column => column.Key)];
        _choices = [.. Columns.Select(column => (column.Key, column.Title))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!KeyboardNavigation || _keyboard is not null || Rows is not { Count: > 0 }) return;
        _keyboard = new(JS, "./js/table-keys.js");
        await _keyboard.CallAsync("attach");
    }

    internal void Draw(string column, RenderFragment<TRow>? template)
    {
        if (template is null) _templates.Remove(column);
        else _templates[column] = template;
    }

    private bool IsShown(ListColumn<TRow> column) =>
        Query.Columns.IsDefaultOrEmpty ? column.ShownByDefault : Query.Columns.Contains(column.Key);

    private RenderFragment CellOf(ListColumn<TRow> column, TRow row, string text) => builder =>
    {
        var content = _templates.GetValueOrDefault(column.Key);
        var href = column.Key == (NameColumn ?? Columns[0].Key) ? RowHref?.Invoke(row) : null;
        if (href is not null)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "href", href);
            builder.AddAttribute(2, "data-row-link", true);
        }
        if (column.Wrap)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "clamp");
        }
        if (content is null) builder.AddContent(5, text);
        else builder.AddContent(6, content(row));
        if (column.Wrap) builder.CloseElement();
        if (href is not null) builder.CloseElement();
    };

    // The whole text for those who see it cut; a short drawn cell needs none.
    private string? TitleOf(ListColumn<TRow> column, string text) =>
        text.Length == 0 || (_templates.ContainsKey(column.Key) && text.Length < 12) ? null : text;

    private string? ClassOf(TRow row, bool selected) => (selected, RowClass?.Invoke(row)) switch
    {
        (false, var own) => own,
        (true, null) => "selected",
        (true, var own) => "selected " + own,
    };

    private static string? AlignClass(ListColumn<TRow> column) => column.EffectiveAlign switch
    {
        ColumnAlign.End => "end",
        ColumnAlign.Center => "center",
        ColumnAlign.Start => null,
    };

    private string? SortState(ListColumn<TRow> column) =>
        column.SortKey is null ? null : Query.Sort != column.SortKey ? "none" : Query.Desc ? "descending" : "ascending";

    private string SortIcon(ListColumn<TRow> column) => SortState(column) switch
    {
        "ascending" => "arrow_upward",
        "descending" => "arrow_downward",
        _ => "unfold_more",
    };

    private Task GoAsync(ListQuery query)
    {
        if (OnNavigate.HasDelegate) return OnNavigate.InvokeAsync(query);
        Navigation.NavigateTo(query);
        return Task.CompletedTask;
    }

    private Task ShowColumnsAsync(IReadOnlySet<string> keys)
    {
        var chosen = Columns.Where(column => keys.Contains(column.Key)).Select(column => column.Key).ToImmutableArray();
        var usual = Columns.Where(column => column.ShownByDefault).Select(column => column.Key);
        return GoAsync(Query with { Columns = chosen.SequenceEqual(usual) ? [] : chosen });
    }

    private Task ToggleAsync(object key) =>
        SelectedChanged.InvokeAsync(Selected.Contains(key) ? Selected.Remove(key) : Selected.Add(key));

    private Task ToggleAllAsync()
    {
        var page = Pickable.ToList();
        return SelectedChanged.InvokeAsync(AllSelected ? Selected.Except(page) : Selected.Union(page));
    }

    public async ValueTask DisposeAsync()
    {
        if (_keyboard is not { IsLoaded: true }) return;
        await _keyboard.CallAsync("detach");
        await _keyboard.DisposeAsync();
    }
}
