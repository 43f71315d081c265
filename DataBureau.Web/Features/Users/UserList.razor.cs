using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users;

/// <summary>The accounts in the person's reach, narrowed by what the address says.</summary>
public sealed partial class UserList
{
    private IReadOnlyList<(string Value, string Text)> _organisations = [];

    [Inject] private UserService Users { get; set; } = default!;

    protected override Task<Page<UserRow>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Users.ListAsync(UserFilter.From(query), cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _organisations = [.. (await Users.OrganisationsAsync(cancellationToken)).Select(o => (o.Id.ToString(), o.Name))];
}
