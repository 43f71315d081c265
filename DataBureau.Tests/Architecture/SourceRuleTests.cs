using System.Reflection;
using System.Text.RegularExpressions;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Tests.Architecture;

/// <summary>Rules over the sources. Each is a function from a text to what is wrong with it, and is shown a text that breaks it.</summary>
public sealed partial class SourceRuleTests
{
    private const int InjectedLimit = 5;

    /// <summary>The packs, the demo's quotations, and the pages that look articles up.</summary>
    private static readonly string[] AboutArticles = ["DataBureau.Domain/Policy/", "DataBureau.Web/Seed/", "DataBureau.Web/Features/Policies/"];

    private static readonly IReadOnlyList<SourceFile> Product = [.. SourceTree.Files("DataBureau.Domain", ".cs"), .. SourceTree.Files("DataBureau.Web", ".cs", ".razor")];

    [Fact]
    public void Files_NoneIsTooLong() =>
        Assert.Empty(Product.Concat(SourceTree.Files("DataBureau.Tests", ".cs", ".razor")).Where(f => f.Lines > LimitOf(f.Name)).Select(f => $"{f.Name}: {f.Lines} lines, at most {LimitOf(f.Name)}"));

    [Theory]
    [InlineData("A/Some.razor", 150)]
    [InlineData("A/Some.razor.cs", 250)]
    [InlineData("A/Some.cs", 300)]
    public void Limit_OfAFile_FollowsItsKind(string name, int limit)
    {
        Assert.Equal(limit, LimitOf(name));
        Assert.Equal(3, new SourceFile(name, "一\n二\n三\n").Lines);
        Assert.Equal(3, new SourceFile(name, "一\n二\n三").Lines);
    }

    [Fact]
    public void Articles_AreNamedByPoliciesAndDemoDataOnly() => Assert.Empty(Violations(
        Product.Where(f => !AboutArticles.Any(folder => f.Name.StartsWith(folder, StringComparison.Ordinal))), Article()));

    [Fact]
    public void Web_ExceptionTexts_AreNotShownToPeople() => Assert.Empty(Components().SelectMany(f => ShownExceptions(f.Text).Select(v => $"{f.Name}: {v}")));

    [Fact]
    public void Web_NothingIsStartedAndForgottenOrBlocked() => Assert.Empty(Violations(Product, Blocking()));

    [Theory]
    [InlineData("按照《办法》第十二条第三款")]
    [InlineData("policy.Find(\"SXM-12-3\")")]
    [InlineData("if (pack.Id == \"FJ\")")]
    public void Article_NamedInASource_IsSeen(string source) => Assert.Matches(Article(), source);

    [Theory]
    [InlineData("await LoadAsync(\"第 {n} 行\")")]
    [InlineData("// C02, S02: what the mechanism is called")]
    public void Article_NotNamed_IsNotSeen(string source) => Assert.DoesNotMatch(Article(), source);

    [Theory]
    [InlineData("catch (Exception ex) { _error = ex.Message; }")]
    [InlineData("catch (IOException failure)\n{\n    Say(failure.Message);\n}")]
    [InlineData("<p>@Failure.Exception.Message</p>")]
    public void ShownException_InASource_IsSeen(string source) => Assert.NotEmpty(ShownExceptions(source));

    [Theory]
    [InlineData("private async void OnClick()")]
    [InlineData("var rows = ListAsync().Result;")]
    [InlineData("task.Wait();")]
    [InlineData("LoadAsync().GetAwaiter().GetResult()")]
    public void Blocking_InASource_IsSeen(string source) => Assert.Matches(Blocking(), source);

    [Fact]
    public void Components_AreGivenAtMostFiveThings()
    {
        var injected = typeof(BureauDbContext).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IComponent)))
            .Select(t => (t.Name, Count: t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Count(p => p.IsDefined(typeof(InjectAttribute), inherit: true)))).ToList();

        Assert.Contains(injected, c => c.Count >= 2);
        Assert.Empty(injected.Where(c => c.Count > InjectedLimit).Select(c => $"{c.Name}: {c.Count}"));
    }

    [GeneratedRegex("第[零一二三四五六七八九十百0-9]+条|\"(SXM|SX20|TY|FJ|SJZ)(-[0-9-]+)?\"")]
    private static partial Regex Article();

    [GeneratedRegex(@"async void|(\)|[Tt]ask)\.Result\b|\.Wait\(|\.GetAwaiter\(\)")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"catch\s*\(\s*[\w.]+\s+(?<name>\w+)\s*\)")]
    private static partial Regex Caught();

    [GeneratedRegex(@"\b(ex|exception)\.(Message|ToString\(\)|StackTrace)", RegexOptions.IgnoreCase)]
    private static partial Regex ShownException();

    private static IEnumerable<SourceFile> Components() => Product.Where(f => f.Name.EndsWith(".razor", StringComparison.Ordinal) || f.Name.EndsWith(".razor.cs", StringComparison.Ordinal));

    private static int LimitOf(string name) => name.EndsWith(".razor", StringComparison.Ordinal) ? 150 : name.EndsWith(".razor.cs", StringComparison.Ordinal) ? 250 : 300;

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files, Regex rule) => files.SelectMany(f => rule.Matches(f.Text).Select(m => $"{f.Name}: {m.Value}"));

    private static IEnumerable<string> ShownExceptions(string text) =>
        ShownException().Matches(text).Select(m => m.Value).Concat(Caught().Matches(text).Select(m => m.Groups["name"].Value + ".Message").Where(v => text.Contains(v, StringComparison.Ordinal)));
}
