using DataBureau.Web.Components.Layout;

namespace DataBureau.Web.Features.Help;

public static class HelpModule
{
    public static void AddHelp(this IServiceCollection services) => services.AddSingleton(new NavItem("规则与依据", "使用帮助", "/help", "help", Order: 810));
}
