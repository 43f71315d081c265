using DataBureau.Tests.Architecture;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>
/// Compares a text with the approved one in the source tree. On a difference the new text is written beside it as
/// <c>.received.md</c>: whoever meant the change replaces the approved file and the diff shows what it was.
/// </summary>
internal static class Approved
{
    /// <param name="actual">The text as the program has it now.</param>
    /// <param name="path">The approved file, from the root of the repository.</param>
    public static void Matches(string actual, string path)
    {
        var approved = SourceTree.PathOf(path);
        var received = approved.Replace(".approved.md", ".md", StringComparison.Ordinal)[..^3] + ".received.md";
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : string.Empty;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{path} differs from what the program does now. {FirstDifference(expected, actual)}\nIf the change is meant, put the received text in its place:\n  mv '{received}' '{approved}'\nElse: diff '{approved}' '{received}'");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"First at line {line + 1}:\n- {old.ElementAtOrDefault(line) ?? "(end)"}\n+ {now.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
