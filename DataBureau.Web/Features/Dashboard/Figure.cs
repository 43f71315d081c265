using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>A list that figures count: its page, its export, who sees it, and how many rows an address has.</summary>
/// <param name="Page">Of the list; figures add the query.</param>
/// <param name="Export">Its name in /export/{name}.xlsx.</param>
/// <param name="Permission">To see its rows.</param>
/// <param name="CountAsync">The number the list itself would give for the query, in the transaction of the reading.</param>
public sealed record FigureSource(string Page, string Export, Permission Permission, Func<FigureReading, ListQuery, CancellationToken, Task<int>> CountAsync)
{
    /// <summary>Where a row of the list stands for more than one: the column whose sum the figure is.</summary>
    public string? SumOf { get; init; }
}

/// <summary>
/// One number: what it is, and the address of what makes it up. It is declared by the address alone: its value is what the list
/// at that address has.
/// </summary>
/// <param name="Key">Stable: tests and the brief find it by it.</param>
public sealed record Figure(string Key, string Title, string Unit, FigureSource Source, ListQuery Query)
{
    /// <summary>It counts what is late where nobody has set a time limit: nothing can be.</summary>
    public bool HasNoLimit { get; init; }
}

/// <summary>A figure with its value of one moment.</summary>
public sealed record FigureView(string Key, string Title, string Unit, FigureSource Source, string Href, int Value)
{
    public string ExportHref => $"/export/{Source.Export}.xlsx{Href[Source.Page.Length..]}";

    public bool HasNoLimit { get; init; }

    /// <summary>Not a number that is good news, but none at all. Days that were agreed case by case are counted all the same.</summary>
    public bool IsUnset => HasNoLimit && Value == 0;

    public string Text => IsUnset ? "未设时限" : FigureText.Number(Value);
}
