namespace DataBureau.Tests.Browser;

/// <summary>A test in a real browser. Without Chromium (where Debian installs it, or where the environment variable CHROMIUM says) it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTests.WhySkipped;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, once per set of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserTests.WhySkipped;
}

/// <summary>One browser test class at a time: each has a server and several pages of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests
{
    public const string Name = "Browser";
    public const string Variable = "CHROMIUM";

    private const string Whole = "/usr/bin/chromium";

    /// <summary>The shell first: it draws pages as the whole browser does, and no windows around them.</summary>
    private static readonly string[] Places = ["/usr/lib/chromium/chromium-headless-shell", Whole];

    public static string Executable { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Array.Find(Places, File.Exists) ?? Whole;

    public static string? WhySkipped { get; } = File.Exists(Executable) ? null : $"There is no browser: {Executable} does not exist, and {Variable} names no other.";
}
