using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The schemes of the regions in reach.</summary>
public sealed partial class OfficerSchemeList
{
    internal static readonly (string, string)[] Own = [("1", "本级自设")];

    [Inject] private OfficerSchemeService Schemes { get; set; } = default!;

    protected override Task<Page<SchemeRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Schemes.ListAsync(query, cancellationToken);

    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
