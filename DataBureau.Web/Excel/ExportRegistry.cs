using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Excel;

public enum ExportKind
{
    /// <summary>The rows of a list, by its own filter.</summary>
    [ChineseName("清单")] List,

    /// <summary>Two things against each other, as a table of cells.</summary>
    [ChineseName("矩阵")] Matrix,

    /// <summary>One case as a paper to be signed.</summary>
    [ChineseName("表单")] Form,
}

/// <summary>Something that can be taken away as a workbook.</summary>
/// <param name="Name">Stable; of lists also in the address, of all in the audit: "export.{name}".</param>
/// <param name="Title">As people call it.</param>
/// <param name="Permission">Who may take it away; null for what is everybody's own.</param>
/// <param name="Kind">What it is a picture of.</param>
/// <param name="Address">Where it is fetched; of a form with a place for the case.</param>
public sealed record RegisteredExport(string Name, string Title, Permission? Permission, ExportKind Kind, string Address)
{
    public IReadOnlyList<ListFilter> Filters { get; init; } = [];
}

/// <summary>Everything that leaves the program as a workbook, filled as the endpoints are mapped.</summary>
public sealed class ExportRegistry
{
    private ImmutableList<RegisteredExport> _all = [];

    /// <summary>Lists, matrices, forms; within each as the features come.</summary>
    public IReadOnlyList<RegisteredExport> All => [.. _all.OrderBy(e => e.Kind)];

    /// <exception cref="InvalidOperationException">Two exports of one name could not be told apart in the audit.</exception>
    public void Add(RegisteredExport export)
    {
        if (!ImmutableInterlocked.Update(ref _all, (all, added) => all.Exists(e => e.Name == added.Name) ? all : all.Add(added), export))
            throw new InvalidOperationException($"There are two exports named “{export.Name}”.");
    }
}

public static class FormEndpoints
{
    /// <summary>GET of a case's form: registered, for those with the permission. The handler sends it by <see cref="WorkbookResponse.SendFormAsync"/>.</summary>
    public static void MapForm(this IEndpointRouteBuilder app, string pattern, string name, string title, Permission permission, Delegate handler)
    {
        app.ServiceProvider.GetRequiredService<ExportRegistry>().Add(new RegisteredExport(name, title, permission, ExportKind.Form, pattern));
        app.MapGet(pattern, handler).RequireAuthorization(permission.Key).RequireRateLimiting(RequestLimits.Download);
    }
}
