using DataBureau.Domain.Access;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Users;

/// <summary>The list's columns, declared once for the page and the export.</summary>
internal static class UserColumns
{
    public const string Name = "name";
    public const string Status = "status";
    private const string Created = "created";

    public static readonly IReadOnlyList<ListColumn<UserRow>> All =
    [
        new(Name, "姓名", u => u.DisplayName) { SortKey = "name", Width = 110 },
        new("user", "用户名", u => u.UserName) { SortKey = "user", Width = 220 },
        new("organisation", "单位", u => u.OrganisationName) { Wrap = true, ExcelWidth = 36 },
        new("roles", "角色", u => u.RoleNames) { Width = 240, Wrap = true, ExcelWidth = 30 },
        new(Status, "状态", u => u.Status) { Kind = ColumnKind.State, Width = 90 },
        new(Created, "建立时间", u => u.CreatedAt) { Kind = ColumnKind.DateTime, SortKey = "created", Width = 150, ShownByDefault = false },
    ];

    /// <summary>What leaves the system is who works where as what, and no more about people.</summary>
    public static readonly ListExport<UserRow> Export = new("users", "用户", AdministrationPermissions.People, [.. All.Where(c => c.Key != Created)],
        (services, query, cancellationToken) => services.GetRequiredService<UserService>().StreamAsync(UserFilter.From(query), cancellationToken))
    {
        Filters = [ListFilter.Of<UserStatus>("status", "状态")],
    };

    public static Tone ToneOf(UserStatus status) => status switch
    {
        UserStatus.Normal => Tone.Success,
        UserStatus.Disabled => Tone.Neutral,
        UserStatus.Locked => Tone.Attention,
    };
}
