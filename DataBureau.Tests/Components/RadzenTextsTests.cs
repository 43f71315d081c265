using System.Globalization;
using System.Reflection;
using DataBureau.Web.Localization;
using Radzen.Blazor;

namespace DataBureau.Tests.Components;

public sealed class RadzenTextsTests
{
    // Components that no page uses; take a name out when a page begins to.
    private static readonly string[] NotUsed = ["Spreadsheet", "HtmlEditor", "MarkdownEditor", "AIChat", "InlineAI", "AIPrompt", "SmartPaste", "Chat_", "VirtualKeyboard", "SignaturePad"];

    private static IEnumerable<string> Keys =>
        typeof(RadzenStrings).GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(p => p.PropertyType == typeof(string)).Select(p => p.Name);

    [Fact]
    public void Texts_OfComponentsInUse_AreAllChinese()
    {
        var texts = new ChineseRadzenTexts();

        var missing = Keys.Where(key => !NotUsed.Any(name => key.StartsWith(name, StringComparison.Ordinal))).Where(key => texts.Get(key, CultureInfo.InvariantCulture) is null);

        Assert.Empty(missing);
    }

    [Fact]
    public void Texts_Placeholders_AreThoseOfTheOriginal()
    {
        var texts = new ChineseRadzenTexts();

        foreach (var key in Keys)
        {
            if (texts.Get(key, CultureInfo.InvariantCulture) is not { } chinese) continue;
            var original = (string)typeof(RadzenStrings).GetProperty(key, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
            Assert.True(Holes(original) == Holes(chinese), $"{key}: {original} / {chinese}");
        }

        static string Holes(string text) => string.Concat(Enumerable.Range(0, 4).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal)));
    }
}
