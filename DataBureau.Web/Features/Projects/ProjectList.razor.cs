using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The ledger of projects, with the views of both regulators: what is shown stands in the address.</summary>
public sealed partial class ProjectList
{
    private static readonly (string, string)[] Waiting = [("1", "待我办理")];

    private ProjectListOptions _options = new(CanCompile: false, CanPlan: false, [], []);

    [Inject] private ProjectService Projects { get; set; } = default!;

    protected override Task<Page<ProjectRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Projects.ListAsync(ProjectFilter.Read(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _options = await Projects.ListOptionsAsync(cancellationToken);
}
