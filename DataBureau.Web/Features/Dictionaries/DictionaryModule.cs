using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Dictionaries;

public static class DictionaryModule
{
    private static readonly ListExport<DictionaryRow> Export = new("dictionaries", "字典", AdministrationPermissions.Dictionaries,
        [
            new("list", "字典", r => r.List), new("text", "内容", r => r.Text) { ExcelWidth = 40 }, new("active", "状态", r => r.Active ? "在用" : "停用"), new("used", "使用的目录数", r => r.Used) { Kind = ColumnKind.Integer },
        ],
        (services, _, cancellationToken) => services.GetRequiredService<DictionaryService>().StreamAsync(cancellationToken));

    public static void AddDictionaries(this IServiceCollection services)
    {
        services.AddScoped<DictionaryService>();
        services.AddSingleton(new NavItem("系统管理", "字典", "/admin/dictionaries", "book", AdministrationPermissions.Dictionaries.Key, Order: 950));
        services.AddSingleton(new PermissionName(AdministrationPermissions.Dictionaries.Key, AdministrationPermissions.Dictionaries.Name, Role.SecurityAdmin.ChineseName()));
    }

    public static void MapDictionaries(this WebApplication app) => app.MapListExport(Export);
}
