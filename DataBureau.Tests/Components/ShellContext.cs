using Bunit;
using DataBureau.Web.Components.Layout;

namespace DataBureau.Tests.Components;

/// <summary>A renderer with what the layout and the component layer need.</summary>
internal static class ShellContext
{
    public static BunitContext Create()
    {
        var context = new BunitContext { JSInterop = { Mode = JSRuntimeMode.Loose } };
        context.Services.AddShell();
        return context;
    }
}
